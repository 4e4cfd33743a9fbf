package io.github.mist4j.suite;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Shares of a whole, and counts of words and cards. */
final class Shares {
  private static final int COLORS = 3;

  private Shares() {}

  /** Shares of a whole, one more than there are columns. */
  static Distribution dirichlet(int dx, int dy, double alpha) {
    var gamma = GammaDistribution.of(alpha, 1);
    RowSampler rows =
        (row, rng) -> {
          ContinuousDistribution.Sampler sampler = gamma.createSampler(rng::nextLong);
          Arrays.setAll(row, c -> sampler.sample());
          double whole = Arrays.stream(row).sum() + sampler.sample();
          Arrays.setAll(row, c -> row[c] / whole);
        };
    double whole = (dx + dy + 1) * alpha;
    double information =
        dirichletEntropy(dx, alpha, whole)
            + dirichletEntropy(dy, alpha, whole)
            - dirichletEntropy(dx + dy, alpha, whole);
    return Simulated.of("Dirichlet, closed form", dx, dy, rows, information);
  }

  /** Of some shares, whose rest is another one. */
  private static double dirichletEntropy(int shares, double alpha, double whole) {
    double rest = whole - shares * alpha;
    return shares * LogGamma.value(alpha)
        + LogGamma.value(rest)
        - LogGamma.value(whole)
        + (whole - shares - 1) * Digamma.value(whole)
        - shares * (alpha - 1) * Digamma.value(alpha)
        - (rest - 1) * Digamma.value(rest);
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
      log += logOrders(x[c], y[c], ofColor - x[c] - y[c]);
    }
    return Math.exp(log);
  }
}
