package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Those columns that show dependence by themselves, where others do not (docs/network.md): a few
 * columns that matter drown less among few others.
 *
 * @param sample the columns kept
 * @param columns which they are, those of Y behind all of X
 * @param features of them
 * @param evidence how much the pairs left out look like noise, and how many they are
 */
record ColumnScreening(
    RankedSample sample, int[] columns, CopulaFeatures features, Evidence evidence) {
  /** What the gate weighs: the evidence and how both predictions compare. */
  static final int INPUTS = 6;

  private static final double FALSE_ALARMS = 0.2; // columns kept by chance
  private static final double TYPICAL_LARGEST = 3.5;
  private static final double EXCESS = 3;
  private static final double NARROWEST = 0.01;
  private static final double SMALLEST = 0.02; // nats

  /**
   * What speaks for the screened columns.
   *
   * @param excess of the moments left out over those of noise, in (−1, 1)
   * @param rows log n − 5
   * @param keptShare the logarithm of the share of pairs that are kept
   * @param largest √n times the largest moment left out, less the typical one
   */
  record Evidence(double excess, double rows, double keptShare, double largest) {}

  /** The columns kept, unless no column of a side shows dependence, or every column. */
  static Optional<ColumnScreening> of(RankedSample copula, CopulaFeatures first, int[] queries) {
    var strengths = Strengths.of(first);
    boolean[] keptX = strengths.keptX();
    boolean[] keptY = strengths.keptY();
    int x = count(keptX);
    int y = count(keptY);
    if (x == 0 || y == 0 || x + y == first.dx() + first.dy()) {
      return Optional.empty();
    }
    RankedSample kept = copula.columns(keptX, keptY);
    int[] columns =
        IntStream.range(0, copula.d())
            .filter(c -> c < keptX.length ? keptX[c] : keptY[c - keptX.length])
            .toArray();
    return Optional.of(
        new ColumnScreening(
            kept, columns, CopulaFeatures.of(kept, queries), strengths.evidence(keptX, keptY)));
  }

  private static int count(boolean[] kept) {
    int count = 0;
    for (boolean one : kept) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /**
   * The moments of each pair of columns in units of their noise.
   *
   * @param largest √n times the largest, (dx, dy)
   * @param square n times the mean square, (dx, dy)
   */
  private record Strengths(double[][] largest, double[][] square, int n) {
    static Strengths of(CopulaFeatures features) {
      int dx = features.dx();
      int dy = features.dy();
      int n = features.n();
      int moments = LIFTS * LIFTS;
      var largest = new double[dx][dy];
      var square = new double[dx][dy];
      for (int m = 0; m < moments; m++) {
        float[] channel = features.pair()[m];
        for (int i = 0; i < dx; i++) {
          for (int j = 0; j < dy; j++) {
            double moment = channel[i * dy + j];
            largest[i][j] = Math.max(largest[i][j], Math.abs(moment) * Math.sqrt(n));
            square[i][j] += n * moment * moment / moments;
          }
        }
      }
      return new Strengths(largest, square, n);
    }

    private static double bound(int others) {
      double share = FALSE_ALARMS / (LIFTS * LIFTS * others);
      return -NormalDistribution.of(0, 1).inverseCumulativeProbability(share / 2);
    }

    boolean[] keptX() {
      double bound = bound(largest[0].length);
      var kept = new boolean[largest.length];
      for (int i = 0; i < kept.length; i++) {
        for (double moment : largest[i]) {
          kept[i] = kept[i] || moment > bound;
        }
      }
      return kept;
    }

    boolean[] keptY() {
      double bound = bound(largest.length);
      var kept = new boolean[largest[0].length];
      for (double[] row : largest) {
        for (int j = 0; j < kept.length; j++) {
          kept[j] = kept[j] || row[j] > bound;
        }
      }
      return kept;
    }

    /** Of the pairs of which a column is left out. */
    Evidence evidence(boolean[] keptX, boolean[] keptY) {
      double excess = 0;
      double most = 0;
      int left = 0;
      for (int i = 0; i < keptX.length; i++) {
        for (int j = 0; j < keptY.length; j++) {
          if (!keptX[i] || !keptY[j]) {
            excess += square[i][j] - 1;
            most = Math.max(most, largest[i][j]);
            left++;
          }
        }
      }
      double pairs = (double) keptX.length * keptY.length;
      return new Evidence(
          StrictMath.tanh(excess / Math.sqrt(left) / EXCESS),
          Math.log(n) - 5,
          Math.log((pairs - left) / pairs),
          most - TYPICAL_LARGEST);
    }
  }

  /** What the gate weighs: the evidence and both predictions, ({@value #INPUTS}). */
  double[] gateInputs(PredictedQuantiles all, PredictedQuantiles screened) {
    return new double[] {
      evidence.excess(),
      evidence.rows(),
      evidence.keptShare(),
      evidence.largest(),
      Math.log((screened.width() + NARROWEST) / (all.width() + NARROWEST)),
      Math.log((Math.max(0, screened.value()) + SMALLEST) / (Math.max(0, all.value()) + SMALLEST))
    };
  }
}
