package io.github.mist4j.reproduction;

import io.github.mist4j.meta.Grid;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.meta.Mixture;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.reproduction.Reproduction.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures 8 and 10 to 14: a network for one column a side against one for many. */
final class OneColumn {
  private static final String SINGLE = "trained on one column a side";
  private static final String MANY = "trained on 1 to 32 columns a side";

  private OneColumn() {}

  static Experiment fig8() {
    return new Experiment(
        "fig8",
        "Figures 8 and 10 to 14: one column a side against many, as many datasets",
        "3 min; full: 625,000 datasets a training",
        List.of(),
        scale ->
            new Design(
                List.of(
                    new Part("1 column", lattice(scale, List.of(1))),
                    new Part("2 to 32 columns", lattice(scale, List.of(2, 8, 32)))),
                List.of(
                    new Contender.Trained(SINGLE, sized(1, 1), TrainedNetworks.options(scale)),
                    new Contender.Trained(MANY, sized(1, 32), TrainedNetworks.options(scale)))),
        OneColumn::byColumns,
        "the errors of networks for one dimension and for many, whose values are not known here",
        "At small scale, with a fiftieth of the paper's datasets, the specialist leads in one"
            + " column, by a tenth with 50 rows and by two fifths with 500.");
  }

  /** The paper's families with columns of a range, dx and dy apart. */
  private static Mixture sized(int low, int high) {
    var columns = new IntRange(low, high);
    return MetaDistributions.paper().withShapes(new Shapes(10, 500, columns, columns, 0));
  }

  private static Lattice lattice(Scale scale, List<Integer> columns) {
    return new Lattice(
        Grid.inDistribution().families(),
        scale.of(List.of(50, 500), List.of(20, 50, 100, 200, 350, 500), Lattice.allRows()),
        columns,
        scale.of(1, 10, 100));
  }

  private static Outcome byColumns(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var panels = new ArrayList<Panel>();
    cases
        .by(Case::part)
        .forEach(
            (part, ofPart) -> {
              var series = new ArrayList<Series>();
              ofPart
                  .by(Case::method)
                  .forEach(
                      (method, some) -> {
                        var x = new ArrayList<Double>();
                        var y = new ArrayList<Double>();
                        new TreeMap<>(some.by(Case::n))
                            .forEach(
                                (n, at) -> {
                                  rows.add(
                                      TrainedNetworks.row(
                                          "judged_on", part + ", n " + n, method, at));
                                  x.add((double) n);
                                  y.add(at.errors().meanAbsoluteError());
                                });
                        series.add(Series.line(method, x, y));
                      });
              panels.add(
                  Panel.of(
                      "judged on " + part,
                      Axis.of("rows").logarithmic(),
                      Axis.of("mean |error|, nats").logarithmic(),
                      series));
            });
    return new Outcome(rows, "the paper's test families that it trains on", List.of(panels));
  }
}
