package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.normal;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of the largest, the smallest and the middle, each by a way of its own. */
final class ExtremesTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.5, 1})
  void medianHasTheMeanLogRatioOfItsDensities(double sigma) {
    isTheMeanLogRatio(
        Extremes.median(sigma),
        (x, y) -> {
          double[] sorted = x.clone();
          Arrays.sort(sorted);
          return normal(sigma, y[0] - sorted[1]);
        });
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "4, 0.3", "8, 0.1"})
  void maximumHasTheMeanLogRatioOfItsDensities(int count, double sigma) {
    Distribution law = Extremes.maximum(count, sigma);
    Sample sample = law.sample(DRAWS, new SplittableRandom(2));
    isTheMean(
        law,
        r -> {
          double most =
              IntStream.range(0, count).mapToDouble(c -> sample.x(c)[r]).max().orElseThrow();
          double y = sample.y(0)[r];
          double within = NORMAL.density((y - most) / sigma) / sigma;
          double all = 0;
          for (double m = -6; m < 6; m += 0.01) {
            double density =
                count * NORMAL.density(m) * Math.pow(NORMAL.cumulativeProbability(m), count - 1);
            all += 0.01 * density * NORMAL.density((y - m) / sigma) / sigma;
          }
          return Math.log(within / all);
        });
  }

  @ParameterizedTest
  @CsvSource({"5, 0.3", "2, 1", "6, 0.15"})
  void extremesHaveTheMeanLogRatioOfTheirDensities(int dx, double sigma) {
    isTheMeanLogRatio(
        Extremes.extremes(dx, sigma),
        (x, y) ->
            normal(
                sigma,
                y[0] - Arrays.stream(x).min().orElseThrow(),
                y[1] - Arrays.stream(x).max().orElseThrow()));
  }
}
