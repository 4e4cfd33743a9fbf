package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.InformationMaximizer;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Appendix E: two informative columns among 32. */
final class FeatureSelection {
  private static final int COLUMNS = 32;
  private static final int INFORMATIVE = 2;
  private static final List<Double> NOISES = List.of(0.3, 0.7, 1.0); // variances, the paper's
  private static final double MOST_NOISE = 1.0; // of the channel that the weights see

  private FeatureSelection() {}

  static Experiment featureSelection() {
    return new Experiment(
        "feature-selection",
        "Appendix E: two informative columns among 32",
        "1 min; full: 360 datasets, with 500 steps of the weights for each, a day",
        List.of(),
        scale -> new Design(parts(scale), contenders(scale)).timed(),
        FeatureSelection::reduce,
        "how often both have the largest weights after 500 steps, for its networks and MINE, by"
            + " rows and noise, whose values are not known here",
        "Here Y is the sum of the two columns and normal noise, as the paper's law of Y is not"
            + " known here, and MINE does not take part; the weights, at the scale full alone,"
            + " climb through noise of variance 1 whatever that of Y is.");
  }

  private static List<Part> parts(Scale scale) {
    List<Integer> rows =
        scale.of(List.of(100), List.of(50, 100, 200, 500), List.of(25, 50, 100, 200, 350, 500));
    int seeds = scale.of(3, 20, 20);
    return scale.of(List.of(MOST_NOISE), NOISES, NOISES).stream()
        .map(
            noise ->
                Part.of(
                    Double.toString(noise),
                    (long) rows.size() * seeds,
                    "sums of 2 of %s columns and noise, n in %s".formatted(COLUMNS, rows),
                    (seed, index) -> draw(rows.get((int) (index / seeds)), noise, seed, index)))
        .toList();
  }

  private static List<Contender> contenders(Scale scale) {
    Stream<FoundFeatures> quick =
        Stream.of(FoundFeatures.bySelection(INFORMATIVE), FoundFeatures.byScreening(INFORMATIVE));
    Stream<FoundFeatures> weights =
        scale == Scale.FULL
            ? Stream.of(
                FoundFeatures.byWeights(INFORMATIVE, InformationMaximizer.weights(MOST_NOISE)))
            : Stream.empty();
    return Stream.concat(quick, weights).<Contender>map(Contender.Known::new).toList();
  }

  /** The informative columns are the last, so that a tie is not decided for them. */
  private static Dataset draw(int n, double noise, long seed, long index) {
    RandomGenerator rng = RandomStreams.of(seed, index);
    var x = new double[COLUMNS][n];
    for (double[] column : x) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    var y = new double[n];
    Arrays.setAll(
        y, r -> x[COLUMNS - 1][r] + x[COLUMNS - 2][r] + Math.sqrt(noise) * rng.nextGaussian());
    return new Dataset(
        Sample.ofColumns(x, new double[][] {y}), INFORMATIVE, "sum of %s".formatted(INFORMATIVE));
  }

  private static Outcome reduce(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var panels = new ArrayList<Panel>();
    cases
        .by(Case::part)
        .forEach(
            (noise, some) -> {
              var series = new ArrayList<Series>();
              some.by(Case::method)
                  .forEach((method, of) -> series.add(line(rows, noise, method, of)));
              panels.add(
                  Panel.of(
                      "noise of variance " + noise,
                      Axis.of("rows").logarithmic(),
                      Axis.of("share with both").within(0, 1),
                      series));
            });
    return new Outcome(rows, "share of seeds in which both are chosen", List.of(panels));
  }

  private static Series line(
      List<Map<String, Object>> rows, String noise, String method, Cases some) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    some.by(Case::n)
        .forEach(
            (n, cell) -> {
              double share = cell.mean(c -> c.value() == INFORMATIVE ? 1 : 0);
              x.add((double) n);
              y.add(share);
              rows.add(
                  Outcome.row(
                      "noise_variance",
                      Double.valueOf(noise),
                      "method",
                      method,
                      "n",
                      n,
                      "seeds",
                      cell.size(),
                      "both_found",
                      share,
                      "seconds",
                      cell.mean(Case::seconds),
                      "reported_both_found",
                      Double.NaN));
            });
    return Series.line(method, x, y);
  }
}
