package io.github.mist4j.network;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A pair of directions (u, v), made to explain each other better: curves of u·a that foretell
 * curves of v·b, and the other way round, by steps of Gauss and Newton in the one direction, then
 * in the other. The moments that a pair comes from know of one kind of curve, and are noisy in many
 * columns.
 *
 * <p>Curves are sums of the first five {@linkplain ScoreTable lifts}. The directions are changed in
 * place.
 */
final class RefinedPair {
  private static final int STEPS = 4;
  private static final int CURVES = 5;
  private static final double SMOOTHING = 0.02; // of the curves' covariance
  private static final double RIDGE = 0.1; // of a step
  private static final double FLOOR = 0.02; // of the curvature a row has
  private static final double LEFT = 0.05; // the least share of a curve that is left unexplained
  private static final double TINY = 1e-300;
  private static final float TURN = (float) (2 * Math.PI);
  private static final float TO_INTEGER = 1.5f * (1 << 23); // added, it leaves no fraction
  private static final float ROOT_2 = (float) Math.sqrt(2);
  private static final float ROOT_6 = (float) Math.sqrt(6);

  // The slope of curve k is that of curve SLOPE[k], or 1, so many times.
  private static final int[] SLOPE = {-1, 0, 1, 4, 3};
  private static final double[] TIMES = {1, Math.sqrt(2), Math.sqrt(3), 3, -3};

  private RefinedPair() {}

  /**
   * Refines the directions.
   *
   * @param u a unit vector for a
   * @param v a unit vector for b
   * @param without a fold that is not looked at, −1 for none
   * @param xFirst which direction takes the first step
   */
  static void refine(
      double[] u, double[] v, float[][][] a, float[][][] b, int without, boolean xFirst) {
    var first = new Side(xFirst ? u : v, xFirst ? a : b, without);
    var second = new Side(xFirst ? v : u, xFirst ? b : a, without);
    for (int step = 0; step < STEPS; step++) {
      first.step(second);
      second.step(first);
    }
  }

  /** One side of the pair. */
  private static final class Side {
    private final double[] direction;
    private final float[][] columns; // (d, rows)
    private final int rows;
    private final float[][] curves; // of the values in the direction, (5, rows)
    private final double[] means = new double[CURVES]; // of the curves
    private final DMatrixRMaj products = new DMatrixRMaj(CURVES, CURVES); // their mean products
    private DMatrixRMaj whitening; // of the curves
    private double scale; // of the values

    private Side(double[] direction, float[][][] folds, int without) {
      this.direction = direction;
      this.columns = joined(folds, without);
      this.rows = columns[0].length;
      this.curves = new float[CURVES][rows];
      bend();
    }

    private static float[][] joined(float[][][] folds, int without) {
      int rows = 0;
      for (int f = 0; f < folds.length; f++) {
        rows += f == without ? 0 : folds[f][0].length;
      }
      var joined = new float[folds[0].length][rows];
      for (int i = 0; i < joined.length; i++) {
        int at = 0;
        for (int f = 0; f < folds.length; f++) {
          if (f != without) {
            System.arraycopy(folds[f][i], 0, joined[i], at, folds[f][i].length);
            at += folds[f][i].length;
          }
        }
      }
      return joined;
    }

    /** The curves of the values in the direction, and what whitens them. */
    private void bend() {
      float[] t = curves[0];
      Arrays.fill(t, 0);
      for (int i = 0; i < direction.length; i++) {
        add(t, columns[i], (float) direction[i]);
      }
      scale = Math.sqrt(Math.max(TINY, sum(t, t) / rows));
      scale(t, (float) (1 / scale));
      powers(t, curves[1], curves[2]);
      waves(t, curves[3], curves[4]);
      var covariance = new DMatrixRMaj(CURVES, CURVES);
      for (int i = 0; i < CURVES; i++) {
        means[i] = sum(curves[i]) / rows;
        for (int j = 0; j <= i; j++) {
          double product = sum(curves[i], curves[j]) / rows;
          products.set(i, j, product);
          products.set(j, i, product);
          covariance.set(i, j, product - means[i] * means[j] + (i == j ? SMOOTHING : 0));
          covariance.set(j, i, covariance.get(i, j));
        }
      }
      whitening = GaussianPart.inverseFactor(covariance);
    }

