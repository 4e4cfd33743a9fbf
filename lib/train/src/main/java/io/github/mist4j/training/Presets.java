package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistributions;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The trainings that have a name.
 *
 * <pre>{@code
 * TrainingOptions options = Presets.named("full").options();
 * }</pre>
 */
public final class Presets {
  private static final List<String> DEEP = List.of("mist-", "infonet"); // names begin so there

  private Presets() {}

  /**
   * The training of a name: one of our distributions with default options, or what a library on the
   * class path brings.
   *
   * @throws IllegalArgumentException if there is none; the sentence lists the names
   */
  public static Preset named(String name) {
    if (MetaDistributions.names().contains(name)) {
      return new Preset(name, MetaDistributions.named(name), TrainingOptions.withDefaults());
    }
    List<PresetProvider> providers = providers();
    return providers.stream()
        .filter(provider -> provider.names().contains(name))
        .findFirst()
        .map(provider -> provider.preset(name))
        .orElseThrow(() -> new IllegalArgumentException(unknown(name, providers)));
  }

  /** All names, our own first. */
  public static List<String> names() {
    return names(providers());
  }

  private static List<PresetProvider> providers() {
    return ServiceLoader.load(PresetProvider.class, PresetProvider.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static List<String> names(List<PresetProvider> providers) {
    return Stream.concat(
            MetaDistributions.names().stream(),
            providers.stream().flatMap(provider -> provider.names().stream()))
        .toList();
  }

  private static String unknown(String name, List<PresetProvider> providers) {
    List<String> names = names(providers);
    boolean missing =
        DEEP.stream()
            .filter(name::startsWith)
            .anyMatch(begin -> names.stream().noneMatch(known -> known.startsWith(begin)));
    return "preset must be one of %s, was '%s'".formatted(String.join(", ", names), name)
        + (missing ? ", for which mist4j-deep must be on the class path (install.sh --deep)" : "");
  }
}
