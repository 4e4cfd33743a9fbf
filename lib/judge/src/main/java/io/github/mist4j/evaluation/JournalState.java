package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.evaluation.PredictionsJournal.Origin;
import io.github.mist4j.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Reads and writes the {@code .state} of a file of predictions: lines of a word and a text. */
final class JournalState {
  private static final String TITLE = "mist4j predictions 1";
  private static final int MOST_BYTES = 1 << 20; // of some lines, by far

  private JournalState() {}

  /** Writes what the predictions are of, and the fingerprints that their file may have. */
  static void write(Path file, Origin origin, List<String> fingerprints) {
    var lines = new ArrayList<String>(List.of(TITLE, "data " + origin.data()));
    lines.add("options " + origin.options());
    new TreeMap<>(origin.methods())
        .forEach((method, identity) -> lines.add("method " + method + "\t" + identity));
    fingerprints.forEach(name -> lines.add("file " + name));
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * What the predictions of a file are of.
   *
   * @throws IllegalArgumentException with one sentence if nothing says it, or not of this file
   */
  static Origin read(Path predictions, Path file, String fingerprint) {
    require(
        Files.isRegularFile(file) && isOurs(file),
        "%s is missing, without which nothing says of what %s holds predictions; begin again with"
            + " --overwrite",
        file,
        predictions);
    String data = "";
    String options = "";
    var methods = new LinkedHashMap<String, String>();
    boolean isOfFile = false;
    for (String line : lines(file)) {
      String rest = line.substring(line.indexOf(' ') + 1);
      int tab = rest.indexOf('\t');
      if (line.startsWith("data ")) {
        data = rest;
      } else if (line.startsWith("options ")) {
        options = rest;
      } else if (line.startsWith("method ") && tab >= 0) {
        methods.put(rest.substring(0, tab), rest.substring(tab + 1));
      } else if (line.startsWith("file ")) {
        isOfFile |= rest.equals(fingerprint);
      }
    }
    require(
        isOfFile,
        "%s is not as the evaluation left it, of which %s tells; begin again with --overwrite",
        predictions,
        file);
    return new Origin(data, options, methods);
  }

  /** Refuses where another's file stands. */
  static void checkFree(Path file) {
    require(
        !Files.exists(file) || (Files.isRegularFile(file) && isOurs(file)),
        "%s exists already and is not of an evaluation; write the predictions elsewhere",
        file);
  }

  private static boolean isOurs(Path file) {
    try {
      return Files.size(file) <= MOST_BYTES && lines(file).get(0).equals(TITLE);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return List.of(text.split("\n", -1));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }
}
