package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution.Entropies;
import java.util.HashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The dispersion (covariance up to a factor) of an elliptical law over X and Y, positive definite.
 *
 * <p>The first dx coordinates are X. Its factories are the structures of the MIST paper, for any dx
 * and dy.
 *
 * <pre>{@code
 * new Normal(Dispersion.sparse(5, 5, 2, 1.5)) // 2 of 5 columns a side depend on each other
 * }</pre>
 */
public final class Dispersion {
  private final int dx;
  private final int d;
  private final double[] factor; // (d, d) lower Cholesky factor, row by row
  private final double normalInformation;
  private final double[] logRoots; // of the determinants of X, Y and both
  private final String words;

  private Dispersion(DMatrixRMaj matrix, int dx, String words) {
    for (double value : matrix.data) {
      require(
          Double.isFinite(value), "a dispersion must be finite, one of its values is %s", value);
    }
    this.words = words;
    this.dx = dx;
    this.d = matrix.numRows;
    DMatrixRMaj whole = factor(matrix);
    DMatrixRMaj x = factor(CommonOps_DDRM.extract(matrix, 0, dx, 0, dx));
    DMatrixRMaj y = factor(CommonOps_DDRM.extract(matrix, dx, d, dx, d));
    this.factor = whole.data;
    this.logRoots = new double[] {logRoot(x), logRoot(y), logRoot(whole)};
    this.normalInformation = Math.max(0, logRoots[0] + logRoots[1] - logRoots[2]);
  }

  /**
   * Any dispersion.
   *
   * @param matrix symmetric and positive definite, (d, d) with d = dx + dy
   * @param dx the number of columns of X, from 1 to d − 1
   * @throws IllegalArgumentException if the matrix is not square, symmetric, positive definite
   */
  public static Dispersion of(double[][] matrix, int dx) {
    require(matrix != null, "matrix must be given, was null");
    checkSides(dx, matrix.length);
    return new Dispersion(checked(matrix), dx, "any dispersion");
  }

  /** The lower Cholesky factor of the rows and columns in [from, to), row by row. */
  static double[] factorOf(double[][] matrix, int from, int to) {
    return factor(CommonOps_DDRM.extract(checked(matrix), from, to, from, to)).data;
  }

  private static DMatrixRMaj checked(double[][] matrix) {
    int d = matrix.length;
    for (int i = 0; i < d; i++) {
      require(matrix[i] != null, "row %d of a dispersion is null", i + 1);
      require(
          matrix[i].length == d,
          "a dispersion must be square, row %d of %d has %d values",
          i + 1,
          d,
          matrix[i].length);
      for (int j = 0; j < i; j++) {
        require(
            Double.isFinite(matrix[i][j]),
            "a dispersion must be finite, [%d][%d] is %s",
            i,
            j,
            matrix[i][j]);
        require(
            Math.abs(matrix[i][j] - matrix[j][i]) <= 1e-12 * Math.abs(matrix[i][j]),
            "a dispersion must be symmetric, [%d][%d] is %s and [%d][%d] is %s",
            i,
            j,
            matrix[i][j],
            j,
            i,
            matrix[j][i]);
      }
    }
    return new DMatrixRMaj(matrix);
  }

  /** Independent coordinates of variance 1. */
  public static Dispersion identity(int dx, int dy) {
    return new Dispersion(CommonOps_DDRM.identity(checkedSum(dx, dy)), dx, "uncorrelated");
  }

  /**
   * All off-diagonal correlations equal.
   *
   * @param correlation in [0, 1)
   */
  public static Dispersion dense(int dx, int dy, double correlation) {
    require(
        correlation >= 0 && correlation < 1, "correlation must be in [0, 1), was %s", correlation);
    var matrix = filled(checkedSum(dx, dy), correlation);
    for (int i = 0; i < dx + dy; i++) {
      matrix.set(i, i, 1);
    }
    return new Dispersion(matrix, dx, "all correlations " + Curve.number(correlation));
  }

  /**
   * Pairs (X_i, Y_i) for i below {@code pairs}: covariance s² on each, variance 1 + s² everywhere.
   *
   * @param pairs from 0 to min(dx, dy)
   * @param strength s, at least 0
   */
  public static Dispersion sparse(int dx, int dy, int pairs, double strength) {
    checkPairs(dx, dy, pairs);
    require(strength >= 0, "strength must not be negative, was %s", strength);
    double square = strength * strength;
    var matrix = new DMatrixRMaj(checkedSum(dx, dy), dx + dy);
    for (int i = 0; i < dx + dy; i++) {
      matrix.set(i, i, 1 + square);
    }
    connect(matrix, dx, pairs, square);
    return new Dispersion(
        matrix, dx, "%s pairs of strength %s".formatted(pairs, Curve.number(strength)));
  }

