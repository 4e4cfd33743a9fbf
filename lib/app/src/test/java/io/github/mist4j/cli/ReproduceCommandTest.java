package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReproduceCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    return Mist4j.commandLine(Methods::known)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.split(" ", -1));
  }

  @Test
  @DisplayName("without a name it lists the experiments with the time that they need")
  void theListing() {
    assertThat(run("reproduce")).isZero();
    assertThat(out.toString())
        .contains("fig3", "806,000 datasets", "consistency", "min", "  all  ");
  }

  @Test
  @DisplayName("numbers and picture are written, and what the paper has is printed")
  void anExperiment(@TempDir Path folder) {
    String line = "reproduce fig2 --scale tiny --method gaussian-copula --out " + folder;
    assertThat(run(line)).isZero();
    assertThat(out.toString()).contains("gaussian-copula", "The paper: ", "The difference: ");
    assertThat(folder.resolve("fig2.svg")).content().contains("Figure 2");
    assertThat(run(line)).isEqualTo(Mist4j.WRONG_INPUT);
    assertThat(err.toString()).contains("fig2.csv exists already");
    assertThat(run(line + " --resume")).isZero();
    assertThat(run(line + " --overwrite")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reproduce fig33                | experiment must be one of table1, fig2, fig3
          reproduce fig6 --method ksg    | fig6 asks methods of its own, so no others can be named
          reproduce all --method ksg     | --method and --model go with one
          reproduce fig3 --scale large   | Invalid value for option '--scale'
          reproduce fig3 --method no     | no
          reproduce fig3 --resume --overwrite | only one of them can be given
          evaluate d --out p.csv --resume --overwrite | only one of them can be given
          """)
  void wrongInputGetsOneSentence(String line, String sentence) {
    assertThat(run(line)).isEqualTo(Mist4j.WRONG_INPUT);
    assertThat(err.toString()).contains(sentence);
    assertThat(out.toString()).isEmpty();
  }
}
