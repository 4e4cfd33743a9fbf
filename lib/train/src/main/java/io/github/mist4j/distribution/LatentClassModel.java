package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Columns that are independent of each other in every state of a variable S that is not among them
 * (a latent class model): a shared cause, a shared scale, a place along a curve.
 *
 * <p>The mutual information is E log Σ_s P(s|X) P(s|Y) / P(s). It is a mean over rows drawn state
 * by state, every x of a state with every y of it, until the standard error is below 0.008 nats or
 * 0.8%, when it is first asked for.
 *
 * <pre>{@code
 * ColumnLaw low = ColumnLaw.of(NormalDistribution.of(0, 1));
 * ColumnLaw high = ColumnLaw.of(NormalDistribution.of(3, 1));
 * Distribution shared = LatentClassModel.of( // X and Y are both low, or both high
 *     1, new double[] {0.5, 0.5}, List.of(List.of(low, low), List.of(high, high)));
 * }</pre>
 */
public final class LatentClassModel extends QuadratureLaw {
  private static final double TOLERANCE = 8e-3;
  private static final long SEED = 8;
  private static final int ROWS = 64; // of X and of Y in a group, about
  private static final int FEWEST_GROUPS = 16;
  private static final int MOST_GROUPS = 1024;
  private static final double NEGLIGIBLE = 1e-12; // how often two rows meet

  private final int dx;
  private final double[] weights; // (states), their sum is 1
  private final ColumnLaw[][] laws; // (states, columns)

  private LatentClassModel(int dx, double[] weights, ColumnLaw[][] laws) {
    this.dx = dx;
    this.weights = weights;
    this.laws = laws;
  }

  /**
   * A law.
   *
   * @param dx the number of columns of X; the others are Y
   * @param weights of the states, positive; they are divided by their sum, (states)
   * @param laws of the columns in every state, (states, columns)
   * @throws IllegalArgumentException if there are fewer than two states, they differ in their
   *     columns, a column has a density in one and counts in another, or no column is left for Y
   */
  public static LatentClassModel of(int dx, double[] weights, List<List<ColumnLaw>> laws) {
    require(weights != null && laws != null, "weights and laws must be given, were null");
    require(
        weights.length > 1 && weights.length == laws.size(),
        "a hidden state needs two states or more and a weight for each, had %d and %d weights",
        laws.size(),
        weights.length);
    ColumnLaw[][] columns =
        laws.stream().map(l -> l.toArray(ColumnLaw[]::new)).toArray(ColumnLaw[][]::new);
    int d = columns[0].length;
    require(dx > 0 && dx < d, "dx must be from 1 to %d, was %d", d - 1, dx);
    for (ColumnLaw[] state : columns) {
      require(
          state.length == d,
          "states must have the same number of columns, had %d and %d",
          d,
          state.length);
      for (int c = 0; c < d; c++) {
        require(
            state[c].counts() == columns[0][c].counts(),
            "column %d must have a density in all states or counts in all, had both",
            c);
      }
    }
    for (double weight : weights) {
      require(weight > 0 && Double.isFinite(weight), "weights must be positive, was %s", weight);
    }
    double sum = Arrays.stream(weights).sum();
    return new LatentClassModel(dx, Arrays.stream(weights).map(w -> w / sum).toArray(), columns);
  }

  @Override
  public int dx() {
    return dx;
  }

  @Override
  public int dy() {
    return laws[0].length - dx;
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    DoubleSupplier[][] samplers = samplers(rng);
    var states = new Response.Levels(0, weights);
    return ColumnDraws.varying(
        dx,
        () -> {
          var columns = new double[laws[0].length][n];
          for (int r = 0; r < n; r++) {
            DoubleSupplier[] state = samplers[states.draw(rng)];
            for (int c = 0; c < columns.length; c++) {
              columns[c][r] = state[c].getAsDouble();
            }
          }
          return columns;
        });
  }

  @Override
  Quadrature quadrature() {
    return information(TOLERANCE);
  }

  @Override
  public String describe() {
    return "columns independent in each of %s hidden states, MI = E log Σ P(s|X) P(s|Y) / P(s)"
        .formatted(weights.length);
  }

  private DoubleSupplier[][] samplers(RandomGenerator rng) {
    return Stream.of(laws)
        .map(state -> Stream.of(state).map(l -> l.sampler(rng)).toArray(DoubleSupplier[]::new))
        .toArray(DoubleSupplier[][]::new);
  }

  /** The value with its standard error over groups of rows. */
  Quadrature information(double tolerance) {
    DoubleSupplier[][] samplers = samplers(new SplittableRandom(SEED));
    double sum = 0;
    double squares = 0;
    for (int groups = 1; ; groups++) {
      double value = ofGroup(samplers);
      sum += value;
      squares += value * value;
      boolean look = groups >= FEWEST_GROUPS && Integer.bitCount(groups) == 1;
      if (look) { // at powers of two only
        double mean = sum / groups;
        double error = Math.sqrt(Math.max(0, squares / groups - mean * mean) / (groups - 1));
        if (error <= tolerance * Math.max(1, mean) || groups >= MOST_GROUPS) {
          return new Quadrature(Math.max(0, mean), error);
        }
      }
    }
  }

  /**
   * The mean log ratio over some rows of each state: of every x and every y, each as often as the
   * state of the one is likely at the other.
   */
  private double ofGroup(DoubleSupplier[][] samplers) {
    int states = weights.length;
    int rows = Math.max(2, ROWS / states); // of a state
    var ofX = new double[states * rows][states];
    var ofY = new double[states * rows][states];
    for (int i = 0; i < ofX.length; i++) {
      posterior(samplers[i / rows], 0, dx, ofX[i]);
      posterior(samplers[i / rows], dx, laws[0].length, ofY[i]);
    }
    double sum = 0;
    for (int i = 0; i < ofX.length; i++) {
      int s = i / rows;
      for (int j = 0; j < ofY.length; j++) {
        int u = j / rows;
        double often = 0.5 * (weights[s] * ofX[i][u] + weights[u] * ofY[j][s]);
        if (often > NEGLIGIBLE) {
          sum += often * Math.log(ratio(ofX[i], ofY[j]));
        }
      }
    }
    return sum / rows / rows;
  }

  /** p(x, y) / (p(x) p(y)), from the probabilities of the states at x and at y. */
  private double ratio(double[] atX, double[] atY) {
    double ratio = Double.MIN_NORMAL;
    for (int s = 0; s < atX.length; s++) {
      ratio += atX[s] * atY[s] / weights[s];
    }
    return ratio;
  }

  /** The probabilities of the states given new values of some columns, drawn in one of them. */
  private void posterior(DoubleSupplier[] drawn, int from, int to, double[] states) {
    for (int s = 0; s < states.length; s++) {
      states[s] = Math.log(weights[s]);
    }
    for (int c = from; c < to; c++) {
      double value = drawn[c].getAsDouble();
      for (int s = 0; s < states.length; s++) {
        states[s] += laws[s][c].logDensity(value);
      }
    }
    double most = Arrays.stream(states).max().orElseThrow();
    double sum = 0;
    for (int s = 0; s < states.length; s++) {
      states[s] = Math.exp(states[s] - most);
      sum += states[s];
    }
    for (int s = 0; s < states.length; s++) {
      states[s] /= sum;
    }
  }
}
