package io.github.mist4j.network;

import io.github.mist4j.estimator.Estimate.Reference;
import io.github.mist4j.network.GatedPredictor.Gated;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What other methods say of a sample beside the network, where it comes for nothing. */
final class References {
  private static final double MUCH_MORE = 1.5; // in directions than in columns
  private static final double SMALLEST = 0.05; // nats
  private static final int NAMED = 3; // columns of a side
  private static final double WEIGHS = 0.5; // of the most that a column weighs

  private References() {}

  /**
   * The Gaussian copula where n allows it, the fourth nearest neighbours in normal scores, the
   * screened columns alone if some were left out of a sample without ties in one block, and
   * directions across the columns where they show much more than the columns do.
   *
   * @param sample whose columns have names
   * @param ranked the sample, or its first block
   * @param features by order of equal values, or by block
   * @param gated the same
   * @param directions the sample in directions, if the network sees them
   */
  static List<Reference> of(
      Sample sample,
      RankedSample ranked,
      List<CopulaFeatures> features,
      List<Gated> gated,
      Optional<RankedSample> directions) {
    var references = new ArrayList<Reference>();
    if (features.stream().allMatch(CopulaFeatures::unbiased)) {
      references.add(
          new Reference(
              "Gaussian copula", mean(features, f -> f.classical(ClassicalEstimate.GAUSSIAN))));
    }
    references.add(
        new Reference(
            "nearest neighbours",
            mean(features, f -> f.classical(ClassicalEstimate.NEIGHBOURS_4))));
    if (gated.size() == 1) {
      gated
          .get(0)
          .screened()
          .map(
              s ->
                  new Reference(
                      "the %s + %s columns that show dependence".formatted(s.dx(), s.dy()),
                      s.value()))
          .ifPresent(references::add);
    }
    directions
        .flatMap(found -> ofDirections(sample, ranked, features.get(0), found))
        .ifPresent(references::add);
    return references;
  }

  private static double mean(
      List<CopulaFeatures> features, ToDoubleFunction<CopulaFeatures> value) {
    return features.stream().mapToDouble(value).average().orElseThrow();
  }

  /** What the strongest pairs of directions say, and which columns weigh most in the first. */
  private static Optional<Reference> ofDirections(
      Sample sample, RankedSample ranked, CopulaFeatures ofColumns, RankedSample directions) {
    double inColumns = ofColumns.classical(ClassicalEstimate.STRONGEST_4);
    return ofColumns
        .directions()
        .map(f -> f.classical(ClassicalEstimate.STRONGEST_4))
        .filter(found -> found > MUCH_MORE * Math.max(0, inColumns) + SMALLEST)
        .map(
            found -> {
              int dx = ranked.dx();
              String x = weightiest(ranked, 0, dx, directions, 0, sample.xNames()::get);
              String y =
                  weightiest(
                      ranked, dx, ranked.d(), directions, directions.dx(), sample.yNames()::get);
              return new Reference(
                  "directions across the columns, first of all of %s with %s".formatted(x, y),
                  found);
            });
  }

  /** The columns that go most with a direction, in words. */
  private static String weightiest(
      RankedSample sample,
      int from,
      int to,
      RankedSample directions,
      int direction,
      IntFunction<String> names) {
    double[] weights =
        IntStream.range(from, to)
            .mapToDouble(c -> Math.abs(correlation(sample, c, directions.ranks()[direction])))
            .toArray();
    double most = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).max().orElse(0);
    return IntStream.range(0, weights.length)
        .filter(i -> weights[i] >= WEIGHS * most)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -weights[i]))
        .limit(NAMED)
        .map(names::apply)
        .collect(Collectors.joining(", "));
  }

  private static double correlation(RankedSample sample, int column, int[] ranks) {
    double[] scores = sample.table().scores();
    double product = 0;
    double square = 0;
    for (int r = 0; r < ranks.length; r++) {
      product += scores[sample.ranks()[column][r]] * scores[ranks[r]];
      square += scores[r] * scores[r];
    }
    return product / square;
  }
}
