package io.github.mist4j.deep;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * A flow of each side to columns that are normal, and correlated in pairs across the sides: log
 * q(x, y) = Σ log N₂(v_j, w_j; ρ_j) + the other columns' log N + log volumes, ρ_j = tanh a_j.
 *
 * <p>The ratio to the product of the margins, Σ log N₂ − log N − log N, needs no volumes.
 */
final class JointNormalModel implements RowModel {
  private static final double MOST = 0.999_999; // of a correlation: 6.6 nats

  private final SampleMatrix columns;
  private final double[] start; // a_j
  private final Layout layout = new Layout();
  private final Couplings ofX;
  private final Couplings ofY;
  private final Layout.Table pairs;

  JointNormalModel(SampleMatrix given, int[] training, FitOptions fit) {
    CanonicalStart canonical = CanonicalStart.of(given, training);
    columns = canonical.columns();
    start = canonical.correlations().clone();
    for (int j = 0; j < start.length; j++) {
      double rho = Math.min(MOST, start[j]);
      start[j] = 0.5 * Math.log((1 + rho) / (1 - rho));
    }
    ofX = new Couplings(layout, "x", columns.dx(), fit);
    ofY = new Couplings(layout, "y", columns.dy(), fit);
    pairs = layout.table("pairs", start.length, 1);
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    ofX.initialize(weights, rng);
    ofY.initialize(weights, rng);
    for (int j = 0; j < start.length; j++) {
      weights[pairs.at() + j] = (float) start[j];
    }
    return weights;
  }

  /** Some rows behind the flows. */
  private record Sides(Couplings.Passed x, Couplings.Passed y) {}

  private Sides sides(Tape tape, int[] rows) {
    return new Sides(ofX.apply(tape, columns.x(rows)), ofY.apply(tape, columns.y(rows)));
  }

  private double rho(float[] weights, int pair) {
    return Math.max(-MOST, Math.min(MOST, Math.tanh(weights[pairs.at() + pair])));
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    Sides sides = sides(tape, rows);
    double share = 1.0 / rows.length;
    double climbed = likelihood(sides, weights, rows.length);
    addNormalGradient(sides.x.z(), share);
    addNormalGradient(sides.y.z(), share);
    for (int j = 0; j < start.length; j++) {
      double rho = rho(weights, j);
      double free = 1 - rho * rho;
      for (int r = 0; r < rows.length; r++) {
        double v = at(sides.x.z(), j, r);
        double w = at(sides.y.z(), j, r);
        // of the log ratio −½ log(1 − ρ²) − (ρ²(v² + w²) − 2ρvw)/(2(1 − ρ²))
        add(sides.x.z(), j, r, share * (rho * w - rho * rho * v) / free);
        add(sides.y.z(), j, r, share * (rho * v - rho * rho * w) / free);
        double ofRho = rho / free + ((1 + rho * rho) * v * w - rho * (v * v + w * w)) / free / free;
        gradient[pairs.at() + j] += (float) (share * ofRho * free); // d tanh = 1 − ρ²
      }
    }
    sides.x.addVolumeGradient(share);
    sides.y.addVolumeGradient(share);
    tape.backward();
    return climbed;
  }

  /** The mean log likelihood but for its constants. */
  private double likelihood(Sides sides, float[] weights, int rows) {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += sides.x.logVolume(r) + sides.y.logVolume(r);
    }
    return sum / rows
        + meanLogNormal(sides.x.z())
        + meanLogNormal(sides.y.z())
        + logRatio(sides, weights, rows);
  }

  /** The mean log ratio of the joint density to the product, nats. */
  private double logRatio(Sides sides, float[] weights, int rows) {
    double sum = 0;
    for (int j = 0; j < start.length; j++) {
      double rho = rho(weights, j);
      double free = 1 - rho * rho;
      for (int r = 0; r < rows; r++) {
        double v = at(sides.x.z(), j, r);
        double w = at(sides.y.z(), j, r);
        sum += -0.5 * Math.log(free) - (rho * rho * (v * v + w * w) - 2 * rho * v * w) / (2 * free);
      }
    }
    return sum / rows;
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    return likelihood(sides(new Tape(weights, null), rows), weights, rows.length);
  }

  @Override
  public double information(double climbed) {
    return Double.NaN; // a likelihood, of any size
  }

  @Override
  public Seen seen(float[] weights, int[] rows) {
    Sides sides = sides(new Tape(weights, null), rows);
    return new Seen(likelihood(sides, weights, rows.length), logRatio(sides, weights, rows.length));
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    return new Reading(
        logRatio(sides(new Tape(weights, null), rows), weights, rows.length),
        Fitting.BEYOND * Math.log(rows.length));
  }

  /** The mean of log N(z; 0, I) but for its constant. */
  static double meanLogNormal(Tensor z) {
    double sum = 0;
    for (float v : z.value()) {
      sum -= 0.5 * v * v / z.rows();
    }
    return sum;
  }

  /** Adds the gradient of so much of log N at every row. */
  static void addNormalGradient(Tensor z, double share) {
    for (int i = 0; i < z.value().length && z.gradient() != null; i++) {
      z.gradient()[i] -= (float) (share * z.value()[i]);
    }
  }

  private static double at(Tensor z, int channel, int r) {
    return z.value()[channel * z.rows() + r];
  }

  private static void add(Tensor z, int channel, int r, double slope) {
    if (z.gradient() != null) { // null where one column stays as it is
      z.gradient()[channel * z.rows() + r] += (float) slope;
    }
  }
}
