package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NODES;
import static io.github.mist4j.evaluation.Integrals.REACH;
import static io.github.mist4j.evaluation.Integrals.binaryEntropy;
import static io.github.mist4j.evaluation.Integrals.entropy;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
import static io.github.mist4j.evaluation.Integrals.mixed;
import static io.github.mist4j.evaluation.Integrals.normal;
import static io.github.mist4j.evaluation.Integrals.normalEntropy;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Families as tables of people hold them, that no training distribution of this library does:
 * series, censored and mostly absent outcomes, words of documents, cells left empty, neighbours
 * that agree, rankings. Each was written down before there was the model that is judged by it; used
 * for no choice.
 */
final class UnseenTables {
  private static final int SETTLED = 60; // steps after which a series forgets where it began

  private UnseenTables() {}

  static List<BenchmarkTask> all() {
    return List.of(
        new BenchmarkTask("series-3-3", series(0.3)),
        new BenchmarkTask("arch-3-1", arch(0.5, 0.7)),
        new BenchmarkTask("censored-1-2", censored(1.2)),
        new BenchmarkTask("hurdle-2-1", hurdle(2, 0.5)),
        new BenchmarkTask("words-3-3", words(12, 0.6)),
        new BenchmarkTask("absent-3-1", absent(3, 0.3, 0.5)),
        new BenchmarkTask("neighbours-3-3", neighbours(6, 0.5)),
        new BenchmarkTask("ranks-4-4", ranks(4, 0.7)));
  }

  /** Three steps of x ↦ 1.5 sin 2x + σ e and the next three; only the two that meet count. */
  static Distribution series(double sigma) {
    DoubleUnaryOperator map = x -> 1.5 * Math.sin(2 * x);
    RowSampler rows =
        (row, rng) -> {
          double x = 0;
          for (int t = -SETTLED; t < row.length; t++) {
            x = map.applyAsDouble(x) + sigma * rng.nextGaussian();
            if (t >= 0) {
              row[t] = x;
            }
          }
        };
    double end = 1.5 + REACH * sigma;
    double[] at = midpoints(-end, end);
    double step = at[1] - at[0];
    double[] density = settled((to, from) -> normal(to, map.applyAsDouble(from), sigma), at);
    double entropy = step * Arrays.stream(density).map(Integrals::entropyTerm).sum();
    return Simulated.of(
        "steps of a chaotic series and the next ones, entropy of a step by quadrature",
        3,
        3,
        rows,
        entropy - normalEntropy(sigma));
  }

  /** Three steps of r ↦ √(a + b r²) e and the next one. */
  static Distribution arch(double a, double b) {
    RowSampler rows =
        (row, rng) -> {
          double r = 0;
          for (int t = -SETTLED; t < row.length; t++) {
            r = Math.sqrt(a + b * r * r) * rng.nextGaussian();
            if (t >= 0) {
              row[t] = r;
            }
          }
        };
    double[] at = midpoints(-20, 12); // of log |r|
    double step = at[1] - at[0];
    DoubleUnaryOperator spread = s -> Math.sqrt(a + b * Math.exp(2 * s));
    double[] density =
        settled(
            (to, from) -> 2 * Math.exp(to) * normal(Math.exp(to), 0, spread.applyAsDouble(from)),
            at);
    double information = Math.log(2) - normalEntropy(1);
    for (int i = 0; i < at.length; i++) {
      double logSpread = Math.log(spread.applyAsDouble(at[i]));
      information += step * (entropyTerm(density[i]) + density[i] * (at[i] - logSpread));
    }
    return Simulated.of(
        "returns whose spread depends on the last one, quadrature", 3, 1, rows, information);
  }

  private static double[] midpoints(double low, double high) {
    int nodes = NODES / 2;
    double step = (high - low) / nodes;
    return IntStream.range(0, nodes).mapToDouble(i -> low + (i + 0.5) * step).toArray();
  }

