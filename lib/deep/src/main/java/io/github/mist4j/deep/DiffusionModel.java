package io.github.mist4j.deep;

import static io.github.mist4j.deep.DiffusionModel.Role.ABSENT;
import static io.github.mist4j.deep.DiffusionModel.Role.CLEAN;
import static io.github.mist4j.deep.DiffusionModel.Role.NOISY;

import io.github.mist4j.deep.GenerativeEstimator.Form;
import io.github.mist4j.deep.GenerativeEstimator.Scores;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A network that takes noise off one side or both, knowing the other side or not.
 *
 * <p>Variance-preserving: z_t = α z + σ ε, α² = e^(−B), B = ∫ β = 0.1 t + 9.95 t². Times are drawn
 * with density β/(1 − e^(−B))/Z from 0.001 to 1, so that every one counts alike. An entropy is Z/2
 * E|ε − ε̂|² but for a constant of the columns: the information is h(Y) − h(Y|X) in the conditional
 * form, h(X, Y) − h(X|Y) − h(Y|X) in the joint one. A network is added to the mean noise of normal
 * columns with the covariance of the rows that are trained on; where there are very many columns,
 * of independent ones, σ z_t.
 */
final class DiffusionModel implements RowModel {
  private static final double FIRST = 1e-3; // the least time
  private static final double LOW = logExpm1(integral(FIRST));
  private static final double Z = logExpm1(integral(1)) - LOW;
  private static final int READINGS =
      64; // times of each judging row; the mean of 2,000 scatters by 0.02
  private static final int TIME_CHANNELS = 3;
  private static final int MOST_LINEAR = 128; // columns: more cost more than the network does

  /** How a side reaches the network. */
  enum Role {
    NOISY(0),
    CLEAN(1),
    ABSENT(2);

    private final int channel; // which says so

    Role(int channel) {
      this.channel = channel;
    }
  }

  /**
   * One entropy of the information.
   *
   * @param sign with which it counts
   */
  private record Term(Role x, Role y, int sign) {}

  private final SampleMatrix columns;
  private final int dx;
  private final int dy;
  private final List<Term> terms;
  private final Map<Term, LinearNoise> starts; // none where there are too many columns
  private final Scores scores;
  private final Layout layout = new Layout();
  private final Mlp network;
  private final Noise noise;

  DiffusionModel(
      SampleMatrix columns, int[] training, Form form, Scores scores, FitOptions fit, long seed) {
    this.columns = columns;
    dx = columns.dx();
    dy = columns.dy();
    this.scores = scores;
    terms =
        switch (form) {
          case CONDITIONAL -> List.of(new Term(ABSENT, NOISY, 1), new Term(CLEAN, NOISY, -1));
          case JOINT ->
              List.of(
                  new Term(NOISY, NOISY, 1),
                  new Term(NOISY, CLEAN, -1),
                  new Term(CLEAN, NOISY, -1));
        };
    starts = dx + dy > MOST_LINEAR ? Map.of() : starts(training);
    network = Mlp.of(layout, "noise", channels(), dx + dy, fit);
    noise = new Noise(seed);
  }

  private Map<Term, LinearNoise> starts(int[] training) {
    DMatrixRMaj covariance = GaussianStart.covariance(columns, training);
    var starts = new HashMap<Term, LinearNoise>();
    for (Term term : terms) {
      int[] noisy = IntStream.range(0, dx + dy).filter(c -> role(term, c) == NOISY).toArray();
      int[] clean = IntStream.range(0, dx + dy).filter(c -> role(term, c) == CLEAN).toArray();
      starts.put(term, LinearNoise.of(covariance, training.length, noisy, clean));
    }
    return starts;
  }

  private int channels() {
    return dx + dy + 2 * Role.values().length + TIME_CHANNELS;
  }

  private static double integral(double t) {
    return 0.1 * t + 9.95 * t * t;
  }

  private static double logExpm1(double b) {
    return b + Math.log(-Math.expm1(-b));
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    network.initializeButLast(weights, rng);
    return weights;
  }

  /** With 20 the fits to spirals and Student laws of the suite bmi ended at half of the truth. */
  @Override
  public int patience() {
    return 60;
  }

  /** Weights wander by steps of noise: the mean of the last hundred or so is judged. */
  @Override
  public double averaging() {
    return 0.99;
  }

  /**
   * Rows of both sides, X first, and the same with noise.
   *
   * @param b B
   * @param target what of the noise independent normal columns do not tell, (dx + dy, rows)
   */
  private record Noisy(float[] clean, float[] noisy, double[] b, float[] target) {}

