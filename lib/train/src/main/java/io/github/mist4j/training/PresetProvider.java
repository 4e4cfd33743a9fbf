package io.github.mist4j.training;

import java.util.List;

/**
 * Trainings that another library brings under names, as a service, see {@link
 * java.util.ServiceLoader}.
 *
 * <pre>{@code
 * public final class MyPresets implements PresetProvider {
 *   public List<String> names() {
 *     return List.of("sensors");
 *   }
 *
 *   public Preset preset(String name) {
 *     return new Preset(name, sensors, TrainingOptions.withDefaults().withDatasets(100_000));
 *   }
 * }
 * }</pre>
 */
public interface PresetProvider {
  /** The names. */
  List<String> names();

  /** The training of one of the names. */
  Preset preset(String name);
}
