package io.github.mist4j.reproduction;

import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.reproduction.Reproduction.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables 8 and 9: networks of three sizes, and of three targets. */
final class NetworkVariants {
  private NetworkVariants() {}

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
        "0.7508 inside and 7.6679 outside for its network of 5.5 million weights; those of the"
            + " other two sizes are not known here",
        "The copula network is given moments and neighbours, which the paper's has to find; at"
            + " small scale it sees a fiftieth of the paper's datasets.");
  }

  static Experiment table9() {
    return new Experiment(
        "table9",
        "Table 9 and appendix C.1: another target, and entropies learnt beside the information, by"
            + " the paper's network",
        "6 min, needs ./install.sh --deep; full: 625,000 datasets a training",
        List.of(),
        scale ->
            new Design(
                Part.testGrids(scale.of(39, 240, Integer.MAX_VALUE)),
                List.of(
                    variant(scale, "MIST", TrainedNetworks.SMALL_OF_PAPER),
                    variant(scale, "MIST, normalized target", TrainedNetworks.NORMALIZED),
                    variant(scale, "MIST, multi-task", TrainedNetworks.MULTITASK))),
        cases -> errors(cases, false),
        "a table of variants, whose values are not known here",
        "The networks have 0.25 million weights and see at small scale a sixtieth of the paper's"
            + " datasets. The normalized target is I / (1 + I), from 0 to 1; by what the paper"
            + " divides is not known here.");
  }

  private static Contender variant(Scale scale, String method, String preset) {
    return new Contender.Trained(
        method, MetaDistributions.paper(), TrainedNetworks.ofPaper(preset, scale));
  }

  private static Contender sized(Scale scale, CopulaArchitecture architecture) {
    return new Contender.Trained(
        "%s thousand weights".formatted(Math.round(architecture.weights() / 1000.0)),
        MetaDistributions.paper(),
        TrainedNetworks.options(scale).withArchitecture(architecture));
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
                        rows.add(TrainedNetworks.row("families", part, method, some));
                        series.add(RowBand.errors(method, some.by(RowBand::of)));
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
              panels.add(RowBand.panel(part, series));
            });
    return new Outcome(rows, "rows 10–99, 100–299, 300–500", List.of(panels));
  }
}
