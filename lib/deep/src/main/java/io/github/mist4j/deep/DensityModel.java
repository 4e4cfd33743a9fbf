package io.github.mist4j.deep;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * log q(y|x) − log r(y), both normal, where a network moves the mean and the covariance of the
 * first from those of a linear regression as functions of x.
 *
 * <p>With w the whitened errors of the regression and s, l, T what the network says: u_i = exp(l_i)
 * (w − s)_i + Σ_{j&lt;i} T_ij (w − s)_j, and log q = Σ l − ½|u|² but for the start's constants.
 */
final class DensityModel implements RowModel {
  private final SampleMatrix columns;
  private final GaussianStart start;
  private final int dy;
  private final Layout layout = new Layout();
  private final Mlp network;

  DensityModel(SampleMatrix columns, int[] training, FitOptions fit) {
    this.columns = columns;
    start = GaussianStart.of(columns, training);
    dy = columns.dy();
    network = Mlp.of(layout, "density", columns.dx(), 2 * dy + dy * (dy - 1) / 2, fit);
  }

  /** Random, but for the last layer: the network begins as the regression. */
  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    network.initializeButLast(weights, rng);
    return weights;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    Tensor o = network.apply(tape, columns.x(rows));
    double mean = logRatio(o, rows);
    tape.backward();
    return mean;
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    return logRatio(network.apply(new Tape(weights, null), columns.x(rows)), rows);
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    return new Reading(climbed(weights, rows), Fitting.BEYOND * Math.log(rows.length));
  }

  /** The mean log ratio; its slopes by the outputs where these have room for them. */
  private double logRatio(Tensor o, int[] rows) {
    var v = new double[dy];
    var u = new double[dy];
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      double log = start.logRatio()[rows[r]];
      for (int i = 0; i < dy; i++) {
        v[i] = start.whitened()[i][rows[r]] - at(o, i, r);
        u[i] = Math.exp(at(o, dy + i, r)) * v[i];
        for (int j = 0; j < i; j++) {
          u[i] += at(o, below(i, j), r) * v[j];
        }
        log += at(o, dy + i, r) - 0.5 * u[i] * u[i];
      }
      sum += log / rows.length;
      if (o.gradient() != null) {
        slopes(o, r, v, u);
      }
    }
    return sum;
  }

  private void slopes(Tensor o, int r, double[] v, double[] u) {
    double share = 1.0 / o.rows();
    for (int i = 0; i < dy; i++) {
      double scale = Math.exp(at(o, dy + i, r));
      double mean = u[i] * scale;
      for (int k = i + 1; k < dy; k++) {
        mean += u[k] * at(o, below(k, i), r);
      }
      set(o, i, r, share * mean);
      set(o, dy + i, r, share * (1 - u[i] * scale * v[i]));
      for (int j = 0; j < i; j++) {
        set(o, below(i, j), r, -share * u[i] * v[j]);
      }
    }
  }

  /** The channel of T_ij, j &lt; i. */
  private int below(int i, int j) {
    return 2 * dy + i * (i - 1) / 2 + j;
  }

  private static double at(Tensor o, int channel, int r) {
    return o.value()[channel * o.rows() + r];
  }

  private static void set(Tensor o, int channel, int r, double slope) {
    o.gradient()[channel * o.rows() + r] = (float) slope;
  }
}
