package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NORMAL;
import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.binaryEntropy;
import static io.github.mist4j.suite.Integrals.entropy;
import static io.github.mist4j.suite.Integrals.entropyTerm;
import static io.github.mist4j.suite.Integrals.integral;
import static io.github.mist4j.suite.Integrals.mixed;
import static io.github.mist4j.suite.Integrals.normal;
import static io.github.mist4j.suite.Integrals.normalEntropy;
import static io.github.mist4j.suite.Integrals.overSquare;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Values that were cut off, not seen or not kept. */
final class IncompleteData {
  private static final double NEGLIGIBLE = 1e-100; // a chance

  private IncompleteData() {}

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
}
