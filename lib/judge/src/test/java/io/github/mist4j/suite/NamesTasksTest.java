package io.github.mist4j.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.estimator.PlugIn;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class NamesTasksTest {
  private static final int ROWS = 20_000;

  @Test
  @DisplayName("tables have the information that their counts have, and their kinds are theirs")
  void counts() {
    for (BenchmarkSuite.Task task : BenchmarkSuite.named("names").tasks()) {
      Distribution law = task.law(RandomStreams.of(1, 2));
      Sample sample = law.sample(ROWS, RandomStreams.of(3, 4));
      assertThat(sample.dx()).isEqualTo(law.dx());
      assertThat(law.mutualInformation()).isGreaterThanOrEqualTo(0);
      if (task.name().startsWith("table") || task.name().startsWith("weekday")) {
        // the scatter of a plug-in estimate is below √(I / n), with bias below 0.002
        assertThat(new PlugIn().estimate(sample).value())
            .as(task.name())
            .isCloseTo(law.mutualInformation(), within(0.035));
      }
    }
  }

  @Test
  @DisplayName("numbers by name, lines by name and chances have the information of known cases")
  void grids() {
    NumberDensity[] apart = {new NumberDensity(0, 1, 0), new NumberDensity(2, 1, 0)};
    assertThat(NumberDensity.information(new double[] {1, 1}, apart))
        .isCloseTo(0.3368, within(1e-3));
    double line =
        NumberDensity.informationOfLines(
            new double[] {1}, new double[] {0}, new double[] {1}, u -> u, 1);
    assertThat(line).isCloseTo(0.5 * Math.log(2), within(1e-5));
    double sign = NumberDensity.informationOfChance(u -> u > 0 ? 1 : 0);
    assertThat(sign).isCloseTo(Math.log(2), within(1e-9));
  }
}
