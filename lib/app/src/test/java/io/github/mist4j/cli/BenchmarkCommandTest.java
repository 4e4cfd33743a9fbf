package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BenchmarkCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    return Mist4j.commandLine(Methods::known)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.split(" ", -1));
  }

  @Test
  void theFortyTasksAreATableWithASummary() {
    assertThat(run("benchmark bmi --n 30 --seeds 1")).isZero();
    assertThat(err.toString()).doesNotContain("mist4j:", "warning:");
    assertThat(out.toString().lines()).hasSize(42);
    assertThat(out.toString())
        .contains("1v1-additive-0.1")
        .containsPattern("mist: mean \\|error\\| 0\\.\\d{3} nats, \\d+ of 40 tasks within 0\\.1");
  }

  @Test
  void aPictureIsSavedWhereItIsAskedFor(@TempDir Path folder) {
    Path picture = folder.resolve("levels.svg");
    assertThat(run("benchmark levels --n 30 --seeds 1 --method cca --picture " + picture)).isZero();
    assertThat(picture).content().contains("levels: estimates (dots) and truths (bars), nats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          benchmark bim          | suite must be one of bmi, unseen, unseen-wide, unseen-families, near, levels, levels-normal, everyday, spread, names, independent, was 'bim'
          benchmark              | Missing required parameter: 'SUITE'
          benchmark bmi --n 5    | n must be at least 10, was 5
          benchmark bmi --seeds 0| seeds must be from 1 to 10000, were 0
          benchmark bmi --picture p.gif | a picture's name must end in .png or .svg, was p.gif
          """)
  void wrongInputGetsOneSentence(String line, String sentence) {
    assertThat(run(line)).isEqualTo(Mist4j.WRONG_INPUT);
    assertThat(err.toString()).contains(sentence);
    assertThat(out.toString()).isEmpty();
  }
}
