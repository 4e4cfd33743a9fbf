package io.github.mist4j.estimator;

import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a pair of columns departs from a normal copula: with normal scores z and e what is left of
 * one score after its regression on the other, the correlation of e with z² − 1 and z³ − 3z (a
 * curve) and of e² with z and z² − 1 (a changing spread), in standard errors 1/√n.
 *
 * @param predictor the column of z
 * @param response the column of e
 * @param curved whether it is a curve, not a spread
 * @param size the larger of the two correlations in absolute value, in standard errors
 */
record PairShape(int predictor, int response, boolean curved, double size) {

  /**
   * What shows most clearly, if anything reaches so many standard errors: a curve of Y against X, a
   * spread of Y that changes with X, then the same with X and Y exchanged.
   */
  static Optional<PairShape> strongest(double[][] scores, int dx, double enough) {
    return Stream.of(true, false)
        .flatMap(forward -> Stream.of(true, false).map(c -> strongest(scores, dx, forward, c)))
        .filter(shape -> shape.size >= enough)
        .findFirst();
  }

  private static PairShape strongest(double[][] scores, int dx, boolean forward, boolean curved) {
    int[] ofX = IntStream.range(0, dx).toArray();
    int[] ofY = IntStream.range(dx, scores.length).toArray();
    int[] responses = forward ? ofY : ofX;
    var strongest = new PairShape(0, dx, curved, 0);
    for (int predictor : forward ? ofX : ofY) {
      double[] z = scores[predictor];
      double[] square = mapped(z, v -> v * v - 1);
      double[] other = curved ? mapped(z, v -> v * (v * v - 3)) : z;
      for (int response : responses) {
        double[] rest = rest(z, scores[response]);
        double[] left = curved ? rest : mapped(rest, e -> e * e);
        double size = Math.max(size(left, square), size(left, other));
        strongest =
            size > strongest.size ? new PairShape(predictor, response, curved, size) : strongest;
      }
    }
    return strongest;
  }

  private static double[] mapped(double[] values, DoubleUnaryOperator f) {
    return Arrays.stream(values).map(f).toArray();
  }

  private static double[] rest(double[] z, double[] of) {
    double slope = NormalStatistic.product(z, of) / NormalStatistic.product(z, z);
    var rest = new double[z.length];
    for (int r = 0; r < rest.length; r++) {
      rest[r] = of[r] - slope * z[r];
    }
    return rest;
  }

  /** |correlation| √n; 0 where one of them is constant. */
  private static double size(double[] a, double[] b) {
    double[] u = Scaling.standardized(a);
    double[] v = Scaling.standardized(b);
    double correlation = NormalStatistic.product(u, v) / u.length;
    return Double.isFinite(correlation) ? Math.abs(correlation) * Math.sqrt(u.length) : 0;
  }
}
