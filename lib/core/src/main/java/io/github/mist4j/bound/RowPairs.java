package io.github.mist4j.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Numbers that a row has by its X and by its Y and that go together: the scores of the strongest
 * pairs of columns, and canonical pairs of scores and their squares.
 */
final class RowPairs {
  private static final int COLUMN_PAIRS = 4;
  private static final int CANONICAL = 4;
  private static final int MOST_COLUMNS = 24; // of a side, in canonical pairs
  private static final double LEAST_SHRINKAGE = 0.01;

  private final RankScore[] scoresX;
  private final RankScore[] scoresY;
  private final List<double[]> alongX; // by pair, weights of the scores, then of their squares
  private final List<double[]> alongY;

  private RowPairs(
      RankScore[] scoresX, RankScore[] scoresY, List<double[]> alongX, List<double[]> alongY) {
    this.scoresX = scoresX;
    this.scoresY = scoresY;
    this.alongX = alongX;
    this.alongY = alongY;
  }

  /** Found in the first rows of some columns. */
  static RowPairs of(double[][] x, double[][] y, int rows) {
    RankScore[] scoresX = scores(x, rows);
    RankScore[] scoresY = scores(y, rows);
    var alongX = new ArrayList<double[]>();
    var alongY = new ArrayList<double[]>();
    int dx = x.length;
    int dy = y.length;
    if (dx * dy == 1) {
      alongX.add(new double[] {1, 0});
      alongY.add(new double[] {1, 0});
      return new RowPairs(scoresX, scoresY, alongX, alongY);
    }
    DMatrixRMaj liftsX = lifts(x, scoresX, rows);
    DMatrixRMaj liftsY = lifts(y, scoresY, rows);
    var cross = new DMatrixRMaj(2 * dx, 2 * dy);
    CommonOps_DDRM.multTransB(1.0 / rows, liftsX, liftsY, cross);
    double[][] strength = new double[dx][dy];
    for (int i = 0; i < dx; i++) {
      for (int j = 0; j < dy; j++) {
        for (int a = 0; a < 2; a++) {
          for (int b = 0; b < 2; b++) {
            strength[i][j] = Math.max(strength[i][j], Math.abs(cross.get(a * dx + i, b * dy + j)));
          }
        }
      }
    }
    addColumnPairs(strength, alongX, alongY);
    addCanonical(liftsX, liftsY, strength, rows, alongX, alongY);
    return new RowPairs(scoresX, scoresY, alongX, alongY);
  }

  private static RankScore[] scores(double[][] columns, int rows) {
    return Arrays.stream(columns).map(c -> new RankScore(c, rows)).toArray(RankScore[]::new);
  }

  /** Scores and (z² − 1)/√2, less their means, (2d, rows). */
  private static DMatrixRMaj lifts(double[][] columns, RankScore[] scores, int rows) {
    int d = columns.length;
    var lifts = new DMatrixRMaj(2 * d, rows);
    for (int c = 0; c < d; c++) {
      for (int r = 0; r < rows; r++) {
        double z = scores[c].of(columns[c][r]);
        lifts.data[c * rows + r] = z;
        lifts.data[(d + c) * rows + r] = square(z);
      }
    }
    for (int c = 0; c < 2 * d; c++) {
      double mean = 0;
      for (int r = 0; r < rows; r++) {
        mean += lifts.data[c * rows + r] / rows;
      }
      for (int r = 0; r < rows; r++) {
        lifts.data[c * rows + r] -= mean;
      }
    }
    return lifts;
  }

  private static double square(double z) {
    return (z * z - 1) / Math.sqrt(2);
  }

  /** The strongest, no column twice. */
  private static void addColumnPairs(
      double[][] strength, List<double[]> alongX, List<double[]> alongY) {
    int dx = strength.length;
    int dy = strength[0].length;
    var usedX = new boolean[dx];
    var usedY = new boolean[dy];
    for (int p = 0; p < Math.min(COLUMN_PAIRS, Math.min(dx, dy)); p++) {
      int bestX = -1;
      int bestY = -1;
      for (int i = 0; i < dx; i++) {
        for (int j = 0; j < dy; j++) {
          if (!usedX[i] && !usedY[j] && (bestX < 0 || strength[i][j] > strength[bestX][bestY])) {
            bestX = i;
            bestY = j;
          }
        }
      }
      usedX[bestX] = true;
      usedY[bestY] = true;
      alongX.add(only(bestX, dx));
      alongY.add(only(bestY, dy));
    }
  }

  private static double[] only(int column, int d) {
    var along = new double[2 * d];
    along[column] = 1;
    return along;
  }

