package io.github.mist4j.suite;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;

/** Chains of yes and no: hidden behind errors, or closed to a circle. */
final class Chains {
  private Chains() {}

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
          int state = Draws.drawn(chances, whole, rng);
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

  private static int bit(int state, int place) {
    return state >> place & 1;
  }
}