  /**
   * The latent-variable model: α² everywhere, β² within X and within Y, 1 on the diagonal, λ² on
   * the pairs and on their diagonals, η² on the other diagonals.
   *
   * @param pairs from 0 to min(dx, dy)
   */
  public static Dispersion latent(
      int dx, int dy, int pairs, double alpha, double beta, double lambda, double eta) {
    checkPairs(dx, dy, pairs);
    int d = checkedSum(dx, dy);
    var matrix = filled(d, alpha * alpha);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        matrix.add(i, j, (i < dx) == (j < dx) ? beta * beta : 0);
      }
      boolean paired = i < pairs || (i >= dx && i < dx + pairs);
      matrix.add(i, i, 1 + (paired ? lambda * lambda : eta * eta));
    }
    connect(matrix, dx, pairs, lambda * lambda);
    return new Dispersion(
        matrix,
        dx,
        "%s pairs of a latent-variable model, α %s, β %s, λ %s, η %s"
            .formatted(
                pairs,
                Curve.number(alpha),
                Curve.number(beta),
                Curve.number(lambda),
                Curve.number(eta)));
  }

  /**
   * The factor model W Wᵀ + diag(noise).
   *
   * @param loadings W, (d, factors)
   * @param noise the variances of the coordinates' own noise, positive, (d)
   */
  public static Dispersion factors(int dx, double[][] loadings, double[] noise) {
    require(loadings != null && noise != null, "loadings and noise must be given, was null");
    require(
        loadings.length == noise.length,
        "loadings must have a row for each of %d variances of noise, had %d",
        noise.length,
        loadings.length);
    checkSides(dx, noise.length);
    var w = new DMatrixRMaj(loadings);
    var matrix = new DMatrixRMaj(noise.length, noise.length);
    CommonOps_DDRM.multTransB(w, w, matrix);
    for (int i = 0; i < noise.length; i++) {
      require(noise[i] > 0, "noise must be positive, was %s at %d", noise[i], i);
      matrix.add(i, i, noise[i]);
    }
    return new Dispersion(matrix, dx, loadings[0].length + " common factors and own noise");
  }

  /** The same correlations with variance 1 everywhere. */
  public Dispersion standardized() {
    var rows = new DMatrixRMaj(d, d); // the factor with its rows made unit vectors
    for (int i = 0; i < d; i++) {
      double square = 0;
      for (int j = 0; j <= i; j++) {
        square += factor[i * d + j] * factor[i * d + j];
      }
      for (int j = 0; j <= i; j++) {
        rows.set(i, j, factor[i * d + j] / Math.sqrt(square));
      }
    }
    var matrix = new DMatrixRMaj(d, d);
    CommonOps_DDRM.multTransB(rows, rows, matrix);
    return new Dispersion(matrix, dx, words);
  }

  /** The structure and its parameters in words. */
  public String describe() {
    return words;
  }

  /** The number of columns of X. */
  public int dx() {
    return dx;
  }

  /** The number of columns of Y. */
  public int dy() {
    return d - dx;
  }

  /**
   * The mutual information of a normal law with this dispersion, ½(log|Σ_x| + log|Σ_y| − log|Σ|),
   * in nats.
   */
  public double normalInformation() {
    return normalInformation;
  }

  /**
   * The entropies of an elliptical law with this dispersion, given that of d uncorrelated columns
   * of scale 1: plus ½ log|Σ|.
   */
  Entropies entropies(IntToDoubleFunction ofUnit) {
    return new Entropies(
        ofUnit.applyAsDouble(dx) + logRoots[0],
        ofUnit.applyAsDouble(d - dx) + logRoots[1],
        ofUnit.applyAsDouble(d) + logRoots[2]);
  }

  /**
   * The sum over the columns in [from, to), those of X first, of a function of √Σ_ii, which is
   * evaluated once for columns of the same.
   */
  double sumOverScales(int from, int to, DoubleUnaryOperator function) {
    var known = new HashMap<Float, Double>(); // floats forgive the rounding of equal scales
    double sum = 0;
    for (int i = from; i < to; i++) {
      double square = 0;
      for (int j = 0; j <= i; j++) {
        square += factor[i * d + j] * factor[i * d + j];
      }
      double scale = Math.sqrt(square);
      sum += known.computeIfAbsent((float) scale, same -> function.applyAsDouble(scale));
    }
    return sum;
  }

  /** Rows of the normal law with mean 0 and this dispersion, as columns, (d, n). */
  double[][] normalColumns(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    var noise = new double[d][n];
    for (double[] column : noise) {
      for (int r = 0; r < n; r++) {
        column[r] = rng.nextGaussian();
      }
    }
    for (int i = d - 1; i >= 0; i--) { // in place: row i of the factor needs the noise up to i
      scale(noise[i], factor[i * d + i]);
      for (int j = 0; j < i; j++) {
        double weight = factor[i * d + j];
        if (weight != 0) {
          ColumnDraws.addScaled(noise[i], weight, noise[j]);
        }
      }
    }
    return noise;
  }

  private static void scale(double[] target, double weight) {
    for (int r = 0; r < target.length; r++) {
      target[r] *= weight;
    }
  }

  private static DMatrixRMaj factor(DMatrixRMaj matrix) {
    var cholesky = DecompositionFactory_DDRM.chol(matrix.numRows, true);
    require(
        cholesky.decompose(matrix.copy()),
        "a dispersion must be positive definite, this one of %d columns is not",
        matrix.numRows);
    return cholesky.getT(null);
  }

  private static double logRoot(DMatrixRMaj lower) {
    double sum = 0;
    for (int i = 0; i < lower.numRows; i++) {
      sum += Math.log(lower.get(i, i));
    }
    return sum;
  }

  private static DMatrixRMaj filled(int d, double value) {
    var matrix = new DMatrixRMaj(d, d);
    CommonOps_DDRM.fill(matrix, value);
    return matrix;
  }

  private static void connect(DMatrixRMaj matrix, int dx, int pairs, double covariance) {
    for (int i = 0; i < pairs; i++) {
      matrix.add(i, dx + i, covariance);
      matrix.add(dx + i, i, covariance);
    }
  }

  private static void checkSides(int dx, int d) {
    require(dx > 0 && dx < d, "dx must be from 1 to %d, was %d", d - 1, dx);
  }

  private static int checkedSum(int dx, int dy) {
    require(dx > 0 && dy > 0, "dx and dy must be positive, were %d and %d", dx, dy);
    return dx + dy;
  }

  private static void checkPairs(int dx, int dy, int pairs) {
    require(
        pairs >= 0 && pairs <= Math.min(dx, dy),
        "pairs must be from 0 to min(dx, dy) = %d, was %d",
        Math.min(dx, dy),
        pairs);
  }
}
