package io.github.mist4j.deep;

import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.training.Preset;
import io.github.mist4j.training.PresetProvider;
import io.github.mist4j.training.Schedule;
import io.github.mist4j.training.TrainingOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The paper's networks, trained as published on its training families, in thirty epochs of 625,000
 * datasets: {@code mist-5.5m}, {@code mist-qr-5.5m}, {@code mist-multitask-5.5m} and the smaller
 * ones; with {@code -log} or {@code -inverse} behind for another target.
 *
 * <pre>{@code
 * Preset paper = Presets.named("mist-qr-0.25m"); // found with mist4j-deep on the class path
 * }</pre>
 */
public final class SetTransformerPresets implements PresetProvider {
  private static final long EPOCH = 625_000;
  private static final int EPOCHS = 30;
  private static final double RATE = 1.127e-4;
  private static final double DECAY = 8.65e-6;
  private static final double EPSILON = 8e-9;
  private static final int BATCH = 256;
  private static final int PATIENCE = 3;
  private static final double LOWEST_RATE = 5e-6;

  private static final Map<String, SetTransformerArchitecture> SIZES =
      Map.of(
          "5.5m", SetTransformerArchitecture.paper(),
          "1m", SetTransformerArchitecture.middle(),
          "0.25m", SetTransformerArchitecture.small());

  @Override
  public List<String> names() {
    return List.copyOf(networks().keySet());
  }

  @Override
  public Preset preset(String name) {
    TrainingOptions options =
        TrainingOptions.withDefaults()
            .withDatasets(EPOCHS * EPOCH)
            .withLearningRate(RATE)
            .withWeightDecay(DECAY)
            .withEpsilon(EPSILON)
            .withBatch(BATCH)
            .withSchedule(Schedule.plateau(PATIENCE, LOWEST_RATE, EPOCH))
            .withArchitecture(networks().get(name));
    return new Preset(name, MetaDistributions.paper(), options);
  }

  /** The networks by the names of their presets, in the order of the names. */
  private static Map<String, SetTransformerArchitecture> networks() {
    var networks = new TreeMap<String, SetTransformerArchitecture>();
    SIZES.forEach(
        (size, network) -> {
          for (Target target : Target.values()) {
            String ending = target == Target.NONE ? "" : "-" + target.word();
            for (Task task : List.of(Task.INFORMATION, Task.QUANTILES)) {
              networks.put(
                  "mist-" + task.mark() + size + ending, network.withTarget(target).withTask(task));
            }
          }
          networks.put("mist-" + Task.ENTROPIES.mark() + size, network.withTask(Task.ENTROPIES));
        });
    return networks;
  }
}