  /** The density that a transition density leads to, at places of equal distance. */
  private static double[] settled(DoubleBinaryOperator transition, double[] at) {
    double step = at[1] - at[0];
    var matrix = new double[at.length][at.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        matrix[i][j] = step * transition.applyAsDouble(at[i], at[j]);
      }
    }
    double[] density = at.clone();
    Arrays.fill(density, 1 / (step * at.length));
    for (int t = 0; t < SETTLED; t++) {
      double[] before = density;
      density =
          Arrays.stream(matrix)
              .mapToDouble(
                  row -> IntStream.range(0, row.length).mapToDouble(j -> row[j] * before[j]).sum())
              .toArray();
      double sum = step * Arrays.stream(density).sum();
      for (int i = 0; i < density.length; i++) {
        density[i] /= sum;
      }
    }
    return density;
  }

  /** Y = the time to an event of the rate exp(slope X), or to the end of watching, and which. */
  static Distribution censored(double slope) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          double event = rng.nextExponential() / Math.exp(slope * row[0]);
          double end = rng.nextExponential();
          row[1] = Math.min(event, end);
          row[2] = event <= end ? 1 : 0;
        };
    double information = 0;
    for (boolean seen : new boolean[] {false, true}) {
      information +=
          integral(
              t -> { // over the logarithm of the time
                double time = Math.exp(t);
                double density =
                    mixed(
                        x -> {
                          double rate = Math.exp(slope * x);
                          return (seen ? rate : 1) * Math.exp(-(rate + 1) * time);
                        });
                return time * entropyTerm(density);
              },
              -30,
              5);
    }
    information -=
        mixed(
            x -> {
              double rate = Math.exp(slope * x);
              double share = rate / (rate + 1);
              return binaryEntropy(share) + 1 - Math.log(rate + 1);
            });
    return Simulated.of(
        "times to an event that not everyone is watched until, quadrature",
        1,
        2,
        rows,
        information);
  }

  /** Y = 0, or with the log odds slope X₁ exp(X₂ + σ e). */
  static Distribution hurdle(double slope, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          row[1] = rng.nextGaussian();
          boolean any = rng.nextDouble() < 1 / (1 + Math.exp(-slope * row[0]));
          double amount = Math.exp(row[1] + sigma * rng.nextGaussian());
          row[2] = any ? amount : 0;
        };
    double unsure =
        mixed(
            x -> {
              double share = 1 / (1 + Math.exp(-slope * x));
              return binaryEntropy(share);
            });
    return Simulated.of(
        "an amount that is mostly absent, MI = log 2 − H(any | X₁) + ¼ log(1 + 1/σ²)",
        2,
        1,
        rows,
        Math.log(2) - unsure + 0.25 * Math.log1p(1 / (sigma * sigma)));
  }

  /** How often three words stand in each half of a text, their shares Dirichlet. */
  static Distribution words(int length, double alpha) {
    var gamma = GammaDistribution.of(alpha, 1);
    RowSampler rows =
        (row, rng) -> {
          ContinuousDistribution.Sampler sampler = gamma.createSampler(rng::nextLong);
          double[] shares = DoubleStream.generate(sampler::sample).limit(3).toArray();
          double whole = Arrays.stream(shares).sum();
          Arrays.fill(row, 0);
          for (int word = 0; word < 2 * length; word++) {
            double mark = whole * rng.nextDouble();
            int which = mark < shares[0] ? 0 : mark < shares[0] + shares[1] ? 1 : 2;
            row[word < length ? which : 3 + which]++;
          }
        };
    var counts = new ArrayList<int[]>();
    for (int i = 0; i <= length; i++) {
      for (int j = 0; i + j <= length; j++) {
        counts.add(new int[] {i, j, length - i - j});
      }
    }
    int[] none = new int[3];
    var joint = new double[counts.size()][counts.size()];
    for (int i = 0; i < joint.length; i++) {
      for (int j = 0; j < joint.length; j++) {
        int[] x = counts.get(i);
        int[] y = counts.get(j);
        joint[i][j] =
            Math.exp(
                logOrders(x) + logOrders(y) + logBeta(alpha, x, y) - logBeta(alpha, none, none));
      }
    }
    return Simulated.of(
        "words in two halves of a text, sum of p log p",
        3,
        3,
        rows,
        ContingencyTable.of(joint).mutualInformation());
  }

  /** In how many orders words can stand that come so often. */
  static double logOrders(int... counts) {
    double log = LogGamma.value(Arrays.stream(counts).sum() + 1.0);
    for (int count : counts) {
      log -= LogGamma.value(count + 1.0);
    }
    return log;
  }

  /** Of the beta function at α + x + y. */
  private static double logBeta(double alpha, int[] x, int[] y) {
    double log = 0;
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      double at = alpha + x[c] + y[c];
      log += LogGamma.value(at);
      sum += at;
    }
    return log - LogGamma.value(sum);
  }

  /** Y = (X₁ + … + X_d)/√d + σ e, of whose columns each is left empty at times, and given as −9. */
  static Distribution absent(int dx, double share, double sigma) {
    double weight = 1 / Math.sqrt(dx);
    RowSampler rows =
        (row, rng) -> {
          double sum = sigma * rng.nextGaussian();
          for (int c = 0; c < dx; c++) {
            double value = rng.nextGaussian();
            sum += weight * value;
            row[c] = rng.nextDouble() < share ? -9 : value;
          }
          row[dx] = sum;
        };
    double information = 0;
    double chance = Math.pow(1 - share, dx); // that so many are absent
    for (int absent = 0; absent <= dx; absent++) {
      double left = sigma * sigma + absent * weight * weight;
      information += chance * 0.5 * Math.log((1 + sigma * sigma) / left);
      chance *= share / (1 - share) * (dx - absent) / (absent + 1);
    }
    return Simulated.of(
        "a sum of columns with empty cells, Σ P(absent) MI of the others",
        dx,
        1,
        rows,
        information);
  }

  /**
   * Yes and no around a circle, each likely to be as its two neighbours are: every second is X, the
   * others Y.
   */
  static Distribution neighbours(int count, double coupling) {
    var chances = new double[1 << count];
    for (int state = 0; state < chances.length; state++) {
      int agree = 0;
      for (int i = 0; i < count; i++) {
        agree += bit(state, i) == bit(state, (i + 1) % count) ? 1 : -1;
      }
      chances[state] = Math.exp(coupling * agree);
    }
    double whole = Arrays.stream(chances).sum();
    int half = count / 2;
    RowSampler rows =
        (row, rng) -> {
          int state = drawn(chances, whole, rng);
          for (int i = 0; i < count; i++) {
            row[i % 2 * half + i / 2] = bit(state, i);
          }
        };
    var joint = new double[1 << half][1 << half];
    for (int state = 0; state < chances.length; state++) {
      int x = 0;
      int y = 0;
      for (int i = 0; i < half; i++) {
        x |= bit(state, 2 * i) << i;
        y |= bit(state, 2 * i + 1) << i;
      }
      joint[x][y] += chances[state];
    }
    return Simulated.of(
        "neighbours that agree, sum of p log p",
        half,
        half,
        rows,
        ContingencyTable.of(joint).mutualInformation());
  }

  /** A place, as often as its chance out of the sum of all. */
  private static int drawn(double[] chances, double whole, RandomGenerator rng) {
    double mark = whole * rng.nextDouble();
    int place = 0;
    for (; place < chances.length - 1 && mark >= chances[place]; place++) {
      mark -= chances[place];
    }
    return place;
  }

  private static int bit(int state, int place) {
    return state >> place & 1;
  }

  /** The places of some items by two judges, with P(Y | X) ∝ exp(−θ pairs in another order). */
  static Distribution ranks(int items, double theta) {
    List<int[]> orders = orders(items);
    int[] first = orders.get(0);
    double[] chances = // of the orders of the second judge, seen from the first
        orders.stream().mapToDouble(o -> Math.exp(-theta * inversions(o))).toArray();
    double whole = Arrays.stream(chances).sum();
    RowSampler rows =
        (row, rng) -> {
          int[] ofX = orders.get(rng.nextInt(orders.size()));
          int[] seen = orders.get(drawn(chances, whole, rng));
          for (int i = 0; i < first.length; i++) {
            row[i] = ofX[i];
            row[items + i] = seen[ofX[i]];
          }
        };
    double unsure = Arrays.stream(chances).map(c -> entropyTerm(c / whole)).sum();
    return Simulated.of(
        "places by two judges, MI = log items! − H(Y | X)",
        items,
        items,
        rows,
        Math.log(orders.size()) - unsure);
  }

  /** All orders of 0, 1, …. */
  private static List<int[]> orders(int items) {
    List<int[]> orders = List.of(new int[0]);
    for (int item = 0; item < items; item++) {
      var longer = new ArrayList<int[]>();
      for (int[] order : orders) {
        for (int place = 0; place <= item; place++) {
          var next = new int[item + 1];
          System.arraycopy(order, 0, next, 0, place);
          next[place] = item;
          System.arraycopy(order, place, next, place + 1, item - place);
          longer.add(next);
        }
      }
      orders = longer;
    }
    return orders;
  }

  private static int inversions(int[] order) {
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      for (int j = i + 1; j < order.length; j++) {
        count += order[i] > order[j] ? 1 : 0;
      }
    }
    return count;
  }
}
