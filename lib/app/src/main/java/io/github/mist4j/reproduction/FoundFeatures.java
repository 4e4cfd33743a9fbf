package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.InformationMaximizer;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.Selection;
import io.github.mist4j.table.Selection.Criterion;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A way to choose columns of X, which answers with how many of the informative ones, the last of X,
 * it puts first: a number of columns in the place of nats. In the place of an interval are the
 * places, from 1, of the first and of the last of them, where it gives all of them one.
 *
 * @param method its name
 * @param informative how many of the last columns of X say something about Y
 * @param ranking the columns of X, the best first; those that it does not choose may be missing
 */
record FoundFeatures(String method, int informative, Function<Sample, List<Integer>> ranking)
    implements MutualInformationEstimator {
  private static final String TARGET = "y";

  /** As {@code Mist.select} does. */
  static FoundFeatures bySelection(int informative) {
    return new FoundFeatures(
        "mist-select",
        informative,
        sample ->
            places(
                Selection.of(
                        table(sample),
                        TARGET,
                        informative,
                        Criterion.INFORMATION,
                        ShippedEstimator.network(),
                        EstimateOptions.withDefaults())
                    .names()));
  }

  /** Those that say most alone, as {@code Mist.screen} ranks them. */
  static FoundFeatures byScreening(int informative) {
    return new FoundFeatures(
        "mist-screen",
        informative,
        sample ->
            places(
                Screening.of(
                        table(sample), TARGET, ShippedEstimator.network(), ProgressListener.NONE)
                    .features()
                    .stream()
                    .map(Screening.Feature::name)
                    .toList()));
  }

  /** Those of the largest weights after a climb of an estimate. */
  static FoundFeatures byWeights(
      String method,
      int informative,
      InformationMaximizer maximizer,
      Supplier<DifferentiableEstimator> estimator) {
    return new FoundFeatures(
        method,
        informative,
        sample ->
            Arrays.stream(maximizer.maximize(estimator.get(), sample).order()).boxed().toList());
  }

  private static Table table(Sample sample) {
    Table table = Table.create();
    for (int c = 0; c < sample.dx(); c++) {
      table.addColumns(DoubleColumn.create(Integer.toString(c), sample.x(c)));
    }
    return table.addColumns(DoubleColumn.create(TARGET, sample.y(0)));
  }

  private static List<Integer> places(List<String> names) {
    return names.stream().map(Integer::valueOf).toList();
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    int first = sample.dx() - informative;
    List<Integer> ranked = ranking.apply(sample);
    long found = ranked.stream().limit(informative).filter(c -> c >= first).count();
    int[] places =
        IntStream.range(0, ranked.size())
            .filter(k -> ranked.get(k) >= first)
            .map(k -> k + 1)
            .toArray();
    Estimate estimate = Estimate.of(sample, method, (double) found);
    return places.length < informative
        ? estimate
        : estimate.withInterval(new Interval(places[0], places[informative - 1], options.level()));
  }
}
