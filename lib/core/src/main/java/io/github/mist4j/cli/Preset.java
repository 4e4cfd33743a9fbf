package io.github.mist4j.cli;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A training distribution by its name.
 *
 * @param name the name on the command line
 * @param distribution what to learn
 * @param range the sizes of its datasets
 */
record Preset(String name, MetaDistribution distribution, TrainedRange range) {
  static final String DEFAULT = "elliptical";

  private static final List<Preset> KNOWN =
      List.of(new Preset(DEFAULT, MetaDistributions.elliptical(), new TrainedRange(10, 1000, 32)));

  static Preset named(String name) {
    String known = KNOWN.stream().map(Preset::name).collect(Collectors.joining(", "));
    return KNOWN.stream()
        .filter(preset -> preset.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preset must be one of %s, was '%s'".formatted(known, name)));
  }

  Trainer trainer(TrainingOptions options) {
    return Trainer.of(distribution, range, options);
  }
}
