package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Truths of 0.005, 0.015, … 0.995 nats, and quantiles that say so or do not. */
final class CalibrationTest {
  private static final int COUNT = 100;

  /** Says the quantile at a level without a look at the sample. */
  private record Says(DoubleUnaryOperator quantile) implements MutualInformationEstimator {
    @Override
    public String method() {
      return "says";
    }

    @Override
    public Estimate estimate(Sample sample, EstimateOptions options) {
      double lower = quantile.applyAsDouble((1 - options.level()) / 2);
      double upper = quantile.applyAsDouble((1 + options.level()) / 2);
      return Estimate.of(sample, method(), quantile.applyAsDouble(0.5))
          .withInterval(new Interval(lower, upper, options.level()));
    }
  }

  private static EvaluationData data(DoubleUnaryOperator truth) {
    Sample sample = new Normal(Dispersion.identity(1, 1)).sample(10, new SplittableRandom(1));
    List<MetaDatasetRow> rows =
        IntStream.range(0, COUNT)
            .mapToObj(i -> row(i, truth.applyAsDouble((i + 0.5) / COUNT)))
            .toList();
    return EvaluationData.of("any", rows, place -> sample);
  }

  private static MetaDatasetRow row(int idx, double truth) {
    return new MetaDatasetRow(idx, 10, 1, 1, truth, 0, Optional.empty(), Optional.empty());
  }

  private static Calibration of(EvaluationData data, MutualInformationEstimator estimator) {
    return Calibration.of(data, estimator, EvaluationOptions.withDefaults(), progress -> {});
  }

  @Test
  void rightQuantilesLieOnTheDiagonalAndLowOnesBelow() {
    EvaluationData data = data(truth -> truth);
    Calibration right = of(data, new Says(level -> level));
    assertThat(right.levels()).hasSize(8).isSorted();
    assertThat(right.levels().get(0)).isCloseTo(0.1, within(1e-12));
    assertThat(right.worst()).isLessThan(1e-9);
    Calibration low = of(data, new Says(level -> level / 2));
    assertThat(low.shares().get(7)).isCloseTo(0.45, within(0.011));
    assertThat(low.worst()).isCloseTo(0.45, within(0.011));
    assertThat(low.crossed()).isZero();
    Calibration turned = of(data, new Says(level -> level < 0.5 ? 0.5 - level : level));
    assertThat(turned.crossed()).isCloseTo(3.0 / 7, within(1e-12)); // 0.1 to 0.4
    assertThat(turned).asString().endsWith("; 42.86% of neighbouring quantiles cross");
  }

  @Test
  void truthsOfZeroCountInProportionWhereQuantilesAreZero() {
    Calibration zeros = of(data(truth -> 0), new Says(level -> level < 0.5 ? 0 : level));
    assertThat(zeros.shares().get(0)).isCloseTo(0.25, within(1e-9)); // 0.1 of the 0.4 at 0
    assertThat(zeros.shares().get(3)).isCloseTo(1, within(1e-9));
    assertThat(zeros.shares().get(7)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aMethodWithoutIntervalsIsRefused() {
    EvaluationData data = data(truth -> truth);
    var without = new GaussianCopula();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(data, without))
        .withMessage(
            "method gaussian-copula has no intervals, whose calibration could be looked at");
  }
}
