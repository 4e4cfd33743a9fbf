package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.entropyTerm;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/** Numbers in order, and the orders that judges put things in. */
final class Orders {
  private Orders() {}

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
          int[] seen = orders.get(Draws.drawn(chances, whole, rng));
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