  private static void addCanonical(
      DMatrixRMaj liftsX,
      DMatrixRMaj liftsY,
      double[][] strength,
      int rows,
      List<double[]> alongX,
      List<double[]> alongY) {
    int dx = strength.length;
    int dy = strength[0].length;
    int[] ofX = strongest(IntStream.range(0, dx).mapToDouble(i -> max(strength[i])).toArray());
    int[] ofY =
        strongest(
            IntStream.range(0, dy)
                .mapToDouble(
                    j -> Arrays.stream(strength).mapToDouble(row -> row[j]).max().orElse(0))
                .toArray());
    DMatrixRMaj a = some(liftsX, ofX, dx);
    DMatrixRMaj b = some(liftsY, ofY, dy);
    double shrinkage =
        Math.max(LEAST_SHRINKAGE, Math.min(0.5, (double) (a.numRows + b.numRows) / rows));
    DMatrixRMaj whiteA = inverseFactor(a, rows, shrinkage);
    DMatrixRMaj whiteB = inverseFactor(b, rows, shrinkage);
    var cross = new DMatrixRMaj(a.numRows, b.numRows);
    CommonOps_DDRM.multTransB(1.0 / rows, a, b, cross);
    var half = new DMatrixRMaj(a.numRows, b.numRows);
    CommonOps_DDRM.mult(whiteA, cross, half);
    var white = new DMatrixRMaj(a.numRows, b.numRows);
    CommonOps_DDRM.multTransB(half, whiteB, white);
    var svd = DecompositionFactory_DDRM.svd(a.numRows, b.numRows, true, true, true);
    if (!svd.decompose(white)) {
      return;
    }
    double[] sizes = svd.getSingularValues();
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    IntStream.range(0, Math.min(sizes.length, Math.min(a.numRows, b.numRows)))
        .boxed()
        .sorted(Comparator.comparingDouble((Integer k) -> -sizes[k]))
        .limit(CANONICAL)
        .forEach(
            k -> {
              alongX.add(along(whiteA, u, k, ofX, dx));
              alongY.add(along(whiteB, v, k, ofY, dy));
            });
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static int[] strongest(double[] strengths) {
    return IntStream.range(0, strengths.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -strengths[i]))
        .limit(MOST_COLUMNS)
        .mapToInt(i -> i)
        .toArray();
  }

  private static DMatrixRMaj some(DMatrixRMaj lifts, int[] columns, int d) {
    int rows = lifts.numCols;
    var some = new DMatrixRMaj(2 * columns.length, rows);
    for (int k = 0; k < columns.length; k++) {
      System.arraycopy(lifts.data, columns[k] * rows, some.data, k * rows, rows);
      System.arraycopy(
          lifts.data, (d + columns[k]) * rows, some.data, (columns.length + k) * rows, rows);
    }
    return some;
  }

  /** The inverse of the Cholesky factor of the covariance, shrunk to its diagonal. */
  private static DMatrixRMaj inverseFactor(DMatrixRMaj lifts, int rows, double shrinkage) {
    int d = lifts.numRows;
    var covariance = new DMatrixRMaj(d, d);
    CommonOps_DDRM.multTransB((1 - shrinkage) / rows, lifts, lifts, covariance);
    for (int i = 0; i < d; i++) {
      covariance.add(i, i, shrinkage);
    }
    var cholesky = DecompositionFactory_DDRM.chol(d, true);
    cholesky.decompose(covariance);
    DMatrixRMaj factor = cholesky.getT(null);
    CommonOps_DDRM.invert(factor);
    return factor;
  }

  private static double[] along(
      DMatrixRMaj white, DMatrixRMaj vectors, int k, int[] columns, int d) {
    var along = new double[2 * d];
    int count = columns.length;
    for (int i = 0; i < 2 * count; i++) {
      double weight = 0;
      for (int l = 0; l < 2 * count; l++) {
        weight += white.get(l, i) * vectors.get(l, k);
      }
      along[i < count ? columns[i] : d + columns[i - count]] = weight;
    }
    return along;
  }

  int count() {
    return alongX.size();
  }

  double[][] ofX(double[][] x, int from, int to) {
    return of(x, scoresX, alongX, from, to);
  }

  double[][] ofY(double[][] y, int from, int to) {
    return of(y, scoresY, alongY, from, to);
  }

  private static double[][] of(
      double[][] columns, RankScore[] scores, List<double[]> along, int from, int to) {
    int d = columns.length;
    var numbers = new double[along.size()][to - from];
    for (int c = 0; c < d; c++) {
      for (int r = from; r < to; r++) {
        double z = scores[c].of(columns[c][r]);
        for (int p = 0; p < numbers.length; p++) {
          double[] weights = along.get(p);
          numbers[p][r - from] += weights[c] * z + weights[d + c] * square(z);
        }
      }
    }
    return numbers;
  }
}
