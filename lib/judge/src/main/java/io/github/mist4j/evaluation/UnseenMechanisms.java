package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NORMAL;
import static io.github.mist4j.evaluation.Integrals.REACH;
import static io.github.mist4j.evaluation.Integrals.entropy;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
import static io.github.mist4j.evaluation.Integrals.mixed;
import static io.github.mist4j.evaluation.Integrals.normal;
import static io.github.mist4j.evaluation.Integrals.normalEntropy;
import static io.github.mist4j.evaluation.Integrals.overSquare;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Ways in which data come about that no training distribution of this library has: directions on
 * circles and spheres, places that keep apart, selection, drawing without replacement, order of
 * waiting, inheritance, rounding by people, scales that end, a hidden chain. They were written down
 * before there was the model that is judged by them; used for no choice.
 */
final class UnseenMechanisms {
  private static final int COLORS = 3;
  private static final double NEGLIGIBLE = 1e-100; // a chance
  private static final double FULL = 2 * Math.PI;

  private UnseenMechanisms() {}

  static List<BenchmarkTask> all() {
    return List.of(
        new BenchmarkTask("gumbel-1-1", gumbel(2.5)),
        new BenchmarkTask("compass-1-1", compass(0.7)),
        new BenchmarkTask("directions-3-3", directions(6)),
        new BenchmarkTask("rotors-2-1", rotors(0.6)),
        new BenchmarkTask("order-3-4", order(3, 4)),
        new BenchmarkTask("hands-3-3", hands(5, 7)),
        new BenchmarkTask("selected-2-2", selected(2, 2, 4, 1)),
        new BenchmarkTask("heaped-1-1", heaped(0.5, 0.3)),
        new BenchmarkTask("inheritance-4-2", inheritance(2, 0.4)),
        new BenchmarkTask("apart-2-2", apart(0.4)),
        new BenchmarkTask("close-2-2", close(0.25)),
        new BenchmarkTask("capped-3-3", capped(3, 0.3, 0.5)),
        new BenchmarkTask("chain-3-3", chain(0.1, 0.1)));
  }

  /**
   * Gumbel's copula: x = −log u and y = −log v are A W^(1/θ) and A (1 − W)^(1/θ), W uniform, A
   * exponential or, once in θ, the sum of two such.
   */
  static Distribution gumbel(double theta) {
    RowSampler rows =
        (row, rng) -> {
          double a = rng.nextExponential();
          if (rng.nextDouble() < 1 / theta) {
            a += rng.nextExponential();
          }
          double w = rng.nextDouble();
          row[0] = Math.exp(-a * Math.pow(w, 1 / theta));
          row[1] = Math.exp(-a * Math.pow(1 - w, 1 / theta));
        };
    double curved =
        integral(
            t -> { // over the logarithm of A
              double a = Math.exp(t);
              double density = (1 - 1 / theta + a / theta) * Math.exp(-a);
              return a * density * Math.log1p((theta - 1) / a);
            },
            -30,
            4);
    return Simulated.of(
        "Gumbel copula, MI = 1/θ − 1 + E log(1 + (θ − 1)/A)", 1, 1, rows, 1 / theta - 1 + curved);
  }

