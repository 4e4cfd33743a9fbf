package io.github.mist4j.estimator;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The normal scores of the columns of a side without the correlation among them: the sum of squares
 * of their products with those of another side is that of the squared canonical correlations, n
 * times.
 */
final class WhitenedScores {
  private static final double ROWS_EACH = 10; // for a direction: fewer would only add chance
  private static final double LEAST = 1e-3; // of the largest variance of a direction

  private WhitenedScores() {}

  /** Principal components of the first functions of some margins, each of variance 1. */
  static List<MarginFunctions> of(List<MarginFunctions> side) {
    double[][] z = side.stream().map(MarginFunctions::first).toArray(double[][]::new); // (d, n)
    int d = z.length;
    int n = z[0].length;
    var correlation = new DMatrixRMaj(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double product = NormalStatistic.product(z[i], z[j]) / n;
        correlation.set(i, j, product);
        correlation.set(j, i, product);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
    eigen.decompose(correlation);
    double largest = IntStream.range(0, d).mapToDouble(k -> variance(eigen, k)).max().orElseThrow();
    return IntStream.range(0, d)
        .boxed()
        .filter(k -> variance(eigen, k) > LEAST * largest)
        .sorted((a, b) -> Double.compare(variance(eigen, b), variance(eigen, a)))
        .limit(Math.max(1, (int) (n / ROWS_EACH)))
        .map(k -> component(z, eigen.getEigenVector(k).data, variance(eigen, k)))
        .map(MarginFunctions::ofRows)
        .toList();
  }

  private static double variance(EigenDecomposition_F64<DMatrixRMaj> eigen, int k) {
    return eigen.getEigenvalue(k).getReal();
  }

  private static double[] component(double[][] z, double[] along, double variance) {
    var component = new double[z[0].length];
    for (int c = 0; c < z.length; c++) {
      double share = along[c] / Math.sqrt(variance);
      for (int r = 0; r < component.length; r++) {
        component[r] += share * z[c][r];
      }
    }
    return component;
  }
}
