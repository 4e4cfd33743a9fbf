package io.github.mist4j.network;

import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A sample in a few directions of each side instead of its columns: where dependence is spread over
 * many columns, it stands together there (docs/network.md).
 *
 * <p>Each is fitted on four fifths of the rows and taken of the fifth, all rows in turn, so that
 * directions of independent sides show nothing. Which rows stand together follows from their ranks,
 * not from their order.
 */
final class SampleDirections {
  private static final int FOLDS = 5;

  private SampleDirections() {}

  /**
   * The rows in the directions, ranked anew, ties as the values have them; empty where both sides
   * have one column, which has no direction but its own.
   */
  static Optional<RankedSample> of(RankedSample sample) {
    if (sample.d() == 2) {
      return Optional.empty();
    }
    int dx = sample.dx();
    int[] places = sample.places();
    double[][] z = scores(sample);
    double shrinkage = Math.min(0.5, (double) sample.d() / sample.n());
    var x = WhiteSide.of(Arrays.copyOfRange(z, 0, dx), places, FOLDS, shrinkage);
    var y = WhiteSide.of(Arrays.copyOfRange(z, dx, z.length), places, FOLDS, shrinkage);
    DirectionMoments[] ofFolds =
        IntStream.range(0, FOLDS)
            .mapToObj(f -> DirectionMoments.of(x.folds()[f], y.folds()[f]))
            .toArray(DirectionMoments[]::new);
    DirectionMoments all = DirectionMoments.sum(ofFolds);
    boolean xFirst = sample.xFirst(places);
    DirectionPairs whole = DirectionPairs.of(all, x.folds(), y.folds(), -1, xFirst);
    var inX = new double[whole.u().length][sample.n()];
    var inY = new double[whole.v().length][sample.n()];
    for (int f = 0; f < FOLDS; f++) {
      DirectionPairs fitted =
          DirectionPairs.of(all.less(ofFolds[f]), x.folds(), y.folds(), f, xFirst)
              .alignedWith(whole);
      x.project(fitted.u(), f, places, FOLDS, inX);
      y.project(fitted.v(), f, places, FOLDS, inY);
    }
    whole.orient(inX, inY);
    return Optional.of(sample.ofValues(inX, inY, places));
  }

  /** The normal scores, equal values at the mean of theirs, of mean 0 and variance 1, (d, n). */
  private static double[][] scores(RankedSample sample) {
    int n = sample.n();
    double[] byRank = sample.table().scores();
    var scores = new double[sample.d()][n];
    for (int c = 0; c < scores.length; c++) {
      int[] ranks = sample.ranks()[c];
      double[] column = scores[c];
      if (sample.distinct(c)) {
        for (int r = 0; r < n; r++) {
          column[r] = byRank[ranks[r]];
        }
      } else {
        middle(byRank, ranks, sample.levels()[c], column);
      }
      scores[c] = Scaling.standardized(column);
    }
    return scores;
  }

  private static void middle(double[] byRank, int[] ranks, int[] levels, double[] column) {
    int n = ranks.length;
    var sum = new double[n]; // by level
    var count = new int[n];
    for (int r = 0; r < n; r++) {
      count[levels[r]]++;
    }
    for (int level = 0; level < n; level++) {
      for (int k = 0; k < count[level]; k++) {
        sum[level] += byRank[level + k];
      }
    }
    for (int r = 0; r < n; r++) {
      column[r] = sum[levels[r]] / count[levels[r]];
    }
  }
}
