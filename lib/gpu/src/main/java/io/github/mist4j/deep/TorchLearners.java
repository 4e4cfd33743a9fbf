package io.github.mist4j.deep;

import io.github.mist4j.network.Architecture;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.LearnerProvider;
import io.github.mist4j.training.TrainingOptions.Device;

/**
 * Trains set transformers on an NVIDIA GPU, the whole step but for the optimizer.
 *
 * <pre>{@code
 * TrainingOptions options = Presets.named("mist-5.5m").options().withDevice(Device.GPU);
 * }</pre>
 */
public final class TorchLearners implements LearnerProvider {
  @Override
  public String kind() {
    return SetTransformerArchitecture.KIND;
  }

  @Override
  public Device device() {
    return Device.GPU;
  }

  /**
   * The learner of a network.
   *
   * @throws IllegalStateException with one sentence if there is no card that libtorch can use
   */
  @Override
  public Learner learner(Architecture architecture) {
    return new SetTransformerLearner(
        (SetTransformerArchitecture) architecture, TorchEngine.ofCard());
  }
}
