package io.github.mist4j.deep;

import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The vector copula of both sides (Chen et al., 2025): each is carried to independent normal
 * columns by itself, which changes no information, and a mixture q of normal vectors is fitted to
 * the normal scores of both. The information is E log q(v, w) − log q(v) − log q(w).
 *
 * <p>The paper climbs the likelihood of 32 components by gradients and prunes them; here the
 * mixture is fitted by expectation and maximization with 1, 2, 4, up to 32 components, as many as
 * help on the rows that say when to stop. The sides may differ in width.
 */
final class VectorCopulaModel implements RowModel {
  private static final int MOST_COMPONENTS = 32; // of the paper
  private static final int STARTS = 4; // of the paper

  /** Rows for each column of a component: a covariance of fewer says what is not there. */
  private static final int ROWS_A_COLUMN = 5;

  /** Rows, at random, that the mixture is fitted to, so that its time is bounded. */
  private static final int MOST_FITTED = 10_000;

  private static final int STEPS = 24; // of the way back when the estimate is read off
  private static final int STEPS_OF_LOOKS = 6; // which only watch

  private final SampleMatrix columns;
  private final int[] training;
  private final long seed;
  private final Noise noise;
  private final Layout layout = new Layout();
  private final VectorRanks ofX;
  private final VectorRanks ofY;
  private int[] stopping = {}; // the rows of the latest look

  VectorCopulaModel(SampleMatrix given, int[] training, FitOptions fit, long seed) {
    columns = CanonicalStart.of(given, training).columns();
    this.training = Arrays.copyOf(training, Math.min(MOST_FITTED, training.length));
    this.seed = seed;
    noise = new Noise(seed);
    ofX = new VectorRanks(layout, "x", columns.x(), fit);
    ofY = new VectorRanks(layout, "y", columns.y(), fit);
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    ofX.initialize(weights, rng);
    ofY.initialize(weights, rng);
    return weights;
  }

  /** Weights wander by the noise of steps, as those of a diffusion do. */
  @Override
  public double averaging() {
    return 0.99;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    RandomGenerator rng = noise.training();
    double climbed = ofX.climb(tape, rows, rng) + ofY.climb(tape, rows, rng);
    tape.backward();
    return climbed;
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    RandomGenerator rng = noise.heldOut();
    return ofX.heldOut(weights, rows, rng) + ofY.heldOut(weights, rows, rng);
  }

  @Override
  public double information(double climbed) {
    return Double.NaN; // how well velocities are known
  }

  /** The information is that of a single normal vector, fitted to these rows. */
  @Override
  public Seen seen(float[] weights, int[] rows) {
    stopping = rows;
    double[][] scores = scores(weights, rows, STEPS_OF_LOOKS);
    return new Seen(climbed(weights, rows), information(NormalMixture.single(scores), scores));
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    int[] all = // the training part first, the judging part last
        Stream.of(training, stopping, rows).flatMapToInt(Arrays::stream).toArray();
    double[][] scores = scores(weights, all, stopped.getAsBoolean() ? STEPS_OF_LOOKS : STEPS);
    double[][] known = Arrays.copyOf(scores, training.length);
    double[][] choosing =
        Arrays.copyOfRange(scores, training.length, training.length + stopping.length);
    double[][] judging = Arrays.copyOfRange(scores, all.length - rows.length, all.length);
    return new Reading(
        information(mixture(known, choosing, stopped), judging),
        Fitting.BEYOND * Math.log(rows.length));
  }

  /** As many components as help on rows that had no part in their fit, or as there was time for. */
  private NormalMixture mixture(double[][] known, double[][] choosing, BooleanSupplier stopped) {
    NormalMixture best = NormalMixture.single(known);
    double most = best.meanLogDensity(choosing);
    int d = known[0].length;
    for (int k = 2; k <= MOST_COMPONENTS && known.length >= ROWS_A_COLUMN * d * k; k *= 2) {
      if (stopped.getAsBoolean()) {
        break;
      }
      int count = k;
      // The rows that were fitted to choose the start, others the number: a lucky start is no gain.
      NormalMixture next =
          IntStream.range(0, STARTS)
              .mapToObj(
                  s ->
                      NormalMixture.of(
                          known, count, RandomStreams.of(seed, -100L * count - s), stopped))
              .max(Comparator.comparingDouble(m -> m.meanLogDensity(known)))
              .orElseThrow();
      double heldOut = next.meanLogDensity(choosing);
      if (heldOut > most) {
        most = heldOut;
        best = next;
      } else if (k > 2) {
        break;
      }
    }
    return best;
  }

  /** The mean log ratio to the margins, nats. */
  private double information(NormalMixture mixture, double[][] scores) {
    int dx = columns.dx();
    NormalMixture x = mixture.margin(0, dx);
    NormalMixture y = mixture.margin(dx, dx + columns.dy());
    return Arrays.stream(scores)
        .mapToDouble(
            z ->
                mixture.logDensity(z)
                    - x.logDensity(Arrays.copyOf(z, dx))
                    - y.logDensity(Arrays.copyOfRange(z, dx, z.length)))
        .average()
        .orElseThrow();
  }

  /** The normal scores of both sides behind their velocities, row by row. */
  private double[][] scores(float[] weights, int[] rows, int steps) {
    double[][] x = ofX.carried(weights, rows, steps);
    double[][] y = ofY.carried(weights, rows, steps);
    var normal = NormalDistribution.of(0, 1);
    double[] score =
        IntStream.range(0, rows.length)
            .mapToDouble(r -> normal.inverseCumulativeProbability((r + 0.5) / rows.length))
            .toArray();
    var scores = new double[rows.length][x.length + y.length];
    for (int c = 0; c < x.length + y.length; c++) {
      double[] column = c < x.length ? x[c] : y[c - x.length];
      int[] ranks = Ranks.of(column, RandomStreams.of(seed, -51L - c));
      for (int r = 0; r < rows.length; r++) {
        scores[r][c] = score[ranks[r]];
      }
    }
    return scores;
  }
}
