package io.github.mist4j.reproduction;

import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Figures 3 and 15: where an estimator errs, by rows and columns. */
final class ErrorMaps {
  private static final List<String> METHODS = List.of("mist");

  private ErrorMaps() {}

  static Experiment fig3() {
    return new Experiment(
        "fig3",
        "Figures 3 and 15: error, bias, variance and coverage by rows and columns",
        "1 min; full: the extended test set, 806,000 datasets",
        METHODS,
        scale -> new Design(lattice(scale), Contender.named(METHODS)),
        ErrorMaps::reduce,
        "maps of these quantities on its extended test set of 806,000 datasets, whose values are"
            + " not known here",
        "The paper's cells are not known here; ours fall with rows and rise with columns, and what"
            + " is left lies in the corner of few rows and many columns.");
  }

  /** Thirteen families by rows and columns. */
  static List<Part> lattice(Reproduction.Scale scale) {
    return Lattice.ofPaper(
        scale.of(List.of(20, 100, 500), List.of(10, 35, 87, 190, 319, 500), Lattice.allRows()),
        scale.of(List.of(2, 8, 32), List.of(2, 4, 8, 16, 24, 32), Lattice.allColumns()),
        scale.of(1, 5, 100));
  }

  private static Outcome reduce(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var panels = new ArrayList<List<Panel>>();
    for (String method : cases.methods()) {
      cases
          .ofMethod(method)
          .by(Case::part)
          .forEach(
              (part, some) -> {
                some.by(Case::n)
                    .forEach(
                        (n, ofRows) ->
                            ofRows
                                .by(Case::d)
                                .forEach((d, cell) -> rows.add(row(method, part, n, d, cell))));
                panels.add(maps(method, part, some));
              });
    }
    return new Outcome(
        rows,
        "rows to the right, columns a side upwards; nats, the squares of the error nats²",
        panels);
  }

  private static Map<String, Object> row(String method, String part, int n, int d, Cases cell) {
    var errors = cell.errors();
    return Outcome.row(
        "method", method,
        "families", part,
        "n", n,
        "d", d,
        "datasets", cell.size(),
        "mse", errors.meanSquaredError(),
        "bias", errors.bias(),
        "variance", errors.variance(),
        "coverage", cell.coverage());
  }

  private static List<Panel> maps(String method, String part, Cases some) {
    String of = ", %s, %s".formatted(method, part);
    return List.of(
        map("MSE" + of, some, Ink.ERROR, cell -> cell.errors().meanSquaredError()),
        map("bias" + of, some, Ink.BIAS, cell -> cell.errors().bias()),
        map("variance" + of, some, Ink.ERROR, cell -> cell.errors().variance()),
        map("90% intervals that hold" + of, some, Ink.COVERAGE, Cases::coverage));
  }

  /** A map by rows and columns. */
  static Panel map(String title, Cases some, Ink ink, ToDoubleFunction<Cases> reduction) {
    List<Integer> n = some.distinct(Case::n).stream().sorted().toList();
    List<Integer> d = some.distinct(Case::d).stream().sorted().toList();
    return Panel.map(
        title,
        "rows",
        "columns a side",
        n.stream().map(String::valueOf).toList(),
        d.stream().map(String::valueOf).toList(),
        some.cells(n, d, Case::n, Case::d, reduction),
        ink);
  }
}
