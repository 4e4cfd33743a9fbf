package io.github.mist4j.reproduction;

import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figure 2: predicted against true. */
final class PredictedAgainstTrue {
  private static final List<String> METHODS = List.of("mist", "gaussian-copula", "ksg");

  private PredictedAgainstTrue() {}

  static Experiment fig2() {
    return new Experiment(
        "fig2",
        "Figure 2: estimates against truths on the test grids",
        "10 s; full: 2,340 datasets",
        METHODS,
        scale ->
            new Design(
                Part.testGrids(scale.of(78, 500, Integer.MAX_VALUE)), Contender.named(METHODS)),
        PredictedAgainstTrue::reduce,
        "the mean squared errors of its network behind such a figure are 0.75 inside and 7.67"
            + " outside",
        "KSG flattens with much information; mist stays on the diagonal outside as well, as the"
            + " transforms there change no ranks.");
  }

  private static Outcome reduce(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var panels = new ArrayList<List<Panel>>();
    cases
        .by(Case::part)
        .forEach(
            (part, ofPart) -> {
              double end = ofPart.all().stream().mapToDouble(Case::truth).max().orElse(1);
              var row = new ArrayList<Panel>();
              ofPart
                  .by(Case::method)
                  .forEach(
                      (method, some) -> {
                        rows.add(row(part, method, some));
                        row.add(panel(part, method, some.answered(), Math.log1p(end)));
                      });
              panels.add(row);
            });
    return new Outcome(rows, "on axes of log(1 + nats); on the grey line is right", panels);
  }

  private static Map<String, Object> row(String part, String method, Cases some) {
    return Outcome.row(
        "families", part,
        "method", method,
        "datasets", some.size(),
        "mse", some.errors().meanSquaredError(),
        "mae", some.errors().meanAbsoluteError(),
        "bias", some.errors().bias(),
        "explained", explained(some.answered()),
        "reported_mse", method.equals("mist") ? ReportedErrors.ofAll(part) : Double.NaN);
  }

  /** The share of the truths' variance that the estimates explain, R². */
  private static double explained(Cases some) {
    double mean = some.mean(Case::truth);
    double variance = some.mean(c -> (c.truth() - mean) * (c.truth() - mean));
    return 1 - some.errors().meanSquaredError() / variance;
  }

  private static Panel panel(String part, String method, Cases some, double end) {
    return Panel.of(
        "%s, %s: MSE %s".formatted(method, part, Figures.amount(some.errors().meanSquaredError())),
        Axis.of("log(1 + true)").within(0, 1.05 * end),
        Axis.of("log(1 + estimate)").within(-0.3, 1.15 * end),
        List.of(
            Series.reference(0, 0, end, end),
            Series.points(
                method,
                some.all().stream().map(c -> Math.log1p(c.truth())).toList(),
                some.all().stream()
                    .map(c -> Math.min(1.15 * end, Math.log1p(Math.max(c.value(), -0.25))))
                    .toList())));
  }
}
