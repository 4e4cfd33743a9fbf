package io.github.mist4j.training;

import java.util.List;

/**
 * Trainings that another library brings under names, as a service, see {@link
 * java.util.ServiceLoader}.
 */
public interface PresetProvider {
  /** The names. */
  List<String> names();

  /** The training of one of the names. */
  Preset preset(String name);
}
