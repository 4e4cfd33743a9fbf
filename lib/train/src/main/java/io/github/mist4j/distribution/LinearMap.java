package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** New columns that are sums of the old ones by an invertible matrix, (d, d). */
final class LinearMap implements ColumnMap {
  private static final double WORST_CONDITION = 1e10;

  private final DMatrixRMaj matrix;

  private LinearMap(DMatrixRMaj matrix) {
    this.matrix = matrix;
  }

  static LinearMap of(double[][] rows) {
    for (double[] row : rows) {
      require(
          row.length == rows.length,
          "a linear map must be square, has %d rows and one of %d values",
          rows.length,
          row.length);
    }
    var matrix = new DMatrixRMaj(rows);
    require(
        rows.length > 0 && NormOps_DDRM.conditionP2(matrix) < WORST_CONDITION,
        "a linear map must be invertible, this one of %d columns is not",
        rows.length);
    return new LinearMap(matrix);
  }

  /** Uniform over the orthogonal matrices: the Q of a normal matrix, its signs made random. */
  static LinearMap rotation(int d, RandomGenerator rng) {
    require(d > 0, "a rotation needs at least 1 column, had %d", d);
    var noise = new DMatrixRMaj(d, d);
    for (int i = 0; i < d * d; i++) {
      noise.data[i] = rng.nextGaussian();
    }
    var qr = DecompositionFactory_DDRM.qr(d, d);
    qr.decompose(noise);
    DMatrixRMaj q = qr.getQ(null, false);
    for (int j = 0; j < d; j++) {
      if (rng.nextBoolean()) {
        for (int i = 0; i < d; i++) {
          q.set(i, j, -q.get(i, j));
        }
      }
    }
    return new LinearMap(q);
  }

  @Override
  public int columns(int d) {
    require(
        d == matrix.numRows,
        "a linear map of %d columns cannot be used on %d columns",
        matrix.numRows,
        d);
    return d;
  }

  @Override
  public double[][] apply(double[][] columns) {
    int n = columns[0].length;
    var sums = new double[columns.length][n];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        ColumnDraws.addScaled(sums[i], matrix.get(i, j), columns[j]);
      }
    }
    return sums;
  }
}
