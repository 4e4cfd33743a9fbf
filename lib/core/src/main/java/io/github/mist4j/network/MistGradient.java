package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.DifferentiableEstimator.Gradient;
import io.github.mist4j.network.SampleSlopes.Scored;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The slopes of an estimate of a copula network by the cells of a sample. */
final class MistGradient {
  private MistGradient() {}

  /**
   * The gradient, in blocks of rows where there are more than the network has learnt.
   *
   * @throws IllegalArgumentException if there are names, or more columns than the network sees
   */
  static Gradient of(GatedPredictor predictor, Sample sample, int longest) {
    require(!sample.hasNames(), "a gradient is of numbers, and the sample has names");
    require(
        Math.max(sample.dx(), sample.dy()) <= StrongestColumns.MOST,
        "a gradient takes up to %d columns a side, had %d and %d",
        StrongestColumns.MOST,
        sample.dx(),
        sample.dy());
    Sample less = sample.withoutRedundantColumns();
    int n = sample.n();
    int count = (n - 1) / longest + 1;
    int[] places = count == 1 ? new int[n] : RankedSample.of(less, 0).places();
    var x = new double[n][sample.dx()];
    var y = new double[n][sample.dy()];
    double value = 0;
    for (int b = 0; b < count; b++) {
      int block = b;
      int[] rows = IntStream.range(0, n).filter(r -> places[r] % count == block).toArray();
      value += addBlock(predictor, count == 1 ? less : less.rows(rows), rows, sample, count, x, y);
    }
    return new Gradient(value, x, y);
  }

  private static double addBlock(
      GatedPredictor predictor,
      Sample block,
      int[] rows,
      Sample whole,
      int count,
      double[][] x,
      double[][] y) {
    RankedSample ranked = RankedSample.of(block, 0);
    int[] queries = queries(ranked);
    Scored scored = predictor.slopes(ranked, queries);
    SmoothRanks smooth = SmoothRanks.of(ranked.table());
    put(block.xNames(), whole.xNames(), block::x, 0, ranked, smooth, scored, rows, count, x);
    put(
        block.yNames(),
        whole.yNames(),
        block::y,
        block.dx(),
        ranked,
        smooth,
        scored,
        rows,
        count,
        y);
    return scored.value() / count;
  }

  /** All rows, or some by their places where there are many. */
  private static int[] queries(RankedSample ranked) {
    int[] places =
        CopulaFeatures.queries(ranked.n(), NetworkInput.MOST_QUERIES, RandomStreams.of(0, -1));
    if (places.length == ranked.n()) {
      return places;
    }
    int[] rows = ranked.byPlace();
    return IntStream.of(places).map(k -> rows[k]).toArray();
  }

  private static void put(
      List<String> names,
      List<String> all,
      IntFunction<double[]> columns,
      int from,
      RankedSample ranked,
      SmoothRanks smooth,
      Scored scored,
      int[] rows,
      int count,
      double[][] into) {
    for (int c = 0; c < names.size(); c++) {
      double[] slopes =
          smooth.slopes(columns.apply(c), ranked.ranks()[from + c], scored.slopes()[from + c]);
      int to = all.indexOf(names.get(c));
      for (int r = 0; r < rows.length; r++) {
        into[rows[r]][to] = slopes[r] / count;
      }
    }
  }
}
