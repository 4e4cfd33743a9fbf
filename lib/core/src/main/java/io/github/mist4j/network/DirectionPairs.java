package io.github.mist4j.network;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Pairs of directions (u, v) of the whitened sides a and b: up to {@value #CANONICAL} canonical
 * ones, then those of the largest covariance of (u·a)² with v·b, of u·a with (v·b)² (principal
 * Hessian directions, after Li, 1992), and of (u·a)² with (v·b)². A side of one column has it
 * alone.
 *
 * @param u unit vectors, (directions of X, dx)
 * @param v unit vectors, (directions of Y, dy)
 * @param canonical how many pairs are canonical
 */
record DirectionPairs(double[][] u, double[][] v, int canonical) {
  private static final int CANONICAL = 3;
  private static final int CURVED = 3;
  private static final int STEPS = 10; // of power iterations
  private static final int WIDE_STEPS = 12;
  private static final int SPARE = 5;
  private static final double TINY = 1e-300;

  private record Pair(double[] u, double[] v) {
    private Pair exchanged() {
      return new Pair(v, u);
    }
  }

  /**
   * The pairs from moments of all rows but those of a fold.
   *
   * @param without that fold, −1 for none
   * @param xFirst from which side the steps of both squares go out
   */
  static DirectionPairs of(
      DirectionMoments moments, float[][][] a, float[][][] b, int without, boolean xFirst) {
    int dx = moments.dx();
    int dy = moments.dy();
    int canonical = Math.min(CANONICAL, Math.min(dx, dy));
    var u = new double[canonical + CURVED][];
    var v = new double[canonical + CURVED][];
    putCanonical(moments.covariance(), dx, dy, canonical, u, v);
    Pair squareX = squareAgainst(moments.squaresOfX(), dx);
    Pair squareY = squareAgainst(moments.squaresOfY(), dy);
    double[] fromX = largest(moments.squaresWithNormX(), dx);
    double[] fromY = largest(moments.squaresWithNormY(), dy);
    Pair squares =
        xFirst
            ? squares(fromX, fromY, a, b, without)
            : squares(fromY, fromX, b, a, without).exchanged();
    u[canonical] = squareX.u;
    v[canonical] = squareX.v;
    u[canonical + 1] = squareY.v;
    v[canonical + 1] = squareY.u;
    u[canonical + 2] = squares.u;
    v[canonical + 2] = squares.v;
    return new DirectionPairs(dx == 1 ? only(u, v) : u, dy == 1 ? only(v, u) : v, canonical);
  }

  /**
   * The canonical pairs alone, by power iterations on a few more vectors than asked for (Halko et
   * al., 2011): of hundreds of columns. They go out from random signs of the rows, which follow
   * from their ranks, so that the order of columns does not matter.
   *
   * @param without the fold whose rows the covariance lacks, −1 for none
   * @param xFirst from which side the iterations go out
   */
  static DirectionPairs canonical(
      CrossCovariance covariance, float[][][] a, float[][][] b, int without, boolean xFirst) {
    int dx = covariance.dx();
    int dy = covariance.dy();
    int canonical = Math.min(CANONICAL, Math.min(dx, dy));
    int tried = Math.min(canonical + SPARE, Math.min(dx, dy));
    double[][] y = new double[tried][];
    double[][] x = new double[tried][];
    for (int k = 0; k < tried; k++) {
      if (xFirst) {
        x[k] = signed(a, without, k);
      } else {
        y[k] = signed(b, without, k);
      }
    }
    if (!xFirst) {
      orthonormalize(y);
      apply(covariance::times, y, x);
    }
    for (int step = 0; step < WIDE_STEPS; step++) {
      orthonormalize(x);
      apply(covariance::leftTimes, x, y);
      orthonormalize(y);
      apply(covariance::times, y, x);
    }
    // x = C y for orthonormal y: the singular vectors within their span
    var gram = new double[tried * tried];
    for (int k = 0; k < tried; k++) {
      for (int l = 0; l < tried; l++) {
        gram[k * tried + l] = dot(x[k], x[l]);
      }
    }
    double[][] turns = leading(gram, tried, canonical);
    var u = new double[canonical][];
    var v = new double[canonical][];
    for (int k = 0; k < canonical; k++) {
      u[k] = sum(x, turns[k]);
      v[k] = sum(y, turns[k]);
      normalize(u[k]);
      normalize(v[k]);
    }
    return new DirectionPairs(dx == 1 ? only(u, v) : u, dy == 1 ? only(v, u) : v, canonical);
  }

  private static void apply(UnaryOperator<double[]> map, double[][] from, double[][] to) {
    Arrays.setAll(to, k -> map.apply(from[k]));
  }

  /** Σ ± a over the rows, (d). */
  private static double[] signed(float[][][] a, int without, int which) {
    var sum = new double[a[0].length];
    for (int f = 0; f < a.length; f++) {
      if (f == without) {
        continue;
      }
      for (int r = 0; r < a[f][0].length; r++) {
        long mark = RandomStreams.hash(RandomStreams.hash(which) + (long) r * a.length + f);
        int sign = mark < 0 ? -1 : 1;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += sign * a[f][i][r];
        }
      }
    }
    return sum;
  }

  /** By Gram and Schmidt, twice. */
  private static void orthonormalize(double[][] vectors) {
    for (int round = 0; round < 2; round++) {
      for (int k = 0; k < vectors.length; k++) {
        for (int l = 0; l < k; l++) {
          double along = dot(vectors[k], vectors[l]);
          for (int i = 0; i < vectors[k].length; i++) {
            vectors[k][i] -= along * vectors[l][i];
          }
        }
        normalize(vectors[k]);
      }
    }
  }

  /** The one direction of a side of one column, with which the other canonical one goes along. */
  private static double[][] only(double[][] single, double[][] other) {
    if (single[0][0] < 0) {
      single[0][0] = 1;
      negate(other[0]);
    }
    return new double[][] {single[0]};
  }

  private static void putCanonical(
      double[] covariance, int dx, int dy, int count, double[][] u, double[][] v) {
    boolean fewX = dx <= dy;
    int m = Math.min(dx, dy);
    int other = Math.max(dx, dy);
    var rows = new double[m][other]; // the covariance, the smaller side's columns as rows
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < other; j++) {
        rows[i][j] = fewX ? covariance[i * dy + j] : covariance[j * dy + i];
      }
    }
    var gram = new double[m * m];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = 0;
        for (int j = 0; j < other; j++) {
          sum += rows[i][j] * rows[k][j];
        }
        gram[i * m + k] = sum;
        gram[k * m + i] = sum;
      }
    }
    double[][] vectors = leading(gram, m, count);
    for (int k = 0; k < count; k++) {
      var image = new double[other];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < other; j++) {
          image[j] += vectors[k][i] * rows[i][j];
        }
      }
      normalize(image);
      u[k] = fewX ? vectors[k] : image;
      v[k] = fewX ? image : vectors[k];
    }
  }

  /** The eigenvectors of the eigenvalues of the largest size, (count, d). */
  private static double[][] leading(double[] symmetric, int d, int count) {
    var eigen = DecompositionFactory_DDRM.eig(d, true, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(d, d, symmetric.clone()))) {
      throw new ArithmeticException(
          "the eigenvectors of a " + d + " x " + d + " matrix were not found");
    }
    var sizes = new double[d];
    Arrays.setAll(sizes, i -> Math.abs(eigen.getEigenvalue(i).getReal()));
    var taken = new boolean[d];
    var vectors = new double[count][];
    for (int k = 0; k < count; k++) {
      int best = -1;
      for (int i = 0; i < d; i++) {
        best = !taken[i] && (best < 0 || sizes[i] > sizes[best]) ? i : best;
      }
      taken[best] = true;
      vectors[k] = eigen.getEigenVector(best).getData().clone();
      normalize(vectors[k]);
    }
    return vectors;
  }

  private static double[] largest(double[] symmetric, int d) {
    return leading(symmetric, d, 1)[0];
  }

  /**
   * The rank-one tensor nearest to the matrices: u of the squares and v over the matrices, from the
   * leading eigenvectors, by alternating power steps (De Lathauwer et al., 2000).
   *
   * @param matrices symmetric, (others, d · d)
   */
  private static Pair squareAgainst(double[][] matrices, int d) {
    int others = matrices.length;
    var gram = new double[others * others];
    for (int k = 0; k < others; k++) {
      for (int l = 0; l <= k; l++) {
        double sum = 0;
        for (int i = 0; i < d * d; i++) {
          sum += matrices[k][i] * matrices[l][i];
        }
        gram[k * others + l] = sum;
        gram[l * others + k] = sum;
      }
    }
    double[] v = largest(gram, others);
    double[] u = largest(sum(matrices, v), d);
    for (int step = 0; step < STEPS; step++) {
      for (int k = 0; k < others; k++) {
        v[k] = dot(u, times(matrices[k], u));
      }
      normalize(v);
      double[] matrix = sum(matrices, v);
      u = times(matrix, times(matrix, u)); // twice: eigenvalues of either sign
      normalize(u);
    }
    return new Pair(u, v);
  }

  private static double[] sum(double[][] matrices, double[] weights) {
    var sum = new double[matrices[0].length];
    for (int k = 0; k < weights.length; k++) {
      double weight = weights[k];
      double[] matrix = matrices[k];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * matrix[i];
      }
    }
    return sum;
  }

  private static double[] times(double[] matrix, double[] vector) {
    int d = vector.length;
    var product = new double[d];
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int j = 0; j < d; j++) {
        sum += matrix[i * d + j] * vector[j];
      }
      product[i] = sum;
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** From starting vectors to a maximum of the covariance of (u·a)² with (v·b)². */
  private static Pair squares(
      double[] fromU, double[] fromV, float[][][] a, float[][][] b, int without) {
    double[] u = fromU;
    double[] v = fromV;
    for (int step = 0; step < STEPS && (u.length > 1 || v.length > 1); step++) {
      v = step(v, b, u, a, without);
      u = step(u, a, v, b, without);
    }
    return new Pair(u, v);
  }

  /** One power step of v by the matrix Σ ((u·a)² − mean) b bᵀ. */
  private static double[] step(double[] v, float[][][] b, double[] u, float[][][] a, int without) {
    var matrix = new double[v.length];
    var plain = new double[v.length];
    double total = 0;
    int n = 0;
    for (int f = 0; f < a.length; f++) {
      if (f == without) {
        continue;
      }
      float[] weight = projected(a[f], u);
      float[] own = projected(b[f], v);
      for (int r = 0; r < weight.length; r++) {
        weight[r] *= weight[r];
        total += weight[r];
      }
      n += weight.length;
      for (int i = 0; i < v.length; i++) {
        float[] column = b[f][i];
        float sum0 = 0;
        float sum1 = 0;
        for (int r = 0; r < own.length; r++) {
          float product = own[r] * column[r];
          sum0 += product;
          sum1 += product * weight[r];
        }
        plain[i] += sum0;
        matrix[i] += sum1;
      }
    }
    double mean = total / n;
    var next = new double[v.length];
    Arrays.setAll(next, i -> matrix[i] - mean * plain[i]);
    normalize(next);
    return next;
  }

  private static float[] projected(float[][] columns, double[] direction) {
    var values = new float[columns[0].length];
    for (int i = 0; i < columns.length; i++) {
      float weight = (float) direction[i];
      float[] column = columns[i];
      for (int r = 0; r < values.length; r++) {
        values[r] += weight * column[r];
      }
    }
    return values;
  }

  private static void normalize(double[] vector) {
    double length = Math.sqrt(Math.max(TINY, dot(vector, vector)));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
  }

  /** The same pairs, turned to the side on which those fitted on all rows are. */
  DirectionPairs alignedWith(DirectionPairs whole) {
    for (int k = 0; k < Math.max(u.length, v.length); k++) {
      double ofU = k < u.length ? dot(u[k], whole.u[k]) : 1;
      double ofV = k < v.length ? dot(v[k], whole.v[k]) : 1;
      if (k < canonical) { // a pair turns together, so that it stays correlated as it is
        ofU += k < v.length ? ofV : 0;
        ofV = ofU;
      }
      turn(u, k, ofU);
      turn(v, k, ofV);
    }
    return this;
  }

  private static void turn(double[][] vectors, int k, double by) {
    if (k < vectors.length && by < 0 && vectors[k].length > 1) {
      negate(vectors[k]);
    }
  }

  private static void negate(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
  }

  /**
   * Turns values in these directions so that they, and those of a canonical pair together, lean to
   * the right: which way an eigenvector points is chance. Beside a single column a canonical
   * direction goes along with that.
   *
   * @param inX the rows in the directions of X, (directions, n)
   * @param inY the rows in those of Y
   */
  void orient(double[][] inX, double[][] inY) {
    boolean single = u[0].length == 1 || v[0].length == 1;
    for (int k = single ? canonical : 0; k < Math.max(u.length, v.length); k++) {
      double ofU = k < u.length ? cubes(inX[k]) : 0;
      double ofV = k < v.length ? cubes(inY[k]) : 0;
      if (k < canonical) {
        ofU += ofV;
        ofV = ofU;
      }
      orient(inX, k, ofU);
      orient(inY, k, ofV);
    }
  }

  private static void orient(double[][] values, int k, double by) {
    if (k < values.length && by < 0) {
      negate(values[k]);
    }
  }

  private static double cubes(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v * v * v;
    }
    return sum;
  }
}
