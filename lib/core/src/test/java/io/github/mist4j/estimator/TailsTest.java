package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TailsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  @DisplayName("equal weights give the chi-squared tail, to a few percent however far out")
  void equalWeightsGiveChiSquares(int count) {
    var weights = new double[count];
    Arrays.fill(weights, 0.5);
    var sum = new WeightedChiSquares(weights);
    var exact = ChiSquaredDistribution.of(count);
    for (double p : new double[] {0.5, 0.05, 1e-3, 1e-6, 1e-12}) {
      double at = exact.inverseSurvivalProbability(p);
      assertThat(sum.above(0.5 * at)).isCloseTo(p, within(0.12 * p));
    }
    assertThat(sum.above(0)).isEqualTo(1);
    assertThat(sum.above(0.5 * count)).isCloseTo(exact.survivalProbability(count), within(0.02));
  }

  @Test
  @DisplayName("p-values count where draws are many and follow a tail beyond them")
  void tailsAreContinued() {
    int draws = 2000;
    var rng = new SplittableRandom(1);
    double[] exponential = rng.doubles(draws).map(u -> -Math.log(u)).sorted().toArray();
    for (double at : new double[] {0.5, 2, 4}) {
      assertThat(ParetoTail.pValue(at, exponential, 0))
          .isCloseTo(Math.exp(-at), within(4 * Math.sqrt(Math.exp(-at) / draws)));
    }
    for (double at : new double[] {7, 9, 12}) {
      double log = Math.log(ParetoTail.pValue(at, exponential, 0));
      assertThat(log).isCloseTo(-at, within(0.35 * at)); // never by an order too small or large
    }
  }
}
