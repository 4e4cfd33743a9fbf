package io.github.mist4j.training;

/** A dataset as a network learns from it. */
public interface Example {
  /** The mutual information, in nats. */
  double truth();

  /** The work it makes, positive, in a unit of the network's own. */
  int work();
}
