package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistributions;
import java.util.List;

/** One training under a name, as another library would bring it. */
public final class LinePresets implements PresetProvider {
  @Override
  public List<String> names() {
    return List.of("line");
  }

  @Override
  public Preset preset(String name) {
    return new Preset(
        name,
        MetaDistributions.elliptical(10, 40, 3),
        TrainingOptions.withDefaults()
            .withArchitecture(new LineArchitecture(1))
            .withBatch(128)
            .withLearningRate(0.05)
            .withSchedule(Schedule.plateau(1, 1e-3, 256))
            .withEpsilon(1e-6));
  }
}
