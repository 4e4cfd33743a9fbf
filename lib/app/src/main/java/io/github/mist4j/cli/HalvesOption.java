package io.github.mist4j.cli;

import io.github.mist4j.EvidenceDefaults;
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
              + " for one sample, "
              + EvidenceDefaults.DATASETS_HALVES
              + " for many datasets).")
  private Integer count;

  /** How many for one sample. */
  int ofSample() {
    return count == null ? EvidenceDefaults.COMMAND_LINE_HALVES : count;
  }

  /** How many for each of many datasets. */
  int ofDatasets() {
    return count == null ? EvidenceDefaults.DATASETS_HALVES : count;
  }
}
