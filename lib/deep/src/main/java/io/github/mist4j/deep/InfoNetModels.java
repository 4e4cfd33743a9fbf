package io.github.mist4j.deep;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.ArchitectureReader;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.LearnerProvider;
import io.github.mist4j.training.Preset;
import io.github.mist4j.training.PresetProvider;
import io.github.mist4j.training.TrainingOptions;
import java.io.IOException;
import java.util.List;

/**
 * Trains InfoNets, opens their models, and names their training: {@code infonet}, on 200,000
 * mixtures of normal laws.
 *
 * <pre>{@code
 * Preset preset = Presets.named("infonet"); // found with mist4j-deep on the class path
 * }</pre>
 */
public final class InfoNetModels implements ArchitectureReader, LearnerProvider, PresetProvider {
  private static final long DATASETS = 200_000;
  private static final double RATE = 1e-3;

  @Override
  public String kind() {
    return InfoNetArchitecture.KIND;
  }

  @Override
  public Architecture read(JsonObject json) throws IOException {
    return new InfoNetArchitecture(
        json.count("width"),
        json.count("heads"),
        json.count("latents"),
        json.count("layers"),
        json.count("side"));
  }

  @Override
  public Learner learner(Architecture architecture) {
    return new InfoNetLearner((InfoNetArchitecture) architecture);
  }

  @Override
  public List<String> names() {
    return List.of(InfoNetArchitecture.KIND);
  }

  @Override
  public Preset preset(String name) {
    return new Preset(
        name,
        NormalMixtures.distribution(),
        TrainingOptions.withDefaults()
            .withDatasets(DATASETS)
            .withLearningRate(RATE)
            .withArchitecture(InfoNetArchitecture.withDefaults()));
  }
}
