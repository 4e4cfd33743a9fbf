package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/**
 * The densities of X, of Y and of both, each a flow to a normal vector. The columns start in
 * canonical directions, those of both with every pair turned and scaled to no correlation: the
 * Gaussian copula.
 */
final class DensitiesModel implements RowModel {
  private static final double MOST = 0.999_999;

  private final SampleMatrix columns;
  private final SampleMatrix both; // all columns as X, whitened in pairs; Y repeats its first
  private final double logWhite; // of the volume that this took
  private final Layout layout = new Layout();
  private final Couplings ofX;
  private final Couplings ofY;
  private final Couplings ofBoth;

  DensitiesModel(SampleMatrix given, int[] training, FitOptions fit) {
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
    ofX = new Couplings(layout, "x", dx, fit);
    ofY = new Couplings(layout, "y", dy, fit);
    ofBoth = new Couplings(layout, "both", dx + dy, fit);
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
    double climbed = 0;
    for (Couplings.Passed passed : passed(tape, rows)) {
      climbed += logDensity(passed);
      JointNormalModel.addNormalGradient(passed.z(), 1.0 / rows.length);
      passed.addVolumeGradient(1.0 / rows.length);
    }
    tape.backward();
    return climbed;
  }

  private Couplings.Passed[] passed(Tape tape, int[] rows) {
    return new Couplings.Passed[] {
      ofX.apply(tape, columns.x(rows)),
      ofY.apply(tape, columns.y(rows)),
      ofBoth.apply(tape, both.x(rows))
    };
  }

  /** The mean log density but for its constant. */
  private static double logDensity(Couplings.Passed passed) {
    double sum = 0;
    for (int r = 0; r < passed.z().rows(); r++) {
      sum += passed.logVolume(r) / passed.z().rows();
    }
    return sum + JointNormalModel.meanLogNormal(passed.z());
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
    Couplings.Passed[] passed = passed(new Tape(weights, null), rows);
    double x = logDensity(passed[0]);
    double y = logDensity(passed[1]);
    double joint = logDensity(passed[2]);
    return new Seen(x + y + joint, joint + logWhite - x - y);
  }

  @Override
  public Reading reading(float[] weights, int[] rows) {
    return new Reading(seen(weights, rows).information(), Fitting.BEYOND * Math.log(rows.length));
  }
}