  private Noisy noisy(int[] rows, RandomGenerator rng) {
    int n = rows.length;
    var clean = new float[(dx + dy) * n];
    System.arraycopy(columns.x(rows).value(), 0, clean, 0, dx * n);
    System.arraycopy(columns.y(rows).value(), 0, clean, dx * n, dy * n);
    float[] u = Noise.times(n, rng);
    var b = new double[n];
    Arrays.setAll(b, r -> Math.log1p(Math.exp(Math.min(LOW + Z * u[r], 700))));
    float[] e = Noise.normal(clean.length, rng);
    var noisy = new float[clean.length];
    var target = new float[clean.length];
    for (int i = 0; i < clean.length; i++) {
      double alpha = Math.exp(-b[i % n] / 2);
      double sigma = Math.sqrt(-Math.expm1(-b[i % n]));
      noisy[i] = (float) (alpha * clean[i] + sigma * e[i]);
      target[i] = (float) (e[i] - sigma * noisy[i]);
    }
    return new Noisy(clean, noisy, b, target);
  }

  /** Each side in its role, which roles these are, and the time. */
  private Tensor input(Noisy rows, Term[] terms) {
    int n = terms.length;
    var values = new float[channels() * n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < dx + dy; c++) {
        int i = c * n + r;
        values[i] =
            switch (role(terms[r], c)) {
              case NOISY -> rows.noisy[i];
              case CLEAN -> rows.clean[i];
              case ABSENT -> 0;
            };
      }
      int at = (dx + dy) * n + r;
      values[at + terms[r].x.channel * n] = 1;
      at += Role.values().length * n;
      values[at + terms[r].y.channel * n] = 1;
      at += Role.values().length * n;
      values[at] = (float) (2 * Math.sqrt(-Math.expm1(-rows.b[r])) - 1);
      values[at + n] = (float) Math.exp(-rows.b[r] / 2);
      values[at + 2 * n] = (float) ((logExpm1(rows.b[r]) - LOW) / Z * 2 - 1);
    }
    return Tape.input(values, channels(), n);
  }

  private Role role(Term term, int column) {
    return column < dx ? term.x : term.y;
  }

  /** Whether a column has noise to be taken off. */
  private boolean isNoisy(Term term, int column) {
    return role(term, column) == NOISY;
  }

  /** What normal columns tell of the noise beyond σ z, (dx + dy, rows). */
  private float[] ofNormal(Noisy rows, Term[] asked) {
    var told = new float[rows.noisy.length];
    for (int r = 0; r < asked.length && !starts.isEmpty(); r++) {
      starts.get(asked[r]).tell(told, rows.noisy, rows.clean, r, asked.length, rows.b[r]);
    }
    return told;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    RandomGenerator rng = noise.training();
    var tape = new Tape(weights, gradient);
    Noisy noisy = noisy(rows, rng);
    Term[] asked =
        IntStream.range(0, rows.length)
            .mapToObj(r -> terms.get(rng.nextInt(terms.size())))
            .toArray(Term[]::new);
    Tensor o = network.apply(tape, input(noisy, asked));
    float[] start = ofNormal(noisy, asked);
    double loss = 0;
    double share = 1.0 / (rows.length * dy);
    for (int i = 0; i < noisy.target.length; i++) {
      if (isNoisy(asked[i % rows.length], i / rows.length)) {
        float error = noisy.target[i] - start[i] - o.value()[i];
        loss += share * error * error;
        o.gradient()[i] = (float) (2 * share * error);
      }
    }
    tape.backward();
    return -loss;
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    return seen(weights, rows).climbed();
  }

  @Override
  public double information(double climbed) {
    return Double.NaN; // the errors of the terms are not told apart
  }

  @Override
  public Seen seen(float[] weights, int[] rows) {
    return seen(weights, rows, READINGS / 16);
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    return new Reading(
        seen(weights, rows, READINGS).information(), Fitting.BEYOND * Math.log(rows.length));
  }

  /** Less the mean squared errors of all terms, and what the networks say. */
  private Seen seen(float[] weights, int[] rows, int readings) {
    RandomGenerator rng = noise.heldOut();
    int n = rows.length;
    double share = 1.0 / readings / n;
    double errors = 0;
    double information = 0;
    for (int k = 0; k < readings; k++) {
      Noisy noisy = noisy(rows, rng);
      var apart = new float[noisy.target.length]; // the first term's noise less the others'
      for (Term term : terms) {
        var asked = new Term[n];
        Arrays.fill(asked, term);
        float[] o = network.apply(new Tape(weights, null), input(noisy, asked)).value();
        Elementwise.add(o, ofNormal(noisy, asked));
        for (int i = 0; i < o.length; i++) {
          if (isNoisy(term, i / n)) {
            apart[i] += term.sign * o[i];
            double error = Math.pow(noisy.target[i] - o[i], 2);
            errors += share * error;
            information +=
                share
                    * term.sign
                    * switch (scores) {
                      case ERRORS -> error;
                      case SIGMA -> -(double) o[i] * o[i];
                      case INSIDE -> 0;
                    };
          }
        }
      }
      for (int i = 0; i < apart.length && scores == Scores.INSIDE; i++) {
        information += share * apart[i] * apart[i];
      }
    }
    return new Seen(-errors / (terms.size() * dy), Z / 2 * information);
  }
}
