package io.github.mist4j.training;

import io.github.mist4j.network.NetworkInput;
import io.github.mist4j.training.Learner.Example;

/**
 * A dataset as the copula network learns from it.
 *
 * @param input what the network sees
 * @param truth the mutual information, in nats
 */
record CopulaExample(NetworkInput input, double truth) implements Example {
  /** The number of pairs of columns, to which the work of the network is proportional. */
  @Override
  public int work() {
    return input.dx() * input.dy();
  }
}
