package io.github.mist4j.network;

import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
   * Values in directions.
   *
   * @param x of X, the canonical ones first, (directions, n)
   * @param y of Y
   * @param formsOfX what they are of the standardized scores of X, (folds, directions, dx)
   * @param formsOfY the same of Y
   */
  private record Values(double[][] x, double[][] y, double[][][] formsOfX, double[][][] formsOfY) {}

  /**
   * A sample in directions, and the directions of each row.
   *
   * @param ranked the rows in the directions
   * @param values the same before they are ranked, X first, (directions, n)
   * @param forms what they are of the scores of their side in each fold, (folds, directions, d of
   *     the side)
   * @param fold of each row
   */
  record Directed(RankedSample ranked, double[][] values, double[][][] forms, int[] fold) {}

  /** The same as {@link #of(RankedSample)} with the directions; none of one column a side. */
  static Optional<Directed> directed(RankedSample sample) {
    if (sample.d() == 2) {
      return Optional.empty();
    }
    int[] places = sample.places();
    Values values = ofStrongest(sample, places, sample.xFirst(places));
    double[][] scores = scores(sample);
    var forms = new double[FOLDS][][];
    for (int f = 0; f < FOLDS; f++) {
      forms[f] =
          Stream.of(values.formsOfX[f], values.formsOfY[f])
              .flatMap(Arrays::stream)
              .toArray(double[][]::new);
    }
    double[][] all = Stream.of(values.x, values.y).flatMap(Arrays::stream).toArray(double[][]::new);
    int[] fold = Arrays.stream(places).map(place -> place % FOLDS).toArray();
    double spread = Scaling.spread(sample.table().scores());
    for (int k = 0; k < all.length; k++) {
      int from = k < values.x.length ? 0 : sample.dx();
      double along = 0;
      for (int r = 0; r < fold.length; r++) {
        double[] form = forms[fold[r]][k];
        double value = 0;
        for (int c = 0; c < form.length; c++) {
          value += form[c] * scores[from + c][r];
        }
        along += value * all[k][r];
      }
      for (double[][] ofFold : forms) {
        for (int c = 0; c < ofFold[k].length; c++) {
          ofFold[k][c] *= (along < 0 ? -1 : 1) / spread; // as it is oriented, of plain scores
        }
      }
    }
    return Optional.of(new Directed(sample.ofValues(values.x, values.y, places), all, forms, fold));
  }

  /**
   * The rows in the directions, ranked anew, ties as the values have them; empty where both sides
   * have one column, which has no direction but its own.
   */
  static Optional<RankedSample> of(RankedSample sample) {
    return of(sample, sample);
  }

  /**
   * The same of a wide sample: canonical directions of all columns, those of squares of the
   * strongest.
   *
   * @param strongest some of its columns, or the sample itself
   */
  static Optional<RankedSample> of(RankedSample sample, RankedSample strongest) {
    if (sample.d() == 2) {
      return Optional.empty();
    }
    int[] places = sample.places();
    boolean xFirst = sample.xFirst(places);
    Values values = ofStrongest(strongest, places, xFirst);
    if (strongest.d() < sample.d()) {
      Values canonical = canonical(sample, places, xFirst);
      replace(values.x, canonical.x);
      replace(values.y, canonical.y);
    }
    return Optional.of(sample.ofValues(values.x, values.y, places));
  }

  private static void replace(double[][] values, double[][] first) {
    System.arraycopy(first, 0, values, 0, first.length);
  }

  private static Values ofStrongest(RankedSample sample, int[] places, boolean xFirst) {
    Sides sides = Sides.of(sample, places);
    DirectionMoments[] ofFolds =
        IntStream.range(0, FOLDS)
            .mapToObj(f -> DirectionMoments.of(sides.x.folds()[f], sides.y.folds()[f]))
            .toArray(DirectionMoments[]::new);
    DirectionMoments all = DirectionMoments.sum(ofFolds);
    return sides.values(
        f ->
            DirectionPairs.of(
                f < 0 ? all : all.less(ofFolds[f]), sides.x.folds(), sides.y.folds(), f, xFirst),
        places);
  }

  private static Values canonical(RankedSample sample, int[] places, boolean xFirst) {
    Sides sides = Sides.of(sample, places);
    CrossCovariance[] ofFolds =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(f -> CrossCovariance.of(sides.x.folds()[f], sides.y.folds()[f]))
            .toArray(CrossCovariance[]::new);
    CrossCovariance all = CrossCovariance.sum(ofFolds);
    return sides.values(
        f ->
            DirectionPairs.canonical(
                f < 0 ? all : all.less(ofFolds[f]), sides.x.folds(), sides.y.folds(), f, xFirst),
        places);
  }

  /** Both sides, white. */
  private record Sides(WhiteSide x, WhiteSide y) {
    static Sides of(RankedSample sample, int[] places) {
      int dx = sample.dx();
      double[][] z = scores(sample);
      double shrinkage = Math.min(0.5, (double) sample.d() / sample.n());
      List<WhiteSide> sides =
          Stream.of(Arrays.copyOfRange(z, 0, dx), Arrays.copyOfRange(z, dx, z.length))
              .parallel()
              .map(side -> WhiteSide.of(side, places, FOLDS, shrinkage))
              .toList();
      return new Sides(sides.get(0), sides.get(1));
    }

    /**
     * Each fold in the directions that are fitted without it.
     *
     * @param fit the directions without a fold, −1 for none
     */
    Values values(IntFunction<DirectionPairs> fit, int[] places) {
      DirectionPairs whole = fit.apply(-1);
      var inX = new double[whole.u().length][places.length];
      var inY = new double[whole.v().length][places.length];
      var formsOfX = new double[FOLDS][][];
      var formsOfY = new double[FOLDS][][];
      for (int f = 0; f < FOLDS; f++) {
        DirectionPairs fitted = fit.apply(f).alignedWith(whole);
        formsOfX[f] = Arrays.stream(fitted.u()).map(x::form).toArray(double[][]::new);
        formsOfY[f] = Arrays.stream(fitted.v()).map(y::form).toArray(double[][]::new);
        x.project(fitted.u(), f, places, FOLDS, inX);
        y.project(fitted.v(), f, places, FOLDS, inY);
      }
      whole.orient(inX, inY);
      return new Values(inX, inY, formsOfX, formsOfY);
    }
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
