package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who types options is told options. */
final class OptionNamesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a exists; StandardCopyOption.REPLACE_EXISTING (--overwrite) does | a exists; --overwrite"
            + " does",
        "to do so: ReadOptions.withMissing(\"no\") (--missing \"no\"); or | to do so: --missing"
            + " \"no\"; or",
        "A.withB or withC (--b or --c) says it | --b or --c says it",
        "column 'U.S. (net)' is text | column 'U.S. (net)' is text",
      })
  @DisplayName("Java's way goes where an option follows it, anything else stays")
  void javasWayGoes(String sentence, String said) {
    assertThat(OptionNames.only(sentence)).isEqualTo(said);
  }

  @Test
  @DisplayName("refusals, notes, warnings and answers name no type, method or constant of Java")
  void nothingOfJavaIsNamed() throws IOException {
    var text = new StringBuilder("zip;when;amount;stray;gap;y\n");
    IntStream.range(0, 60)
        .forEach(
            r ->
                text.append(
                    "%s;%s/%s/2024;1,%s;%s;%s;%s%n"
                        .formatted(
                            10_000 + 7919 * (r % 5),
                            1 + r % 9,
                            1 + r % 7,
                            100 + r,
                            r == 7 ? "unknown" : "" + r % 11,
                            r == 3 ? "" : r,
                            r * r % 23)));
    String csv = Files.writeString(folder.resolve("t.csv"), text).toString();
    String out = folder.resolve("o.csv").toString();
    var said = new StringWriter();
    for (String words :
        List.of(
            "screen T --target y --out O",
            "screen T --target y --out O",
            "pairwise T",
            "select T --target y",
            "estimate T --x zip --y y",
            "estimate T --x gap --y y",
            "estimate T --x stray --y y",
            "compare T --x zip --y y --method cca",
            "select T --target y --criterion best",
            "train --device abacus --out M",
            "reproduce fig3 --scale huge",
            "screen T --target y --block 0")) {
      Mist4j.commandLine(Methods::known)
          .setOut(new PrintWriter(said, true))
          .setErr(new PrintWriter(said, true))
          .execute(words.replace("T", csv).replace("O", out).split(" ", -1));
    }
    assertThat(said.toString().replace(folder.toString(), ""))
        .contains("--nominal zip takes them as names", "--missing \"unknown\"", "--overwrite")
        .contains("--drop-missing leaves", "--month-first says it", "information, mrmr, jmi")
        .doesNotContainPattern("[A-Z][a-z]+[A-Z]\\w+|[a-z]\\.with[A-Z]|[A-Z]+_[A-Z]+|[A-Z]{4,}");
  }
}
