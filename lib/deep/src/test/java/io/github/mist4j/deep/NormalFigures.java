package io.github.mist4j.deep;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.GaussianMixture;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.NormalComponent;
import io.github.mist4j.distribution.Student;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.sample.Sample;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Methods on normal columns in pairs of one correlation, and on laws made of them, no part of the
 * test run. A line for each method and law: columns a side, the truth in nats, the estimate, the
 * seconds it took.
 *
 * <p>Arguments: methods, {@code normal|half-cube|rotated|spiral|student|mixture|one-pair|copies},
 * columns a side, nats, rows, seed; all but the last two may be lists with commas. With {@code
 * one-pair} all information is in the first pair of columns and the others are noise; with {@code
 * copies} half of the others repeat the first, as in the bench of Gowri et al. (2024).
 */
final class NormalFigures {
  private NormalFigures() {}

  /** Estimates and prints. */
  public static void main(String[] arguments) {
    int n = Integer.parseInt(arguments[4]);
    long seed = Long.parseLong(arguments[5]);
    for (String columns : arguments[2].split(",", -1)) {
      for (String nats : arguments[3].split(",", -1)) {
        for (String law : arguments[1].split(",", -1)) {
          int d = Integer.parseInt(columns);
          var rng = new SplittableRandom(seed);
          Distribution drawn = law(law, d, Double.parseDouble(nats), rng);
          Sample sample = drawn.sample(n, rng);
          if (law.equals("copies")) {
            sample = Sample.ofColumns(withCopies(sample::x, d), withCopies(sample::y, d));
          }
          for (String method : arguments[0].split(",", -1)) {
            long start = System.nanoTime();
            double value = Estimators.named(method).estimate(sample).value();
            System.out.printf(
                Locale.ROOT,
                "%-14s %-9s %4d columns, %.3f nats: %.3f, %.0f s%n",
                method,
                law,
                d,
                drawn.mutualInformation(),
                value,
                (System.nanoTime() - start) / 1e9);
          }
        }
      }
    }
  }

  private static double[][] withCopies(IntFunction<double[]> column, int d) {
    return IntStream.range(0, d)
        .mapToObj(c -> column.apply(c < 1 + (d - 1) / 2 ? 0 : c))
        .toArray(double[][]::new);
  }

  private static Distribution law(String name, int d, double nats, SplittableRandom rng) {
    int pairs = name.equals("one-pair") || name.equals("copies") ? 1 : d;
    double rho = Math.sqrt(-Math.expm1(-2 * nats / pairs));
    var matrix = new double[2 * d][2 * d];
    for (int c = 0; c < 2 * d; c++) {
      matrix[c][c] = 1;
      if (c % d < pairs) {
        matrix[c][(c + d) % (2 * d)] = rho;
      }
    }
    var normal = new Normal(Dispersion.of(matrix, d));
    return switch (name) {
      case "normal", "one-pair", "copies" -> normal;
      case "half-cube" -> normal.transformed(Transform.halfCube());
      case "mixture" -> mixture(d, rho);
      case "student" -> new Student(Dispersion.of(matrix, d), 3);
      case "spiral" ->
          normal.transformed(Transform.spiral(1, 0, 1), Transform.spiral(1, d - 1, d - 2));
      case "rotated" -> normal.transformed(Transform.rotation(d, rng), Transform.rotation(d, rng));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * Four normal laws, in which even and odd pairs of columns are correlated by +rho or −rho and the
   * first columns lie apart: no correlation of the whole shows more than a part.
   */
  private static Distribution mixture(int d, double rho) {
    return GaussianMixture.of(
        d,
        IntStream.range(0, 4)
            .mapToObj(
                k -> {
                  var covariance = new double[2 * d][2 * d];
                  for (int c = 0; c < 2 * d; c++) {
                    covariance[c][c] = 1;
                    boolean odd = (c % d) % 2 == 1;
                    covariance[c][(c + d) % (2 * d)] = (odd ? k / 2 : k % 2) == 0 ? rho : -rho;
                  }
                  var mean = new double[2 * d];
                  mean[0] = k;
                  mean[d] = -k;
                  return NormalComponent.of(0.25, mean, covariance);
                })
            .toList());
  }
}
