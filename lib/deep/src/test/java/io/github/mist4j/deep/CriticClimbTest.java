package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mist4j.deep.CriticOptions.Bound;
import io.github.mist4j.deep.CriticOptions.Climb;
import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.InformationMaximizer;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CriticClimbTest {
  private static final int COLUMNS = 5;
  private static final CriticOptions SMALL =
      CriticOptions.of(Bound.MINE)
          .withFit(FitOptions.withDefaults().withWidth(16).withRate(5e-3).withSteps(30));

  /** Y is the last column and noise. */
  private static Sample sample() {
    var rng = new SplittableRandom(1);
    var x = new double[COLUMNS][200];
    for (double[] column : x) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    var y = new double[200];
    Arrays.setAll(y, r -> 1000 * (x[COLUMNS - 1][r] + 0.3 * rng.nextGaussian()));
    return Sample.ofColumns(x, new double[][] {y});
  }

  @Test
  void aClimbByMineFindsTheInformativeColumn() {
    var found =
        InformationMaximizer.weights(1)
            .withSteps(150)
            .withRate(0.02)
            .maximize(new NeuralCritic(SMALL), sample());
    assertThat(found.order()[0]).isEqualTo(COLUMNS - 1);
    assertThat(found.value()).isGreaterThan(found.path().get(0));
  }

  @Test
  void aNetworkToConvergeBeginsAnewForEachGradient() {
    DifferentiableEstimator converged = new NeuralCritic(SMALL.withClimb(Climb.CONVERGED));
    DifferentiableEstimator climb = converged.ofClimb();
    assertThat(climb.gradient(sample()).value()).isEqualTo(climb.gradient(sample()).value());
    DifferentiableEstimator continual = new NeuralCritic(SMALL).ofClimb();
    double first = continual.gradient(sample()).value();
    for (int k = 0; k < 30; k++) {
      continual.gradient(sample());
    }
    assertThat(continual.gradient(sample()).value()).isGreaterThan(first);
  }

  @Test
  void slopesAreOfTheCellsInTheirUnits() {
    var gradient = new NeuralCritic(SMALL).gradient(sample());
    assertThat(gradient.x()).hasDimensions(200, COLUMNS);
    assertThat(gradient.y()).hasDimensions(200, 1);
    double ofX = Arrays.stream(gradient.x()).mapToDouble(r -> Math.abs(r[COLUMNS - 1])).sum();
    double ofY = Arrays.stream(gradient.y()).mapToDouble(r -> Math.abs(r[0])).sum();
    assertThat(ofX / ofY).isBetween(100.0, 10_000.0); // Y is in thousandths
  }

  @Test
  void methodsWithoutAGradientAreRefused() {
    assertThat(DifferentiableEstimator.ofMethod("mine:width=16")).isInstanceOf(NeuralCritic.class);
    assertThatThrownBy(() -> DifferentiableEstimator.ofMethod("ksg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("method ksg has no gradient");
  }
}
