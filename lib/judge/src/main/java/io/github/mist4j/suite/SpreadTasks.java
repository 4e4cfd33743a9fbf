package io.github.mist4j.suite;

import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.MultipleRegression;
import io.github.mist4j.distribution.Noise;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Radial;
import io.github.mist4j.distribution.Regression;
import io.github.mist4j.distribution.Student;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Dependence that every column carries a little of, as survey items, gene expressions, spectra and
 * returns do: nine kinds of it in 6, 16 and 32 columns a side, turned anew at every seed.
 */
final class SpreadTasks {
  private static final int[] COLUMNS = {6, 16, 32};
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private SpreadTasks() {}

  static List<Task> all() {
    return Arrays.stream(COLUMNS).boxed().flatMap(SpreadTasks::of).toList();
  }

  private static Stream<Task> of(int d) {
    return Stream.of(
        task("pairs", d, (n, rng) -> turned(pair(0.8).beside(pair(0.6)), n, rng)),
        task("weak-pairs", d, (n, rng) -> turned(weakPairs(), n, rng)),
        task("student", d, (n, rng) -> turned(new Student(Dispersion.dense(2, 2, 0.5), 5), n, rng)),
        task("weak-factors", d, (n, rng) -> new Normal(factors(n, 3, 0.35, rng))),
        task("factors", d, (n, rng) -> new Normal(factors(n, 2, 0.8, rng))),
        task("square", d, (n, rng) -> turned(curve(Curve.parabola(1), 0.4), n, rng)),
        task("wave", d, (n, rng) -> turned(curve(wave(), 0.3), n, rng)),
        task("circles", d, (n, rng) -> turned(circles(), n, rng)),
        task("scores", d, SpreadTasks::scores),
        task("curves", d, (n, rng) -> new Normal(curves(n, rng))),
        task("mixed", d, (n, rng) -> mixed(new Normal(Dispersion.identity(n, n)), rng)));
  }

  private static Task task(
      String name, int d, BiFunction<Integer, RandomGenerator, Distribution> law) {
    return new Task("%s-%s-%s".formatted(name, d, d), rng -> law.apply(d, rng));
  }

  private static Distribution pair(double correlation) {
    return new Normal(Dispersion.dense(1, 1, correlation));
  }

  private static Distribution weakPairs() {
    return pair(0.3).beside(pair(0.3)).beside(pair(0.3)).beside(pair(0.3));
  }

  private static Distribution curve(Curve curve, double noise) {
    return Regression.of(NORMAL, curve, Curve.constant(noise), Noise.normal());
  }

  private static Curve wave() {
    return Curve.sines(new double[] {1}, new double[] {3}, new double[] {0.4});
  }

  /** The lengths of two columns a side belong together, their directions do not. */
  private static Distribution circles() {
    return Radial.of(pair(0.9).transformed(Transform.linear(new double[][] {{0.5}})), 2, 2);
  }

  /** Among columns of noise, both sides turned. */
  private static Distribution turned(Distribution law, int d, RandomGenerator rng) {
    return law.withNoiseColumns(d - law.dx(), d - law.dy())
        .transformed(Transform.rotation(d, rng), Transform.rotation(d, rng));
  }

  /** Columns of each side that go along with one another. */
  private static Distribution mixed(Distribution law, RandomGenerator rng) {
    int d = law.dx();
    var matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        matrix[i][j] = (i == j ? 1 : 0) + 1.5 * rng.nextGaussian() / Math.sqrt(d);
      }
    }
    return law.transformed(Transform.linear(matrix), Transform.linear(matrix));
  }

  private static Dispersion factors(int d, int count, double loading, RandomGenerator rng) {
    var loadings = new double[2 * d][count];
    for (double[] row : loadings) {
      Arrays.setAll(row, f -> loading * rng.nextGaussian());
    }
    var noise = new double[2 * d];
    Arrays.fill(noise, 1);
    return Dispersion.factors(d, loadings, noise);
  }

  /** Two smooth curves, of which each side has another stretch, and own waves and noise. */
  private static Dispersion curves(int d, RandomGenerator rng) {
    int waves = 6;
    var loadings = new double[2 * d][waves];
    for (int f = 0; f < waves; f++) {
      double start = 2 * Math.PI * rng.nextDouble();
      double speed = 1 + 3 * rng.nextDouble();
      for (int i = 0; i < 2 * d; i++) {
        boolean there = f < 2 || (f % 2 == 0) == (i < d);
        loadings[i][f] = there ? 0.7 * Math.cos(start + speed * i / d) : 0;
      }
    }
    var noise = new double[2 * d];
    Arrays.fill(noise, 0.3);
    return Dispersion.factors(d, loadings, noise);
  }

  /** A score of all columns of X, its square bent, is one column of Y; both sides are mixed. */
  private static Distribution scores(int d, RandomGenerator rng) {
    Distribution law =
        MultipleRegression.of(
            "x1 + x2 + x1²/2", 2, x -> x[0] + x[1] + x[0] * x[0] / 2, 0.7, Noise.laplace());
    return mixed(law.withNoiseColumns(d - 2, d - 1), rng);
  }
}
