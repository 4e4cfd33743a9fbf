package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.normal;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of reported amounts, by the ratio of their densities over draws. */
final class ReportedAmountsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @ParameterizedTest
  @CsvSource({"2, 0.5", "0.5, 2", "5, 0.1"})
  void amountsHaveTheMeanLogRatioOfTheirDensities(double slope, double sigma) {
    isTheMeanLogRatio(
        ReportedAmounts.hurdle(slope, sigma),
        (x, y) -> {
          double any = 1 / (1 + Math.exp(-slope * x[0]));
          return y[0] == 0 ? 1 - any : any * normal(sigma, Math.log(y[0]) - x[1]);
        });
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.3", "0.9, 0.1", "0.2, 1"})
  void roundedNumbersHaveTheMeanLogRatioOfTheirChances(double share, double sigma) {
    isTheMeanLogRatio(
        ReportedAmounts.heaped(share, sigma),
        (x, y) -> {
          double off = y[0] - x[0];
          boolean coarse = Math.abs(2 * y[0] - Math.rint(2 * y[0])) < 1e-9;
          return (1 - share) * mass(off, 0.05, sigma)
              + (coarse ? share * mass(off, 0.25, sigma) : 0);
        });
  }

  private static double mass(double off, double half, double sigma) {
    return NORMAL.cumulativeProbability((off + half) / sigma)
        - NORMAL.cumulativeProbability((off - half) / sigma);
  }
}
