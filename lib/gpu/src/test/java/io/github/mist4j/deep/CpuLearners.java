package io.github.mist4j.deep;

import io.github.mist4j.network.Architecture;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.LearnerProvider;
import io.github.mist4j.training.TrainingOptions.Device;

/** Takes the place of the card: found before {@link TorchLearners}, as tests come first. */
public final class CpuLearners implements LearnerProvider {
  @Override
  public String kind() {
    return SetTransformerArchitecture.KIND;
  }

  @Override
  public Device device() {
    return Device.GPU;
  }

  @Override
  public Learner learner(Architecture architecture) {
    return new SetTransformerLearner((SetTransformerArchitecture) architecture, Cpu.engine());
  }
}
