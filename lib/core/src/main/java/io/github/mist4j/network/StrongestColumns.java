package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A wide sample with the columns alone that show most dependence by themselves (docs/network.md):
 * the network never sees more than it has learnt from.
 *
 * <p>A column is as strong as its largest moment with one of the other side: of its score with any
 * lift of the other column, of any lift of it with the other's score, of both squares.
 */
final class StrongestColumns {
  /** The most columns of a side that the network sees. */
  static final int MOST = 32;

  private static final int SQUARE = 1; // its lift
  private static final int AT_ONCE = 64; // columns of X
  private static final int ROWS_AT_ONCE = 512;

  private StrongestColumns() {}

  /** The sample itself where no side has more than {@value #MOST} columns. */
  static RankedSample of(RankedSample sample) {
    if (Math.max(sample.dx(), sample.dy()) <= MOST) {
      return sample;
    }
    List<Sums> sums =
        IntStream.iterate(0, from -> from < sample.dx(), from -> from + AT_ONCE)
            .mapToObj(from -> Sums.of(from, Math.min(sample.dx(), from + AT_ONCE), sample.dy()))
            .toList();
    for (int from = 0; from < sample.n(); from += ROWS_AT_ONCE) {
      float[][][] lifts = lifts(sample, from, Math.min(ROWS_AT_ONCE, sample.n() - from));
      sums.parallelStream().forEach(part -> part.add(lifts, sample.dx()));
    }
    var ofX = new float[sample.dx()];
    var ofY = new float[sample.dy()];
    sums.forEach(part -> part.largest(ofX, ofY));
    return sample.columns(strongest(ofX), strongest(ofY));
  }

  /** The lifts of all columns in some rows, (lifts, d, rows). */
  private static float[][][] lifts(RankedSample sample, int from, int rows) {
    float[] table = sample.table().lifts();
    var lifts = new float[LIFTS][sample.d()][rows];
    for (int c = 0; c < sample.d(); c++) {
      int[] ranks = sample.ranks()[c];
      for (int r = 0; r < rows; r++) {
        int at = ranks[from + r] * LIFTS;
        for (int a = 0; a < LIFTS; a++) {
          lifts[a][c][r] = table[at + a];
        }
      }
    }
    return lifts;
  }

  /**
   * Sums over rows of products of some columns of X and all of Y.
   *
   * @param withScores of lifts of X with scores of Y, (lifts, columns, dy)
   * @param withLifts of scores of X with further lifts of Y, (lifts − 1, columns, dy)
   * @param squares of both squares, (columns, dy)
   */
  private record Sums(
      int from, int to, int dy, float[] withScores, float[] withLifts, float[] squares) {
    static Sums of(int from, int to, int dy) {
      int pairs = (to - from) * dy;
      return new Sums(
          from, to, dy, new float[LIFTS * pairs], new float[(LIFTS - 1) * pairs], new float[pairs]);
    }

    void add(float[][][] lifts, int dx) {
      int rows = lifts[0][0].length;
      int pairs = squares.length;
      for (int a = 0; a < LIFTS; a++) {
        float[][] x = Arrays.copyOfRange(lifts[a], from, to);
        ChannelProducts.addOuter(withScores, a * pairs, x, sideY(lifts[0], dx), rows);
        if (a > 0) {
          float[][] scores = Arrays.copyOfRange(lifts[0], from, to);
          ChannelProducts.addOuter(withLifts, (a - 1) * pairs, scores, sideY(lifts[a], dx), rows);
        }
        if (a == SQUARE) {
          ChannelProducts.addOuter(squares, 0, x, sideY(lifts[a], dx), rows);
        }
      }
    }

    private static float[][] sideY(float[][] columns, int dx) {
      return Arrays.copyOfRange(columns, dx, columns.length);
    }

    void largest(float[] ofX, float[] ofY) {
      for (float[] moments : List.of(withScores, withLifts, squares)) {
        for (int m = 0; m < moments.length; m++) {
          int pair = m % squares.length;
          int i = from + pair / dy;
          int j = pair % dy;
          float size = Math.abs(moments[m]);
          ofX[i] = Math.max(ofX[i], size);
          ofY[j] = Math.max(ofY[j], size);
        }
      }
    }
  }

  private static boolean[] strongest(float[] strengths) {
    var kept = new boolean[strengths.length];
    IntStream.range(0, strengths.length)
        .boxed()
        .sorted((i, j) -> Float.compare(strengths[j], strengths[i]))
        .limit(MOST)
        .forEach(i -> kept[i] = true);
    return kept;
  }
}