  /** Two angles, the second one off by a wrapped Cauchy angle of mean length ρ. */
  static Distribution compass(double rho) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = FULL * rng.nextDouble();
          double off = -Math.log(rho) * Math.tan(Math.PI * (rng.nextDouble() - 0.5));
          row[1] = wrapped(row[0] + off);
        };
    return Simulated.of(
        "two angles, one off by a wrapped Cauchy angle, MI = −log(1 − ρ²)",
        1,
        1,
        rows,
        -Math.log1p(-rho * rho));
  }

  private static double wrapped(double angle) {
    return angle - FULL * Math.floor(angle / FULL);
  }

  /** A direction in space and one around it, after von Mises and Fisher. */
  static Distribution directions(double kappa) {
    RowSampler rows =
        (row, rng) -> {
          double[] x = direction(rng);
          double[] any = direction(rng);
          double along = x[0] * any[0] + x[1] * any[1] + x[2] * any[2];
          double across = Math.sqrt(1 - along * along);
          double u = rng.nextDouble();
          double cosine = 1 + Math.log(u + (1 - u) * Math.exp(-2 * kappa)) / kappa;
          double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
          for (int c = 0; c < 3; c++) {
            row[c] = x[c];
            row[3 + c] = cosine * x[c] + sine * (any[c] - along * x[c]) / across;
          }
        };
    double logSinh = kappa + Math.log1p(-Math.exp(-2 * kappa)) - Math.log(2);
    return Simulated.of(
        "a direction and one around it, MI = log(κ/sinh κ) + κ coth κ − 1",
        3,
        3,
        rows,
        Math.log(kappa) - logSinh + kappa / Math.tanh(kappa) - 1);
  }

  private static double[] direction(RandomGenerator rng) {
    double z = 2 * rng.nextDouble() - 1;
    double angle = FULL * rng.nextDouble();
    double radius = Math.sqrt(1 - z * z);
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle), z};
  }

  /** Three angles in a row, neighbours off by wrapped normal ones; Y is that in the middle. */
  static Distribution rotors(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          row[2] = FULL * rng.nextDouble();
          row[0] = wrapped(row[2] + sigma * rng.nextGaussian());
          row[1] = wrapped(row[2] + sigma * rng.nextGaussian());
        };
    return Simulated.of(
        "an angle between two that follow it, entropies of wrapped normal angles by quadrature",
        2,
        1,
        rows,
        Math.log(FULL) + wrappedEntropy(Math.sqrt(2) * sigma) - 2 * wrappedEntropy(sigma));
  }

  private static double wrappedEntropy(double sigma) {
    int turns = (int) Math.ceil(REACH * sigma / FULL);
    return entropy(
        a ->
            IntStream.rangeClosed(-turns, turns).mapToDouble(k -> normal(a, k * FULL, sigma)).sum(),
        -Math.PI,
        Math.PI);
  }

  /** Uniform numbers in order, X the smallest of them; only the two that meet count. */
  static Distribution order(int dx, int dy) {
    int n = dx + dy;
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextDouble());
          Arrays.sort(row);
        };
    double joint =
        LogGamma.value(dx)
            + LogGamma.value(dy)
            - LogGamma.value(n + 1.0)
            - (dx - 1) * (Digamma.value(dx) - Digamma.value(n + 1.0))
            - (dy - 1) * (Digamma.value(dy) - Digamma.value(n + 1.0));
    return Simulated.of(
        "numbers in order, entropies of beta laws",
        dx,
        dy,
        rows,
        betaEntropy(dx, dy + 1.0) + betaEntropy(dx + 1.0, dy) - joint);
  }

  private static double betaEntropy(double a, double b) {
    return LogBeta.value(a, b)
        - (a - 1) * Digamma.value(a)
        - (b - 1) * Digamma.value(b)
        + (a + b - 2) * Digamma.value(a + b);
  }

  /** How many cards of three colors are in each of two hands from one deck. */
  static Distribution hands(int ofColor, int size) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.fill(row, 0);
          int[] deck = IntStream.range(0, COLORS * ofColor).toArray();
          for (int card = 0; card < 2 * size; card++) {
            int other = card + rng.nextInt(deck.length - card);
            int drawn = deck[other];
            deck[other] = deck[card];
            row[(card < size ? 0 : COLORS) + drawn % COLORS]++;
          }
        };
    var hands = new ArrayList<int[]>();
    for (int i = 0; i <= Math.min(size, ofColor); i++) {
      for (int j = 0; j <= Math.min(size - i, ofColor); j++) {
        if (size - i - j <= ofColor) {
          hands.add(new int[] {i, j, size - i - j});
        }
      }
    }
    var joint = new double[hands.size()][hands.size()];
    for (int i = 0; i < joint.length; i++) {
      for (int j = 0; j < joint.length; j++) {
        joint[i][j] = ways(ofColor, hands.get(i), hands.get(j));
      }
    }
    return Simulated.of(
        "two hands from a deck, sum of p log p",
        COLORS,
        COLORS,
        rows,
        ContingencyTable.of(joint).mutualInformation());
  }

  /** In how many ways two hands can be drawn, but for a factor. */
  private static double ways(int ofColor, int[] x, int[] y) {
    double log = 0;
    for (int c = 0; c < COLORS; c++) {
      if (x[c] + y[c] > ofColor) {
        return 0;
      }
      log += UnseenTables.logOrders(x[c], y[c], ofColor - x[c] - y[c]);
    }
    return Math.exp(log);
  }

  /**
   * Independent normal columns of rows that were kept, with the chance Φ(steep (s + t − cut)), s
   * and t the sums of a side over the root of their number.
   */
  static Distribution selected(int dx, int dy, double steep, double cut) {
    RowSampler rows =
        (row, rng) -> {
          double above;
          do {
            Arrays.setAll(row, c -> rng.nextGaussian());
            double s = Arrays.stream(row, 0, dx).sum() / Math.sqrt(dx);
            double t = Arrays.stream(row, dx, dx + dy).sum() / Math.sqrt(dy);
            above = steep * (s + t - cut) + rng.nextGaussian();
          } while (above < 0);
        };
    double ofAll = NORMAL.cumulativeProbability(-steep * cut / Math.sqrt(1 + 2 * steep * steep));
    double ofSide = Math.sqrt(1 + steep * steep);
    double end = 2 * REACH;
    double information =
        overSquare(
            end,
            (a, b) -> {
              double s = a - REACH;
              double t = b - REACH;
              double kept = NORMAL.cumulativeProbability(steep * (s + t - cut));
              if (kept < NEGLIGIBLE) {
                return 0;
              }
              double givenS = NORMAL.cumulativeProbability(steep * (s - cut) / ofSide);
              double givenT = NORMAL.cumulativeProbability(steep * (t - cut) / ofSide);
              return NORMAL.density(s)
                  * NORMAL.density(t)
                  * kept
                  / ofAll
                  * Math.log(kept * ofAll / (givenS * givenT));
            });
    return Simulated.of("rows that were kept for a sum, quadrature", dx, dy, rows, information);
  }

  /** Y = X + σ e, given in steps of ½ by some, of 0.1 by others. */
  static Distribution heaped(double share, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          double value = row[0] + sigma * rng.nextGaussian();
          int step = rng.nextDouble() < share ? 5 : 1;
          row[1] = step * Math.rint(10 * value / step) / 10;
        };
    int end = (int) Math.ceil(10 * REACH * Math.sqrt(1 + sigma * sigma));
    double information = 0;
    for (int tenths = -end; tenths <= end; tenths++) {
      int level = tenths;
      information += entropyTerm(heapedChance(level, 0, Math.sqrt(1 + sigma * sigma), share));
      information -= mixed(x -> entropyTerm(heapedChance(level, x, sigma, share)));
    }
    return Simulated.of("numbers that people round, sum over levels", 1, 1, rows, information);
  }

  private static double heapedChance(int tenths, double mean, double sigma, double share) {
    double fine = between(tenths, 0.5, mean, sigma);
    double coarse = tenths % 5 == 0 ? between(tenths, 2.5, mean, sigma) : 0;
    return (1 - share) * fine + share * coarse;
  }

  private static double between(int tenths, double half, double mean, double sigma) {
    double low = ((tenths - half) / 10 - mean) / sigma;
    double high = ((tenths + half) / 10 - mean) / sigma;
    return NORMAL.probability(low, high);
  }

  /** Places of a child, one gene of each parent's two, whose genes are of a kind with chance q. */
  static Distribution inheritance(int places, double q) {
    RowSampler rows =
        (row, rng) -> {
          for (int place = 0; place < places; place++) {
            int child = 0;
            for (int parent = 0; parent < 2; parent++) {
              int given = rng.nextDouble() < q ? 1 : 0;
              row[2 * place + parent] = given + (rng.nextDouble() < q ? 1 : 0);
              child += given;
            }
            row[2 * places + place] = child;
          }
        };
    double[] genes = {(1 - q) * (1 - q), 2 * q * (1 - q), q * q};
    var joint = new double[9][3];
    for (int mother = 0; mother < 3; mother++) {
      for (int father = 0; father < 3; father++) {
        double both = genes[mother] * genes[father];
        double[] row = joint[3 * mother + father];
        row[0] = both * (1 - mother / 2.0) * (1 - father / 2.0);
        row[2] = both * mother * father / 4;
        row[1] = both - row[0] - row[2];
      }
    }
    return Simulated.of(
        "genes of parents and of a child, sum of p log p",
        2 * places,
        places,
        rows,
        places * ContingencyTable.of(joint).mutualInformation());
  }

  /** Two places in a square without edges, not nearer than a distance of up to ½. */
  static Distribution apart(double distance) {
    return onTorus(distance, false);
  }

  /** Two places in a square without edges, not farther than a distance of up to ½. */
  static Distribution close(double distance) {
    return onTorus(distance, true);
  }

  private static Distribution onTorus(double distance, boolean within) {
    RowSampler rows =
        (row, rng) -> {
          double right;
          double up;
          do {
            right = rng.nextDouble() - 0.5;
            up = rng.nextDouble() - 0.5;
          } while (Math.hypot(right, up) < distance != within);
          row[0] = rng.nextDouble();
          row[1] = rng.nextDouble();
          row[2] = row[0] + right - Math.floor(row[0] + right);
          row[3] = row[1] + up - Math.floor(row[1] + up);
        };
    double area = Math.PI * distance * distance;
    return Simulated.of(
        "two places %s a distance, MI = −log of the area left"
            .formatted(within ? "within" : "beyond"),
        2,
        2,
        rows,
        -Math.log(within ? area : 1 - area));
  }

  /** Pairs of X and X + σ e; of X, what is above an end is given as the end. */
  static Distribution capped(int pairs, double sigma, double end) {
    RowSampler rows =
        (row, rng) -> {
          for (int c = 0; c < pairs; c++) {
            double value = rng.nextGaussian();
            row[c] = Math.min(value, end);
            row[pairs + c] = value + sigma * rng.nextGaussian();
          }
        };
    double spread = Math.sqrt(1 + sigma * sigma);
    double over = NORMAL.survivalProbability(end);
    DoubleUnaryOperator ofOver =
        y ->
            normal(y, 0, spread)
                * NORMAL.survivalProbability((end - y / (spread * spread)) * spread / sigma)
                / over;
    double information =
        normalEntropy(spread)
            - (1 - over) * normalEntropy(sigma)
            - over * entropy(ofOver, end - REACH * sigma, REACH * spread);
    return Simulated.of(
        "a scale that ends and noise, quadrature above the end",
        pairs,
        pairs,
        rows,
        pairs * information);
  }

  /** Six states of yes or no, each another than the last by a chance, each seen with errors. */
  static Distribution chain(double changes, double errors) {
    int length = 6;
    RowSampler rows =
        (row, rng) -> {
          boolean state = rng.nextBoolean();
          for (int t = 0; t < length; t++) {
            state ^= (t > 0 && rng.nextDouble() < changes);
            row[t] = state != (rng.nextDouble() < errors) ? 1 : 0;
          }
        };
    int half = 1 << (length / 2);
    var joint = new double[half][half];
    for (int seen = 0; seen < half * half; seen++) {
      double[] states = {0.5, 0.5};
      for (int t = 0; t < length; t++) {
        double stay = t > 0 ? 1 - changes : 1;
        double yes = stay * states[1] + (1 - stay) * states[0];
        double no = stay * states[0] + (1 - stay) * states[1];
        boolean seenYes = ((seen >> t) & 1) == 1;
        states[1] = yes * (seenYes ? 1 - errors : errors);
        states[0] = no * (seenYes ? errors : 1 - errors);
      }
      joint[seen % half][seen / half] = states[0] + states[1];
    }
    return Simulated.of(
        "a hidden chain of yes and no, sum of p log p",
        length / 2,
        length / 2,
        rows,
        ContingencyTable.of(joint).mutualInformation());
  }
}
