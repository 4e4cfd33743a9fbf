package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Unit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MagicsTest {
  @TempDir Path folder;
  private final StringWriter progress = new StringWriter();
  private final List<Object> shown = new ArrayList<>();
  private Path csv;

  @BeforeEach
  void writeCsv() throws IOException {
    var rng = new SplittableRandom(1);
    var text = new StringBuilder("rooms,\"living area\",price\n");
    for (int r = 0; r < 50; r++) {
      double rooms = rng.nextGaussian();
      text.append("%s,%s,%s\n".formatted(rooms, r == 3 ? "" : r, rooms + rng.nextGaussian()));
    }
    csv = Files.writeString(folder.resolve("two homes.csv"), text);
  }

  private Object line(String... words) {
    return Magics.answer(List.of(words), new PrintWriter(progress, true));
  }

  private Object cell(String words, String body) {
    return Magics.answers(
        CommandWords.of(words), body, new PrintWriter(progress, true), shown::add);
  }

  @Test
  void anEstimateIsTheEstimateItself() {
    Object answer =
        line("estimate", csv.toString(), "--x", "rooms", "--y", "price", "--method", "ksg");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Estimate.class, e -> assertThat(e.toString()).contains("n = 50", "ksg"));
  }

  @Test
  void warningsStandOnTheEstimateAndOneLineSaysHowTheTableWasRead() {
    Object answer =
        cell(
            "",
            "estimate \"%s\" --x \"living area\" --y price --method cca --drop-missing"
                .formatted(csv));
    assertThat(((Estimate) answer).warnings())
        .anyMatch(w -> w.sentence().startsWith("1 of 50 rows dropped"));
    assertThat(progress.toString())
        .isEqualToIgnoringNewLines(
            csv
                + ": 50 rows, 3 columns, UTF-8, separated by ',', decimal sign '.', 1 cell missing"
                + " (empty)");
  }

  @Test
  void jsonIsText() {
    Object answer =
        line(
            "estimate",
            csv.toString(),
            "--x",
            "rooms",
            "--y",
            "price",
            "--method",
            "cca",
            "--format",
            "json");
    assertThat(answer).asString().startsWith("{").endsWith("}");
  }

  @Test
  void everyLineOfACellIsACommandAndAllAnswersButTheLastAreShown() {
    String estimate = "estimate \"%s\" --x rooms --y price --method cca".formatted(csv);
    Object last = cell(estimate, "\n  " + estimate + " --bits\n\n--version\n" + estimate + "\n");
    assertThat(shown).hasSize(3);
    assertThat(List.of(shown.get(0), shown.get(1), last))
        .extracting(e -> ((Estimate) e).unit(), e -> ((Estimate) e).method())
        .containsExactly(tuple(Unit.NATS, "cca"), tuple(Unit.BITS, "cca"), tuple(Unit.NATS, "cca"));
    assertThat(shown.get(2)).asString().startsWith("mist4j ");
  }

  @Test
  void helpIsText() {
    assertThat(line("help")).asString().contains("Usage: mist4j", "estimate", "train", "info");
    assertThat(line()).isEqualTo(line("help"));
    assertThat(cell("", "\n")).isEqualTo(line("help"));
    assertThat(line("help", "estimate")).asString().contains("Usage: mist4j estimate", "--halves");
    assertThat(line("estimate", "--help")).isEqualTo(line("help", "estimate"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "estimate|Missing required options and parameters: '--x=A[,B...]', '--y=A[,B...]',"
            + " 'FILE'; see mist4j estimate --help",
        "estimate no.csv --x a --y b|there is no file no.csv",
        "info no.mist|no.mist is not a file",
        "guess|Unmatched argument at index 0: 'guess'; see mist4j --help",
        "help guess|Unknown subcommand 'guess'.; see mist4j --help",
        "estimate \"no.csv|a quote must be closed, one is not in: estimate \"no.csv"
      })
  void aRefusalIsTheOneSentenceOfTheCommandLine(String command, String sentence) {
    assertThat(cell("", command)).isEqualTo("mist4j: " + sentence);
    assertThat(progress.toString()).isEmpty();
  }

  @Test
  void quotesHoldAWordTogether() {
    assertThat(CommandWords.of(" a  \"b c\"\t--x=\"d e\",f \"\" C:\\g "))
        .containsExactly("a", "b c", "--x=d e,f", "", "C:\\g");
    assertThat(CommandWords.of("  ")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> CommandWords.of("a \"b"));
  }

  @Test
  void bothMagicsAreRegistered() {
    var magics = new MagicsRegistry();
    Magics.register(magics);
    assertThat(magics.getLineMagicNames()).contains("mist");
    assertThat(magics.getCellMagicNames()).contains("mist");
  }
}
