package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockIntervalTest {
  private static final int DRAWS = 20;
  private static final double MEMORY = 0.9; // from row to row
  private static final MistEstimator MIST = ShippedEstimator.network();
  private static final EstimateOptions BLOCKS =
      EstimateOptions.withDefaults().withBlockLength(24).withPermutations(39);

  /** A stationary normal series of variance 1. */
  private static double[] series(int n, RandomGenerator rng) {
    var series = new double[n];
    double last = rng.nextGaussian();
    for (int r = 0; r < n; r++) {
      last = MEMORY * last + Math.sqrt(1 - MEMORY * MEMORY) * rng.nextGaussian();
      series[r] = last;
    }
    return series;
  }

  private static Sample sample(double correlation, int seed) {
    var rng = new SplittableRandom(seed);
    double[] x = series(300, rng);
    double[] y = series(300, rng);
    for (int r = 0; r < x.length; r++) {
      y[r] = correlation * x[r] + Math.sqrt(1 - correlation * correlation) * y[r];
    }
    return Sample.ofColumns(new double[][] {x}, new double[][] {y});
  }

  private static boolean holds(Estimate estimate, double truth) {
    Interval interval = estimate.interval().orElseThrow();
    return interval.lower() <= truth && truth <= interval.upper();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  @DisplayName("intervals of series hold the truth with blocks, and without them far less often")
  void intervalsOfSeries(double correlation) {
    double truth = -Math.log1p(-correlation * correlation) / 2;
    int within = 0;
    int withoutBlocks = 0;
    for (int seed = 0; seed < DRAWS; seed++) {
      Sample sample = sample(correlation, seed);
      within += holds(MIST.estimate(sample, BLOCKS), truth) ? 1 : 0;
      withoutBlocks += holds(MIST.estimate(sample), truth) ? 1 : 0;
    }
    assertThat(within).isGreaterThanOrEqualTo(DRAWS * 8 / 10);
    assertThat(withoutBlocks).isLessThanOrEqualTo(DRAWS * 7 / 10);
  }

  @Test
  @DisplayName("the value is the same, and the interval around it is not narrower")
  void theIntervalAlone() {
    Sample sample = sample(0.7, 1);
    Estimate plain = MIST.estimate(sample);
    Estimate blocks = MIST.estimate(sample, BLOCKS.withPermutations(0));
    assertThat(blocks.value()).isEqualTo(plain.value());
    Interval own = plain.interval().orElseThrow();
    Interval wider = blocks.interval().orElseThrow();
    assertThat(wider.lower()).isLessThanOrEqualTo(own.lower());
    assertThat(wider.upper()).isGreaterThanOrEqualTo(own.upper());
    assertThat(MIST.fromAtMost(200).estimate(sample, BLOCKS.withPermutations(0)).interval())
        .hasValueSatisfying(i -> assertThat(i.upper()).isLessThan(wider.upper()));
  }

  @Test
  @DisplayName("where a half of the blocks is constant, the interval stays and a warning says so")
  void halvesThatDoNotSuffice() {
    var y = new double[300];
    y[7] = 1;
    Sample rare = Sample.ofColumns(new double[][] {sample(0, 1).x(0)}, new double[][] {y});
    Estimate estimate = MIST.estimate(rare, BLOCKS.withPermutations(0));
    assertThat(estimate.interval()).isPresent();
    assertThat(estimate.warnings())
        .extracting(Warning::kind)
        .contains(Warning.Kind.NO_INTERVAL)
        .doesNotContain(Warning.Kind.NEIGHBOURING_ROWS_ALIKE);
  }
}