    private static void add(float[] sum, float[] column, float weight) {
      for (int r = 0; r < sum.length; r++) {
        sum[r] += weight * column[r];
      }
    }

    private static void scale(float[] values, float by) {
      for (int r = 0; r < values.length; r++) {
        values[r] *= by;
      }
    }

    private static void powers(float[] t, float[] square, float[] cube) {
      for (int r = 0; r < t.length; r++) {
        float s = t[r];
        square[r] = (s * s - 1) * (1 / ROOT_2);
        cube[r] = (s * s - 3) * s * (1 / ROOT_6);
      }
    }

    /** √2 sin 3t and √2 cos 3t, by polynomials on (−π, π) to 1e-6, many rows at once. */
    private static void waves(float[] t, float[] sine, float[] cosine) {
      for (int r = 0; r < t.length; r++) {
        float turns = t[r] * (3 / TURN);
        float angle = t[r] * 3 - TURN * (turns + TO_INTEGER - TO_INTEGER);
        float z = angle * angle;
        float p = 1.3451572e-10f;
        p = p * z - 2.4677002e-8f;
        p = p * z + 2.7529458e-6f;
        p = p * z - 1.9840155e-4f;
        p = p * z + 8.3333105e-3f;
        p = p * z - 1.6666664e-1f;
        p = p * z + 1;
        float q = 1.7247602e-9f;
        q = q * z - 2.7079773e-7f;
        q = q * z + 2.4769966e-5f;
        q = q * z - 1.3887807e-3f;
        q = q * z + 4.1666489e-2f;
        q = q * z - 4.9999988e-1f;
        q = q * z + 1;
        sine[r] = ROOT_2 * angle * p;
        cosine[r] = ROOT_2 * q;
      }
    }

    /**
     * Turns the direction so that its curves explain those of the other more. With L and M the
     * white curves, X their mean products: residuals M − Xᵀ L, of slopes Xᵀ L′.
     */
    private void step(Side other) {
      if (direction.length == 1) {
        return;
      }
      DMatrixRMaj explained = explained(other);
      // Xᵀ L = Pᵀ (plain curves), Xᵀ L′ = Pᵀ (their slopes)
      DMatrixRMaj p = product(CommonOps_DDRM.transpose(whitening, null), explained);
      DMatrixRMaj weighted = p.copy();
      for (int j = 0; j < CURVES; j++) {
        double weight = weight(explained, j);
        for (int k = 0; k < CURVES; k++) {
          weighted.set(k, j, weight * p.get(k, j));
        }
      }
      DMatrixRMaj ofOther = product(weighted, other.whitening);
      DMatrixRMaj ofOwn = product(weighted, CommonOps_DDRM.transpose(p, null));
      var pull = new float[rows];
      double curvature = 0;
      for (int k = 0; k < CURVES; k++) {
        addPull(pull, k, ofOther, ofOwn, other);
        for (int l = 0; l < CURVES; l++) {
          curvature += ofOwn.get(k, l) * TIMES[k] * TIMES[l] * slopeProduct(k, l);
        }
      }
      double by = scale / ((curvature * (1 + RIDGE) + FLOOR) * rows);
      for (int i = 0; i < direction.length; i++) {
        direction[i] += by * sum(columns[i], pull);
      }
      double length = Math.sqrt(Math.max(TINY, Arrays.stream(direction).map(w -> w * w).sum()));
      for (int i = 0; i < direction.length; i++) {
        direction[i] /= length;
      }
      bend();
    }

