package io.github.mist4j.deep;

import io.github.mist4j.network.Architecture;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.LearnerProvider;

/** Trains set transformers. */
public final class SetTransformerLearners implements LearnerProvider {
  @Override
  public String kind() {
    return SetTransformerArchitecture.KIND;
  }

  @Override
  public Learner learner(Architecture architecture) {
    return new SetTransformerLearner((SetTransformerArchitecture) architecture);
  }
}
