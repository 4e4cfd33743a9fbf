package io.github.mist4j.deep;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * The densities of X, of Y and of both, each learnt by itself. The columns start in canonical
 * directions, those of both with every pair turned and scaled to no correlation: the Gaussian
 * copula.
 */
final class DensitiesModel implements RowModel {
  private static final double MOST = 0.999_999;
  private static final int DRAWS = 64; // of codes of a judging row: twice as many add 0.01 nats

  private final SampleMatrix columns;
  private final SampleMatrix both; // all columns as X, whitened in pairs; Y repeats its first
  private final double logWhite; // of the volume that this took
  private final Layout layout = new Layout();
  private final Density ofX;
  private final Density ofY;
  private final Density ofBoth;
  private final Noise noise;

  DensitiesModel(
      SampleMatrix given, int[] training, Density.Source source, FitOptions fit, long seed) {
    CanonicalStart canonical = CanonicalStart.of(given, training);
    columns = canonical.columns();
    int dx = columns.dx();
    int dy = columns.dy();
    var all = new float[dx + dy][];
    System.arraycopy(columns.x(), 0, all, 0, dx);
    System.arraycopy(columns.y(), 0, all, dx, dy);
    double log = 0;
    for (int j = 0; j < canonical.correlations().length; j++) {
      double rho = Math.min(MOST, canonical.correlations()[j]);
      double free = Math.sqrt(1 - rho * rho);
      log -= Math.log(free);
      float[] v = all[j];
      float[] w = all[dx + j];
      var rest = new float[v.length];
      for (int r = 0; r < rest.length; r++) {
        rest[r] = (float) ((w[r] - rho * v[r]) / free);
      }
      all[dx + j] = rest;
    }
    logWhite = log;
    both = new SampleMatrix(all, new float[][] {all[0]});
    ofX = source.of(layout, "x", dx, fit);
    ofY = source.of(layout, "y", dy, fit);
    ofBoth = source.of(layout, "both", dx + dy, fit);
    noise = new Noise(seed);
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    ofX.initialize(weights, rng);
    ofY.initialize(weights, rng);
    ofBoth.initialize(weights, rng);
    return weights;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    RandomGenerator rng = noise.training();
    double climbed =
        ofX.climb(tape, columns.x(rows), rng)
            + ofY.climb(tape, columns.y(rows), rng)
            + ofBoth.climb(tape, both.x(rows), rng);
    tape.backward();
    return climbed;
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    return seen(weights, rows).climbed();
  }

  @Override
  public double information(double climbed) {
    return Double.NaN; // a sum of likelihoods
  }

  @Override
  public Seen seen(float[] weights, int[] rows) {
    return seen(weights, rows, DRAWS / 8);
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    return new Reading(
        seen(weights, rows, DRAWS).information(), Fitting.BEYOND * Math.log(rows.length));
  }

  private Seen seen(float[] weights, int[] rows, int draws) {
    RandomGenerator rng = noise.heldOut();
    double x = ofX.meanLog(weights, columns.x(rows), draws, rng);
    double y = ofY.meanLog(weights, columns.y(rows), draws, rng);
    double joint = ofBoth.meanLog(weights, both.x(rows), draws, rng);
    return new Seen(x + y + joint, joint + logWhite - x - y);
  }
}
