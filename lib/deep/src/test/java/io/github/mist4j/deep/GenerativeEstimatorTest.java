package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.deep.GenerativeEstimator.Form;
import io.github.mist4j.deep.GenerativeEstimator.Kind;
import io.github.mist4j.deep.GenerativeEstimator.Scores;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GenerativeEstimatorTest {
  private static final Distribution PAIR = new Normal(Dispersion.dense(1, 1, 0.9)); // 0.830 nats
  private static final FitOptions SMALL =
      FitOptions.withDefaults()
          .withActivation(FitOptions.Activation.GELU)
          .withWidth(32)
          .withSteps(400)
          .withRate(2e-3);

  private static Sample turned(double rho, int n, int seed) {
    var rng = new SplittableRandom(seed);
    return new Normal(Dispersion.dense(1, 1, rho))
        .withNoiseColumns(2, 1)
        .transformed(Transform.rotation(3, rng), Transform.rotation(2, rng))
        .sample(n, rng);
  }

  /** Every kind, and its other forms. */
  private static Stream<GenerativeEstimator> all(FitOptions fit) {
    return Stream.concat(
        Arrays.stream(Kind.values()).map(kind -> new GenerativeEstimator(kind, fit)),
        Stream.of(Kind.MINDE, Kind.FMMI)
            .map(kind -> new GenerativeEstimator(kind, fit).withForm(Form.JOINT)));
  }

  private static Stream<Arguments> narrow() {
    return all(SMALL.withWidth(8)).map(e -> Arguments.of(spelled(e), e));
  }

  private static Stream<Arguments> small() {
    return all(SMALL).map(e -> Arguments.of(spelled(e), e));
  }

  private static String spelled(GenerativeEstimator estimator) {
    return estimator.method() + " " + estimator.options().get(0);
  }

  @Test
  @DisplayName(
      "the velocity of normal columns is what straight lines between their rows go by on average,"
          + " and its divergence adds up to their information")
  void velocityOfNormalColumns() {
    double rho = 0.8;
    var covariance = new DMatrixRMaj(new double[][] {{1, rho}, {rho, 1}});
    var y = new int[] {1};
    var velocity =
        LinearVelocity.of(
            NormalErrors.part(covariance, y, y),
            NormalErrors.of(covariance, 1_000_000, y, new int[] {0}));
    assertThat(velocity.information()).isCloseTo(-0.5 * Math.log(1 - rho * rho), within(1e-5));
    int n = 100_000;
    Sample sample = new Normal(Dispersion.dense(1, 1, rho)).sample(n, new SplittableRandom(4));
    var x = new float[n];
    var from = new float[n];
    var to = new float[n];
    var times = new float[n];
    for (int r = 0; r < n; r++) {
      x[r] = (float) sample.x(0)[r];
      to[r] = (float) sample.y(0)[r];
      from[r] = (float) sample.y(0)[(r + 1) % n];
      times[r] = r % 100 / 100f;
    }
    Velocity.Way way = Velocity.Way.of(from, to, times, velocity, x);
    double ofZ = 0;
    double ofX = 0;
    double before = 0;
    for (int r = 0; r < n; r++) {
      ofZ += way.target()[r] * way.z()[r] / n;
      ofX += way.target()[r] * x[r] / n;
      before += (to[r] - from[r]) * x[r] / n;
    }
    assertThat(ofZ).isCloseTo(0, within(0.02)); // nothing linear is left
    assertThat(ofX).isCloseTo(0, within(0.02));
    assertThat(before).isCloseTo(rho, within(0.02));
    float step = 1e-2f;
    double divergence = 0;
    for (int k = 0; k < 1000; k++) {
      var ahead = new float[1];
      var behind = new float[1];
      velocity.subtract(ahead, new float[] {step}, new float[1], new float[] {(k + 0.5f) / 1000});
      velocity.subtract(behind, new float[1], new float[1], new float[] {(k + 0.5f) / 1000});
      divergence += (behind[0] - ahead[0]) / step / 1000;
    }
    assertThat(-divergence).isCloseTo(velocity.information(), within(1e-3));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("narrow")
  @DisplayName("the gradient of what is climbed is its slope in a random direction")
  void gradients(String name, GenerativeEstimator estimator) {
    int n = 40;
    int[] rows = IntStream.range(0, n).toArray();
    SampleMatrix columns = SampleMatrix.withoutTies(turned(0.7, n, 1), 1);
    var rng = new SplittableRandom(3);
    RowModel model = estimator.model(columns, rows, 5);
    float[] weights = model.initialWeights(rng);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += (float) (0.2 * rng.nextGaussian());
    }
    var gradient = new float[weights.length];
    model.addGradient(weights, gradient, rows);
    var direction = new float[weights.length];
    double slope = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) rng.nextGaussian();
      slope += (double) direction[i] * gradient[i];
    }
    double h = 2e-3;
    double difference =
        (climbed(estimator, columns, rows, weights, direction, h)
                - climbed(estimator, columns, rows, weights, direction, -h))
            / (2 * h);
    assertThat(difference).isCloseTo(slope, within(0.02 * Math.abs(slope) + 2e-3));
  }

  /** Anew, so that the draws of the step are the same. */
  private static double climbed(
      GenerativeEstimator estimator,
      SampleMatrix columns,
      int[] rows,
      float[] weights,
      float[] direction,
      double step) {
    float[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * direction[i]);
    }
    return estimator.model(columns, rows, 5).addGradient(moved, new float[moved.length], rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("small")
  @DisplayName("a strong dependence of single columns and one turned among noise are found")
  void dependenceIsFound(String name, GenerativeEstimator estimator) {
    Sample pair = PAIR.sample(1000, new SplittableRandom(7));
    assertThat(estimator.estimate(pair).value()).isCloseTo(0.83, within(0.16));
    assertThat(estimator.estimate(turned(0.9, 1000, 8)).value()).isBetween(0.45, 0.97);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("small")
  @DisplayName("columns that say nothing about each other are given nearly nothing")
  void nothingComesOfNothing(String name, GenerativeEstimator estimator) {
    assertThat(estimator.estimate(turned(0, 1000, 9)).value()).isBetween(0.0, 0.06);
    assertThat(estimator.estimate(turned(0, 60, 9)).value()).isBetween(0.0, 0.3);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  @DisplayName("the same sample and seed give the same bits, also from many threads at once")
  void repeatable(Kind kind) {
    var estimator = new GenerativeEstimator(kind, SMALL.withSteps(30).withFolds(3));
    Sample sample = turned(0.8, 200, 4);
    Estimate first = estimator.estimate(sample);
    IntStream.range(0, 4)
        .parallel()
        .forEach(i -> assertThat(estimator.estimate(sample).value()).isEqualTo(first.value()));
    assertThat(first.interval()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Scores.class)
  @DisplayName("minde reads the same off its scores in each way")
  void waysToReadScores(Scores scores) {
    var estimator = new GenerativeEstimator(Kind.MINDE, SMALL).withScores(scores);
    assertThat(estimator.estimate(turned(0.9, 1000, 8)).value()).isBetween(0.45, 0.97);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  @DisplayName("minde starts at what normal columns say: weak dependence of many takes it no steps")
  void diffusionStartsAtNormalColumns(Form form) {
    var law = new Normal(Dispersion.sparse(8, 8, 8, 0.8)); // 0.66 nats
    var estimator = new GenerativeEstimator(Kind.MINDE, SMALL.withSteps(10)).withForm(form);
    Sample sample = law.sample(4000, new SplittableRandom(5));
    assertThat(estimator.estimate(sample).value()).isCloseTo(law.mutualInformation(), within(0.15));
  }

  @Test
  @DisplayName("the density of held-out rows by a variational autoencoder falls short of no bound")
  void moreDrawsComeNearer() {
    int n = 50;
    SampleMatrix columns = SampleMatrix.withoutTies(turned(0.7, n, 1), 1);
    var layout = new Layout();
    var density = new CodeDensity(layout, "x", 3, SMALL.withWidth(8));
    var weights = new float[layout.size()];
    density.initialize(weights, new SplittableRandom(3));
    for (int i = 0; i < weights.length; i++) {
      weights[i] += (float) (0.2 * new SplittableRandom(i).nextGaussian());
    }
    Tensor x = columns.x(IntStream.range(0, n).toArray());
    double bound = 0;
    for (int k = 0; k < 200; k++) {
      bound += density.climb(new Tape(weights, null), x, new SplittableRandom(k)) / 200;
    }
    double few = density.meanLog(weights, x, 10, new SplittableRandom(1));
    double many = density.meanLog(weights, x, 1000, new SplittableRandom(2));
    assertThat(bound).isLessThan(few);
    assertThat(few).isLessThan(many + 0.01);
  }

  @Test
  @DisplayName("each is known by its name and spells its options")
  void names() {
    assertThat(Estimators.named("minde:steps=10:width=16").description()).contains("diffusion");
    assertThat(Estimators.named("gm-flow").description()).contains("flows");
    assertThat(Estimators.named("fmmi:form=joint:steps=10").method())
        .isEqualTo("fmmi:form=joint:steps=10");
    assertThatThrownBy(() -> Estimators.named("mienf:form=joint"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mienf has no option 'form'");
  }

  @Test
  @DisplayName("a fit that is stopped keeps what it has, and says so")
  void stopped() {
    var heard = new ArrayList<Progress>();
    ProgressListener listener =
        ProgressListener.of(FitProgress.class, heard::add).stoppedBy(() -> heard.size() > 1);
    Estimate estimate =
        new GenerativeEstimator(Kind.MINDE)
            .estimate(turned(0.9, 400, 2), EstimateOptions.withDefaults().withProgress(listener));
    assertThat(estimate.warnings()).extracting(Warning::kind).contains(Warning.Kind.FIT_STOPPED);
  }
}
