package io.github.mist4j.cli;

import io.github.mist4j.EvidenceDefaults;
import io.github.mist4j.estimator.MutualInformationEstimator;
import picocli.CommandLine.Option;

/** Intervals of methods that have none of their own. */
final class HalvesOption {
  @Option(
      names = "--halves",
      paramLabel = "COUNT",
      description =
          "Half samples behind the interval of a method that has none of its own, 0 for no interval"
              + " (default: "
              + EvidenceDefaults.COMMAND_LINE_HALVES
              + " for one sample, none where a network is fitted to it, "
              + EvidenceDefaults.DATASETS_HALVES
              + " for many datasets).")
  private Integer count;

  /** How many for one sample: none unless asked for where each takes seconds. */
  int ofSample(MutualInformationEstimator estimator) {
    return count != null
        ? count
        : estimator.unaskedUpToRows() > 0 ? EvidenceDefaults.COMMAND_LINE_HALVES : 0;
  }

  /** How many for each of many datasets. */
  int ofDatasets() {
    return count == null ? EvidenceDefaults.DATASETS_HALVES : count;
  }
}
