package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.MetaDistribution;

/**
 * A training under a name.
 *
 * <pre>{@code
 * Preset paper = Presets.named("mist-qr-0.25m");
 * Trainer trainer = Trainer.of(paper.distribution(), paper.options().withMinutes(30));
 * }</pre>
 *
 * @param name the name, as on the command line
 * @param distribution the datasets to learn from
 * @param options how to train, and which network
 */
public record Preset(String name, MetaDistribution distribution, TrainingOptions options) {
  /** Checks that all is given. */
  public Preset {
    require(name != null && !name.isBlank(), "a preset's name must not be blank");
    require(distribution != null, "distribution must be given, was null");
    require(options != null, "options must be given, was null");
  }
}
