package io.github.mist4j.reproduction;

import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.training.Presets;
import io.github.mist4j.training.TrainingOptions;
import java.util.Map;

/** What the experiments share that train networks of their own. */
final class TrainedNetworks {
  static final String SMALL_OF_PAPER = "mist-0.25m";
  static final String NORMALIZED = "mist-0.25m-inverse";
  static final String MULTITASK = "mist-multitask-0.25m";

  private TrainedNetworks() {}

  /** Whether the tensor library is on the class path, with a preset of that name. */
  static boolean isThere(String preset) {
    return Presets.names().contains(preset);
  }

  /** Whether table 9 can be made. */
  static boolean isTable9There() {
    return isThere(MULTITASK);
  }

  /** How the copula network is trained. */
  static TrainingOptions options(Scale scale) {
    return TrainingOptions.withDefaults().withDatasets(scale.of(640L, 12_800L, 625_000L));
  }

  /** How a small network of the paper is trained. */
  static TrainingOptions ofPaper(String preset, Scale scale) {
    return Presets.named(preset).options().withDatasets(ofDeep(scale));
  }

  /** How many datasets the paper's networks see, which learn more slowly. */
  static long ofDeep(Scale scale) {
    return scale.of(640L, 9_600L, 625_000L);
  }

  /** The errors of a network over some cases. */
  static Map<String, Object> row(String key, String group, String method, Cases cell) {
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
}
