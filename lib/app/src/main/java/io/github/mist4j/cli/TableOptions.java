package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.table.ReadOptions;
import io.github.mist4j.table.TableFile;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file with a table, and how it is read where what is found is not what was meant. */
final class TableOptions {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "FILE",
      description =
          "A table with a header: CSV of any separator, packed with gzip or not, or an Excel"
              + " workbook; - is the standard input. How it was read is said on the standard"
              + " error.")
  private Path file;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      description = "What stands between cells; tab for a tabulator (default: found).")
  private String separator;

  @Option(
      names = "--decimal",
      paramLabel = "SIGN",
      description = "The decimal sign, . or , (default: found).")
  private Character decimal;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of the text, windows-1252 for instance (default: found).")
  private String encoding;

  @Option(
      names = "--missing",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WORD[,...]",
      description =
          "Words that stand for a missing value, beside empty cells, NA, N/A, NaN, NaT, null, None,"
              + " nil, ?, -, . and the errors of spreadsheets.")
  private List<String> missing = List.of();

  @Option(
      names = "--not-missing",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WORD[,...]",
      description = "Words of these that are values: None, for instance.")
  private List<String> values = List.of();

  @Option(names = "--day-first", description = "1/2/2024 is the first of February.")
  private boolean dayFirst;

  @Option(names = "--month-first", description = "1/2/2024 is the second of January.")
  private boolean monthFirst;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "The sheet of a workbook (default: the first).")
  private String sheet;

  @Option(
      names = "--nominal",
      paramLabel = "A[,B...]",
      description =
          "Columns whose numbers are names without order, as postcodes are; columns of words always"
              + " are.")
  private List<String> nominal = List.of();

  /** The file, which must not be written. */
  ReadFiles files() {
    return ReadFiles.of(isStandardInput() ? ReadFiles.STANDARD_INPUT : file);
  }

  private boolean isStandardInput() {
    return file.toString().equals(STANDARD_INPUT);
  }

  /** Looks at the file. */
  TableFile read() {
    TableFile read =
        isStandardInput()
            ? TableFile.read("standard input", System.in, options())
            : TableFile.read(file, options());
    return read.withNames(nominal);
  }

  /**
   * Says how a file was read, on the standard error of the program; a notebook has another for the
   * warnings of its cards.
   */
  static void sayHowItWasRead(TableFile file, CommandSpec spec) {
    PrintWriter err = spec.root().commandLine().getErr();
    err.println(file.reading());
    file.notes().forEach(note -> err.println("note: " + OptionNames.only(note)));
  }

  private ReadOptions options() {
    require(
        !(dayFirst && monthFirst), "either --day-first or --month-first may be given, not both");
    ReadOptions options =
        ReadOptions.withDefaults()
            .withMissing(missing.toArray(String[]::new))
            .withValues(values.toArray(String[]::new))
            .withSheet(sheet);
    if (separator != null) {
      options = options.withSeparator(character(separator));
    }
    if (decimal != null) {
      options = options.withDecimal(decimal);
    }
    if (encoding != null) {
      options = options.withEncoding(charset(encoding));
    }
    if (dayFirst) {
      options = options.withDayFirst();
    }
    return monthFirst ? options.withMonthFirst() : options;
  }

  private static char character(String word) {
    if (word.equalsIgnoreCase("tab") || word.equals("\\t")) {
      return '\t';
    }
    require(word.length() == 1, "--separator must be one character or tab, was '%s'", word);
    return word.charAt(0);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "--encoding must be the name of an encoding, UTF-8 or windows-1252 for instance, was '%s'"
              .formatted(name),
          e);
    }
  }
}