    /** The mean products of the white curves of both sides. */
    private DMatrixRMaj explained(Side other) {
      var covariance = new DMatrixRMaj(CURVES, CURVES);
      for (int i = 0; i < CURVES; i++) {
        for (int j = 0; j < CURVES; j++) {
          double product = sum(curves[i], other.curves[j]) / rows;
          covariance.set(i, j, product - means[i] * other.means[j]);
        }
      }
      return product(
          product(whitening, covariance), CommonOps_DDRM.transpose(other.whitening, null));
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
      return CommonOps_DDRM.mult(a, b, null);
    }

    /** The mean product of the curves that the slopes k and l are. */
    private double slopeProduct(int k, int l) {
      int i = Math.max(SLOPE[k], SLOPE[l]);
      int j = Math.min(SLOPE[k], SLOPE[l]);
      return i < 0 ? 1 : j < 0 ? means[i] : products.get(i, j);
    }

    /** A curve counts by what is left of it unexplained. */
    private static double weight(DMatrixRMaj explained, int curve) {
      double share = 0;
      for (int i = 0; i < CURVES; i++) {
        share += explained.get(i, curve) * explained.get(i, curve);
      }
      double left = 1 - Math.min(share, 1) + LEFT;
      return 1 / (left * left);
    }

    /** Adds slope k times the weighted residuals that it meets, less their means. */
    private void addPull(float[] pull, int k, DMatrixRMaj ofOther, DMatrixRMaj ofOwn, Side other) {
      var weights = new float[2 * CURVES];
      double mean = 0;
      for (int q = 0; q < CURVES; q++) {
        weights[q] = (float) (TIMES[k] * ofOther.get(k, q));
        weights[CURVES + q] = (float) (-TIMES[k] * ofOwn.get(k, q));
        mean += TIMES[k] * (ofOther.get(k, q) * other.means[q] - ofOwn.get(k, q) * means[q]);
      }
      var residual = new float[rows];
      Arrays.fill(residual, (float) -mean);
      addFive(residual, other.curves, weights, 0);
      addFive(residual, curves, weights, CURVES);
      if (SLOPE[k] < 0) {
        add(pull, residual, 1);
      } else {
        addProducts(pull, residual, curves[SLOPE[k]]);
      }
    }

    private static void addFive(float[] sum, float[][] curves, float[] weights, int at) {
      float[] c0 = curves[0];
      float[] c1 = curves[1];
      float[] c2 = curves[2];
      float[] c3 = curves[3];
      float[] c4 = curves[4];
      float w0 = weights[at];
      float w1 = weights[at + 1];
      float w2 = weights[at + 2];
      float w3 = weights[at + 3];
      float w4 = weights[at + 4];
      for (int r = 0; r < sum.length; r++) {
        sum[r] += w0 * c0[r] + w1 * c1[r] + w2 * c2[r] + w3 * c3[r] + w4 * c4[r];
      }
    }

    private static void addProducts(float[] sum, float[] a, float[] b) {
      for (int r = 0; r < sum.length; r++) {
        sum[r] += a[r] * b[r];
      }
    }

    private static double sum(float[] values) {
      double sum = 0;
      for (float value : values) {
        sum += value;
      }
      return sum;
    }

    /** Σ a b: eight sums side by side, which wait for nobody. */
    private static double sum(float[] a, float[] b) {
      int n = a.length;
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      float s4 = 0;
      float s5 = 0;
      float s6 = 0;
      float s7 = 0;
      int r = 0;
      for (; r + 8 <= n; r += 8) {
        s0 += a[r] * b[r];
        s1 += a[r + 1] * b[r + 1];
        s2 += a[r + 2] * b[r + 2];
        s3 += a[r + 3] * b[r + 3];
        s4 += a[r + 4] * b[r + 4];
        s5 += a[r + 5] * b[r + 5];
        s6 += a[r + 6] * b[r + 6];
        s7 += a[r + 7] * b[r + 7];
      }
      double sum = (double) s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
      for (; r < n; r++) {
        sum += a[r] * b[r];
      }
      return sum;
    }
  }
}
