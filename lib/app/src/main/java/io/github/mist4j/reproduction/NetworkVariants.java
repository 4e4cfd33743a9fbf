package io.github.mist4j.reproduction;

import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.training.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables 8 and 9: networks of three sizes, and one that learns entropies as well. */
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
        "Table 9 and appendix C.1: entropies learnt beside the information, by the paper's network",
        "4 min, needs ./install.sh --deep; full: 625,000 datasets a training",
        List.of(),
        scale ->
            new Design(
                Part.testGrids(scale.of(39, 240, Integer.MAX_VALUE)),
                List.of(
                    new Contender.Trained(
                        "MIST", MetaDistributions.paper(), TrainedNetworks.ofPaper(scale)),
                    new Contender.Trained(
                        "MIST, multi-task",
                        MetaDistributions.paper(),
                        Presets.named(TrainedNetworks.MULTITASK)
                            .options()
                            .withDatasets(TrainedNetworks.ofDeep(scale))))),
        cases -> errors(cases, false),
        "a table of variants, whose values are not known here",
        "The networks have 0.25 million weights and see at small scale a sixtieth of the paper's"
            + " datasets; normalized targets are no option of this library, and are left out.");
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
