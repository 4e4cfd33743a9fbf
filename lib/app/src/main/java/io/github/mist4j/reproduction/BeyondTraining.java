package io.github.mist4j.reproduction;

import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.meta.Mixture;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figure 6: a network beyond the rows and columns that it was trained on. */
final class BeyondTraining {
  private static final String NARROW = "trained on d < 16, n < 300";
  private static final String WHOLE = "trained on all sizes";
  private static final int ROWS = 300;
  private static final int COLUMNS = 16;

  private BeyondTraining() {}

  static Experiment fig6() {
    return new Experiment(
        "fig6",
        "Figure 6: beyond the rows and columns of training",
        "4 min; full: 625,000 datasets a training",
        List.of(),
        scale -> {
          var contenders = new ArrayList<Contender>();
          contenders.add(new Contender.Trained(NARROW, narrow(), TrainedNetworks.options(scale)));
          contenders.add(
              new Contender.Trained(
                  WHOLE, MetaDistributions.paper(), TrainedNetworks.options(scale)));
          if (TrainedNetworks.isThere(TrainedNetworks.SMALL_OF_PAPER)) {
            contenders.add(
                new Contender.Trained(
                    "the paper's 0.25 M, " + NARROW,
                    narrow(),
                    TrainedNetworks.ofPaper(TrainedNetworks.SMALL_OF_PAPER, scale)));
          }
          return new Design(
              Lattice.ofPaper(
                  scale.of(
                      List.of(100, 500), List.of(20, 87, 190, 280, 396, 500), Lattice.allRows()),
                  scale.of(List.of(2, 32), List.of(2, 8, 15, 20, 26, 32), Lattice.allColumns()),
                  scale.of(1, 3, 20)),
              contenders);
        },
        BeyondTraining::beyond,
        "the errors of a network that was trained below 16 columns and 300 rows, whose values are"
            + " not known here",
        "The copula network sees ranks and moments, whose meaning does not depend on their number;"
            + " at small scale it sees a fiftieth of the paper's datasets.");
  }

  private static Mixture narrow() {
    var columns = new IntRange(2, COLUMNS - 1);
    return MetaDistributions.paper().withShapes(new Shapes(10, ROWS - 1, columns, columns, 1));
  }

  private static Outcome beyond(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var panels = new ArrayList<Panel>();
    cases
        .by(Case::method)
        .forEach(
            (method, some) -> {
              new TreeMap<>(some.by(BeyondTraining::region))
                  .forEach(
                      (region, cell) ->
                          rows.add(TrainedNetworks.row("sizes", region, method, cell)));
              panels.add(
                  ErrorMaps.map(method, some, Ink.ERROR, c -> c.errors().meanSquaredError()));
            });
    return new Outcome(
        rows,
        "mean squared error, nats², all thirteen families; the narrow training ends below 16"
            + " columns and 300 rows",
        List.of(panels));
  }

  private static String region(Case c) {
    boolean inRows = c.n() < ROWS;
    boolean inColumns = c.d() < COLUMNS;
    return inRows && inColumns
        ? "within"
        : inColumns ? "more rows" : inRows ? "more columns" : "more rows and columns";
  }
}
