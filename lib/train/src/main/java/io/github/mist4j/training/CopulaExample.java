package io.github.mist4j.training;

import io.github.mist4j.network.NetworkInput;
import io.github.mist4j.training.Learner.Example;
import java.util.Optional;

/**
 * A dataset as the copula network learns from it.
 *
 * @param input what the network sees
 * @param truth the mutual information, in nats
 * @param processed what it sees where a side is processed, of the same shape
 * @param copies what it sees of two copies beside each other, of twice the columns
 */
record CopulaExample(
    NetworkInput input,
    double truth,
    Optional<NetworkInput> processed,
    Optional<NetworkInput> copies)
    implements Example {
  /** An example without related ones. */
  CopulaExample(NetworkInput input, double truth) {
    this(input, truth, Optional.empty(), Optional.empty());
  }

  /** The number of pairs of columns, to which the work of the network is proportional. */
  @Override
  public int work() {
    return input.dx() * input.dy();
  }
}
