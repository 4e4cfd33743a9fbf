package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.InformationMaximizer;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Appendix E: two informative columns among 32. */
final class FeatureSelection {
  static final int INFORMATIVE = 2;
  static final double MOST_NOISE = 1.0; // of the channel that the weights see

  private static final String MINE = "mine";
  private static final String CONTINUAL = ":width=64";
  private static final String CONVERGED =
      ":width=64:climb=converged:steps=100"; // each of 500 times
  private static final int COLUMNS = 32;
  private static final List<Double> NOISES = List.of(0.3, 0.7, 1.0); // variances, the paper's

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
            + " known here; the weights, by mist and, after ./install.sh --deep, by MINE, climb at"
            + " the scale full alone, through noise of variance 1 whatever that of Y is.");
  }

  private static List<Part> parts(Scale scale) {
    List<Integer> rows =
        scale.of(List.of(100), List.of(50, 100, 200, 500), List.of(25, 50, 100, 200, 350, 500));
    int seeds = scale.of(3, 20, 20);
    return scale.of(List.of(MOST_NOISE), NOISES, NOISES).stream()
        .map(noise -> part(Double.toString(noise), rows, seeds, noise))
        .toList();
  }

  /** So many datasets of each number of rows, whose noise has a variance. */
  static Part part(String name, List<Integer> rows, int seeds, double noise) {
    return Part.of(
        name,
        (long) rows.size() * seeds,
        "sums of 2 of %s columns and noise, n in %s".formatted(COLUMNS, rows),
        (seed, index) -> draw(rows.get((int) (index / seeds)), noise, seed, index));
  }

  private static List<Contender> contenders(Scale scale) {
    var all = new ArrayList<FoundFeatures>();
    all.add(FoundFeatures.bySelection(INFORMATIVE));
    all.add(FoundFeatures.byScreening(INFORMATIVE));
    InformationMaximizer weights = InformationMaximizer.weights(MOST_NOISE);
    if (scale == Scale.FULL) {
      climbed(scale)
          .forEach(
              (method, estimator) ->
                  all.add(FoundFeatures.byWeights(method, INFORMATIVE, weights, estimator)));
    }
    return all.stream().<Contender>map(Contender.Known::new).toList();
  }

  /** What weights climb, by the name of the climb: MINE where it is there, both ways at full. */
  static Map<String, Supplier<DifferentiableEstimator>> climbed(Scale scale) {
    var all = new LinkedHashMap<String, Supplier<DifferentiableEstimator>>();
    all.put("mist-weights", ShippedEstimator::network);
    if (Estimators.names().contains(MINE)) {
      all.put(MINE + "-continual", () -> DifferentiableEstimator.ofMethod(MINE + CONTINUAL));
      if (scale == Scale.FULL) {
        all.put(MINE + "-converged", () -> DifferentiableEstimator.ofMethod(MINE + CONVERGED));
      }
    }
    return all;
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
    var curves = new ArrayList<Panel>();
    cases
        .by(Case::part)
        .forEach(
            (noise, some) -> {
              var series = new ArrayList<Series>();
              var roc = new ArrayList<Series>();
              some.by(Case::method)
                  .forEach(
                      (method, of) -> {
                        series.add(line(rows, noise, method, of));
                        curve(method, of).ifPresent(roc::add);
                      });
              panels.add(
                  Panel.of(
                      "noise of variance " + noise,
                      Axis.of("rows").logarithmic(),
                      Axis.of("share with both").within(0, 1),
                      series));
              if (!roc.isEmpty()) {
                curves.add(
                    Panel.of(
                        "ROC, noise of variance %s, all numbers of rows".formatted(noise),
                        Axis.of("share of the others taken").within(0, 1),
                        Axis.of("share of the two taken").within(0, 1),
                        roc));
              }
            });
    return new Outcome(
        rows,
        "share of seeds in which both are chosen",
        curves.isEmpty() ? List.of(panels) : List.of(panels, curves));
  }

  /** The columns taken from the first on, of who puts all of them in an order. */
  private static Optional<Series> curve(String method, Cases some) {
    if (!some.all().stream().allMatch(Case::hasInterval)) {
      return Optional.empty();
    }
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    for (int taken = 0; taken <= COLUMNS; taken++) {
      int most = taken;
      double found = some.mean(c -> (c.lower() <= most ? 1 : 0) + (c.upper() <= most ? 1 : 0));
      x.add((taken - found) / (COLUMNS - INFORMATIVE));
      y.add(found / INFORMATIVE);
    }
    return Optional.of(Series.line(method, x, y));
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
