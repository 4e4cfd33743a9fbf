package io.github.mist4j.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * A column that is a linear function of others, to the last digits: a total or a difference, one of
 * shares of a whole, of places in a ranking, of indicators of classes.
 *
 * @param column of those that could be written by the others, the one with the largest part in it
 * @param sources the others
 */
record LinearRelation(int column, int[] sources) {
  private static final int ROWS_TO_SPARE = 10;
  private static final double NEARLY_ZERO = 1e-11; // share of the variance
  private static final double NO_PART = 1e-6;
  private static final double ROUNDING = 1e-6;

  /**
   * The relation if there is one, and there are {@value #ROWS_TO_SPARE} rows more than columns.
   *
   * <p>The null space of the correlation matrix holds the relations; the diagonal of the projection
   * onto it says what part each column has in them. Columns that differ in no more than rounding
   * beside a few huge values are none: the relation holds from row to row, too.
   *
   * @param columns none constant, (d, n)
   */
  static Optional<LinearRelation> of(List<double[]> columns) {
    int d = columns.size();
    if (d < 2 || columns.get(0).length < d + ROWS_TO_SPARE) {
      return Optional.empty();
    }
    List<double[]> units = columns.stream().map(Scaling::standardized).toList();
    DMatrixRMaj correlation = correlation(units);
    if (CommonOps_DDRM.det(correlation) > Math.E * NEARLY_ZERO) {
      return Optional.empty(); // the smallest eigenvalue is above det ((d − 1)/d)^(d − 1)
    }
    EigenDecomposition_F64<DMatrixRMaj> parts = DecompositionFactory_DDRM.eig(d, true, true);
    parts.decompose(correlation);
    List<double[]> relations =
        IntStream.range(0, d)
            .filter(k -> parts.getEigenvalue(k).real < NEARLY_ZERO)
            .mapToObj(k -> parts.getEigenVector(k).data)
            .toList();
    if (relations.isEmpty()) {
      return Optional.empty();
    }
    int column =
        IntStream.range(0, d)
            .boxed()
            .max(Comparator.comparingDouble(c -> shared(relations, c, c)))
            .orElseThrow();
    double[] weights =
        IntStream.range(0, d).mapToDouble(c -> shared(relations, column, c)).toArray();
    int[] sources =
        IntStream.range(0, d).filter(c -> c != column && Math.abs(weights[c]) > NO_PART).toArray();
    return holds(weights, units)
        ? Optional.of(new LinearRelation(column, sources))
        : Optional.empty();
  }

  /** Whether steps from one row to the next cancel, most of those that there are. */
  private static boolean holds(double[] weights, List<double[]> units) {
    double[] rests =
        IntStream.range(1, units.get(0).length)
            .mapToDouble(r -> rest(weights, units, r))
            .filter(rest -> rest >= 0) // some step
            .toArray();
    return 2 * Arrays.stream(rests).filter(rest -> rest < ROUNDING).count() > rests.length;
  }

  /** What is left of the steps to a row, as a share of their sizes; NaN where there is none. */
  private static double rest(double[] weights, List<double[]> units, int row) {
    double sum = 0;
    double sizes = 0;
    for (int c = 0; c < weights.length; c++) {
      double step = weights[c] * (units.get(c)[row] - units.get(c)[row - 1]);
      sum += step;
      sizes += Math.abs(step);
    }
    return Math.abs(sum) / sizes;
  }

  private static double shared(List<double[]> relations, int a, int b) {
    return relations.stream().mapToDouble(relation -> relation[a] * relation[b]).sum();
  }

  private static DMatrixRMaj correlation(List<double[]> units) {
    var rows = new DMatrixRMaj(units.toArray(double[][]::new));
    var correlation = new DMatrixRMaj(rows.numRows, rows.numRows);
    CommonOps_DDRM.mult(
        1.0 / rows.numCols, rows, CommonOps_DDRM.transpose(rows, null), correlation);
    return correlation;
  }
}
