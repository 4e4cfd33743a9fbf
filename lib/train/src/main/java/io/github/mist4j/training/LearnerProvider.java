package io.github.mist4j.training;

import io.github.mist4j.network.Architecture;

/**
 * Trains the networks of one kind. Other libraries bring theirs as a service, see {@link
 * java.util.ServiceLoader}.
 */
public interface LearnerProvider {
  /** The kind of network, as {@link Architecture#kind} has it. */
  String kind();

  /**
   * The learner of a network.
   *
   * @param architecture of this kind
   */
  Learner learner(Architecture architecture);
}
