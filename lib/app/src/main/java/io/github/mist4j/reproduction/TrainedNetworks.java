package io.github.mist4j.reproduction;

import io.github.mist4j.meta.Grid;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.meta.Mixture;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Ink;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.training.Presets;
import io.github.mist4j.training.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures 6 and 8, tables 8 and 9: networks that are trained for them. */
final class TrainedNetworks {
  private static final String NARROW = "trained below 16 columns and 300 rows";
  private static final String WHOLE = "trained on all sizes";
  private static final String SINGLE = "trained on one column a side";
  private static final String MANY = "trained on 1 to 32 columns a side";
  private static final int ROWS = 300;
  private static final int COLUMNS = 16;
  private static final String SMALL_OF_PAPER = "mist-0.25m";
  private static final String MULTITASK = "mist-multitask-0.25m";

  private TrainedNetworks() {}

  static Experiment fig6() {
    return new Experiment(
        "fig6",
        "Figure 6: beyond the rows and columns of training",
        "4 min; full: 625,000 datasets a training",
        List.of(),
        scale -> {
          var contenders = new ArrayList<Contender>();
          contenders.add(new Contender.Trained(NARROW, narrow(), options(scale)));
          contenders.add(new Contender.Trained(WHOLE, MetaDistributions.paper(), options(scale)));
          if (isThere(SMALL_OF_PAPER)) {
            contenders.add(
                new Contender.Trained("the paper's, 0.25 M, " + NARROW, narrow(), ofPaper(scale)));
          }
          return new Design(
              Lattice.ofPaper(
                  scale.of(
                      List.of(100, 500), List.of(20, 87, 190, 280, 396, 500), Lattice.allRows()),
                  scale.of(List.of(2, 32), List.of(2, 8, 15, 20, 26, 32), Lattice.allColumns()),
                  scale.of(1, 3, 20)),
              contenders);
        },
        TrainedNetworks::beyond,
        "a network of fewer than 16 columns and 300 rows goes on beyond them with an error that"
            + " grows; the values are not known here",
        "The copula network is told moments and ranks, whose meaning does not depend on their"
            + " number; it sees here a fraction of the paper's 625,000 datasets.");
  }

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
                    new Contender.Trained(SINGLE, sized(1, 1), options(scale)),
                    new Contender.Trained(MANY, sized(1, 32), options(scale)))),
        TrainedNetworks::byColumns,
        "that learning many dimensions costs little in one; the values are not known here",
        "Sizes at random take the place of the paper's grid; with a fraction of its datasets the"
            + " specialist's lead in one column is still larger.");
  }

  static Experiment table8() {
    return new Experiment(
        "table8",
        "Table 8: three sizes of network, as many datasets",
        "6 min; full: 625,000 datasets a training",
        List.of(),
        scale ->
            new Design(
                Part.testGrids(scale.of(39, 500, Integer.MAX_VALUE)),
                List.of(
                    sized(scale, new CopulaArchitecture(32, 24, 16, 16, 16, 32, 2, 64)),
                    sized(scale, CopulaArchitecture.withDefaults()),
                    sized(scale, new CopulaArchitecture(96, 72, 48, 48, 48, 96, 3, 192)))),
        cases -> errors(cases, true),
        "0.7508 inside and 7.6679 outside for its network of 5.5 million weights",
        "The copula network is given what the paper's has to find, so that fewer weights and fewer"
            + " datasets do; it sees here a fraction of the paper's 625,000.");
  }

  static Experiment table9() {
    return new Experiment(
        "table9",
        "Table 9 and appendix C.1: entropies learnt beside the information, by the paper's network",
        "4 min, needs ./install.sh --deep; full: 625,000 datasets a training",
        List.of(),
        scale ->
            new Design(
                Part.testGrids(scale.of(39, 240, Integer.MAX_VALUE)),
                List.of(
                    new Contender.Trained("MIST", MetaDistributions.paper(), ofPaper(scale)),
                    new Contender.Trained(
                        "MIST, multi-task",
                        MetaDistributions.paper(),
                        Presets.named(MULTITASK).options().withDatasets(ofDeep(scale))))),
        cases -> errors(cases, false),
        "a table of variants, whose values are not known here",
        "The networks have 0.25 million weights and see a fraction of the paper's datasets;"
            + " normalized targets are not an option of this library, and are left out.");
  }

  /** Whether the tensor library is on the class path, with a preset of that name. */
  static boolean isThere(String preset) {
    return Presets.names().contains(preset);
  }

  /** Whether table 9 can be made. */
  static boolean isTable9There() {
    return isThere(MULTITASK);
  }

  private static TrainingOptions options(Scale scale) {
    return TrainingOptions.withDefaults().withDatasets(scale.of(640L, 12_800L, 625_000L));
  }

  private static TrainingOptions ofPaper(Scale scale) {
    return Presets.named(SMALL_OF_PAPER).options().withDatasets(ofDeep(scale));
  }

  private static long ofDeep(Scale scale) {
    return scale.of(640L, 9_600L, 625_000L);
  }

  private static Mixture narrow() {
    var columns = new IntRange(2, COLUMNS - 1);
    return MetaDistributions.paper().withShapes(new Shapes(10, ROWS - 1, columns, columns, 1));
  }

  /** The paper's families with columns of a range, dx and dy apart. */
  private static Mixture sized(int low, int high) {
    var columns = new IntRange(low, high);
    return MetaDistributions.paper().withShapes(new Shapes(10, 500, columns, columns, 0));
  }

  private static Contender sized(Scale scale, CopulaArchitecture architecture) {
    return new Contender.Trained(
        "%s thousand weights".formatted(Math.round(architecture.weights() / 1000.0)),
        MetaDistributions.paper(),
        options(scale).withArchitecture(architecture));
  }

  private static Lattice lattice(Scale scale, List<Integer> columns) {
    return new Lattice(
        Grid.inDistribution().families(),
        scale.of(List.of(50, 500), List.of(20, 50, 100, 200, 350, 500), Lattice.allRows()),
        columns,
        scale.of(1, 10, 100));
  }

  private static Outcome beyond(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var panels = new ArrayList<Panel>();
    cases
        .by(Case::method)
        .forEach(
            (method, some) -> {
              new TreeMap<>(some.by(TrainedNetworks::region))
                  .forEach((region, cell) -> rows.add(row("sizes", region, method, cell)));
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

  private static Map<String, Object> row(String key, String group, String method, Cases cell) {
    return Outcome.row(
        key,
        group,
        "method",
        method,
        "datasets",
        cell.size(),
        "mse",
        cell.errors().meanSquaredError(),
        "mae",
        cell.errors().meanAbsoluteError(),
        "bias",
        cell.errors().bias(),
        "coverage",
        cell.coverage(),
        "reported_mse",
        Double.NaN);
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
                                  rows.add(row("judged_on", part + ", n " + n, method, at));
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

  private static Outcome errors(Cases cases, boolean isReported) {
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
                        rows.add(row("families", part, method, some));
                        Map<RowBand, Cases> bands = some.by(RowBand::of);
                        series.add(
                            Series.line(
                                method,
                                bands.keySet().stream().map(RowBand::middle).toList(),
                                bands.values().stream()
                                    .map(b -> b.errors().meanSquaredError())
                                    .toList()));
                      });
              if (isReported) {
                rows.add(
                    Outcome.row(
                        "families", part,
                        "method", ReportedErrors.NETWORK,
                        "datasets", null,
                        "mse", Double.NaN,
                        "mae", Double.NaN,
                        "bias", Double.NaN,
                        "coverage", Double.NaN,
                        "reported_mse", ReportedErrors.ofAll(part)));
              }
              panels.add(
                  Panel.of(
                      part + " the paper's training families",
                      Axis.of("rows").within(0, 500),
                      Axis.of("mean squared error, nats²").logarithmic(),
                      series));
            });
    return new Outcome(rows, "rows 10–99, 100–299, 300–500", List.of(panels));
  }
}
