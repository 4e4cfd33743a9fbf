package io.github.mist4j.reproduction;

import java.util.List;

/** The experiments, in the paper's order: a new one is a line here. */
final class Experiments {
  private Experiments() {}

  static List<Experiment> all() {
    return List.of(
        ErrorTables.table1(),
        PredictedAgainstTrue.fig2(),
        ErrorMaps.fig3(),
        RowsNeeded.fig4(),
        IntervalCoverage.fig5(),
        BeyondTraining.fig6(),
        ErrorTables.table6(),
        Seconds.table7(),
        OneColumn.fig8(),
        NetworkVariants.table8(),
        NetworkVariants.table9(),
        IntervalCoverage.crossings(),
        SelfConsistency.consistency(),
        FeatureSelection.featureSelection(),
        WeightsThroughTraining.weights());
  }

  /** Those that can be made with what is on the class path. */
  static List<Experiment> possible() {
    return all().stream()
        .filter(e -> !e.name().equals("table9") || TrainedNetworks.isTable9There())
        .toList();
  }
}
