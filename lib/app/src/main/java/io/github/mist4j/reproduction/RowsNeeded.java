package io.github.mist4j.reproduction;

import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figure 4: how many rows a method needs for an error. */
final class RowsNeeded {
  private static final List<String> METHODS = List.of("mist", "gaussian-copula", "ksg", "cca");
  private static final List<Double> TARGETS = List.of(0.1, 0.25, 0.5); // nats

  private RowsNeeded() {}

  static Experiment fig4() {
    return new Experiment(
        "fig4",
        "Figure 4: rows needed for a mean error",
        "2 min; full: the extended test set, 806,000 datasets",
        METHODS,
        scale ->
            new Design(
                Lattice.ofPaper(
                    scale.of(
                        List.of(20, 100, 500),
                        List.of(10, 20, 35, 61, 87, 139, 216, 319, 500),
                        Lattice.allRows()),
                    scale.of(List.of(2, 8), List.of(2, 4, 8, 16, 32), Lattice.allColumns()),
                    scale.of(1, 2, 100)),
                Contender.named(METHODS)),
        RowsNeeded::reduce,
        "the rows that its networks and others need, whose values are not known here; its networks"
            + " largely outperform classical methods over all sizes",
        "An empty cell is an error that the method does not reach within 500 rows: most of KSG's"
            + " error with many columns is bias, which rows do not mend.");
  }

  private static Outcome reduce(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    Map<String, List<Series>> needed = new TreeMap<>();
    var errors = new ArrayList<Series>();
    cases
        .by(Case::method)
        .forEach(
            (method, some) -> {
              Map<Integer, Double> all = byRows(some);
              errors.add(
                  Series.line(
                      method,
                      all.keySet().stream().map(n -> (double) n).toList(),
                      List.copyOf(all.values())));
              for (double target : TARGETS) {
                var d = new ArrayList<Double>();
                var n = new ArrayList<Double>();
                new TreeMap<>(some.by(Case::d))
                    .forEach(
                        (columns, cell) -> {
                          double least = needed(byRows(cell), target);
                          rows.add(row(method, columns, target, least));
                          d.add((double) columns);
                          n.add(least);
                        });
                needed
                    .computeIfAbsent(title(target), t -> new ArrayList<>())
                    .add(Series.line(method, d, n));
              }
            });
    var panels = new ArrayList<Panel>();
    panels.add(
        Panel.of(
            "error by rows, all columns",
            Axis.of("rows").logarithmic(),
            Axis.of("mean |error|, nats").logarithmic(),
            errors));
    needed.forEach(
        (title, series) ->
            panels.add(
                Panel.of(
                    title,
                    Axis.of("columns a side").within(0, 33),
                    Axis.of("rows needed").logarithmic().within(10, 1000),
                    series)));
    return new Outcome(
        rows,
        "all thirteen families; no mark where 500 rows do not suffice, or where some are refused",
        List.of(panels.subList(0, 2), panels.subList(2, panels.size())));
  }

  private static String title(double target) {
    return "mean |error| of %s nats".formatted(target);
  }

  private static Map<String, Object> row(String method, int d, double target, double least) {
    return Outcome.row(
        "method", method,
        "d", d,
        "target_nats", target,
        "rows_needed", least,
        "reported_rows", Double.NaN);
  }

  /** The mean error by rows; NaN where the method refuses some, which would be the hard ones. */
  private static Map<Integer, Double> byRows(Cases some) {
    var errors = new TreeMap<Integer, Double>();
    some.by(Case::n)
        .forEach(
            (n, cell) ->
                errors.put(
                    n,
                    cell.all().stream().allMatch(Case::isAnswered)
                        ? cell.errors().meanAbsoluteError()
                        : Double.NaN));
    return errors;
  }

  /** Where the error falls below the target, on a line between logarithms; NaN if it does not. */
  static double needed(Map<Integer, Double> errors, double target) {
    int before = 0;
    double last = Double.NaN;
    for (Map.Entry<Integer, Double> at : errors.entrySet()) {
      double error = at.getValue();
      if (error <= target) {
        if (Double.isNaN(last)) {
          return at.getKey();
        }
        double share = Math.log(last / target) / Math.log(last / error);
        return Math.exp(Math.log(before) + share * (Math.log(at.getKey()) - Math.log(before)));
      }
      before = at.getKey();
      last = error;
    }
    return Double.NaN;
  }
}
