package io.github.mist4j.cli;

import io.github.mist4j.plot.Picture;
import io.github.mist4j.table.Results;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where the answer to a question about a table goes, and in which form. */
final class ResultOptions {
  private static final CopyOption[] REPLACING = {StandardCopyOption.REPLACE_EXISTING};

  private enum Format {
    text,
    json,
    csv
  }

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the result, into a file whose name ends in .json or .csv.")
  private Path out;

  @Mixin private PictureOption picture;

  @Mixin private OverwriteOption overwrite;

  /**
   * Refuses files that cannot be written, before the work begins.
   *
   * @param read what the command reads
   */
  void check(ReadFiles read) {
    picture.check(read, overwrite.options());
    if (out != null) {
      read.refuse(out);
      Results.writable(out, overwrite.options());
    }
  }

  /** The file of the result, null where none is asked for, and whether it may be replaced. */
  Path file() {
    return out;
  }

  /** Whether files that exist may be replaced, as the methods take it that write them. */
  CopyOption[] options() {
    return overwrite.options();
  }

  /** The same for a command that keeps its result in the file while it works. */
  void checkOfKept(ReadFiles read, boolean resume) {
    if (!picture.isGiven()) { // of an older picture there is nothing to go on with
      overwrite.checkNotBeside(resume);
    }
    read.refuse(out);
    Results.writable(out, resume ? REPLACING : overwrite.options());
    picture.check(read, overwrite.options());
  }

  /** Prints an answer that has been saved already, and draws it. */
  <T> T giveSaved(CommandSpec spec, T answer, Results results, Supplier<Picture> drawn) {
    out = null;
    return give(spec, answer, results, drawn);
  }

  /** Saves an answer and prints it in its own words unless another format is asked for. */
  <T> T give(CommandSpec spec, T answer, Results results, Supplier<Picture> drawn) {
    return give(
        spec,
        answer,
        results,
        drawn,
        () -> spec.commandLine().getOut().println(OptionNames.only(answer.toString())));
  }

  /**
   * Saves and prints an answer.
   *
   * @param text how it is printed unless another format is asked for
   * @return the answer, for who shows it in another way; null where a format was asked for
   */
  <T> T give(CommandSpec spec, T answer, Results results, Supplier<Picture> drawn, Runnable text) {
    picture.save(drawn, overwrite.options());
    if (out != null) {
      results.save(out, overwrite.options());
    }
    switch (format) {
      case json -> spec.commandLine().getOut().println(results.toJsonLine());
      case csv -> spec.commandLine().getOut().print(results.toCsv());
      default -> text.run();
    }
    spec.commandLine().getOut().flush();
    return format == Format.text ? answer : null;
  }
}
