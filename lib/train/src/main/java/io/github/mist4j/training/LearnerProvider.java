package io.github.mist4j.training;

import io.github.mist4j.network.Architecture;
import io.github.mist4j.training.TrainingOptions.Device;

/**
 * Trains the networks of one kind. Other libraries bring theirs as a service, see {@link
 * java.util.ServiceLoader}.
 *
 * <pre>{@code
 * public final class MyLearners implements LearnerProvider {
 *   public String kind() {
 *     return "mine";
 *   }
 *
 *   public Learner learner(Architecture architecture) {
 *     return new MyLearner((MyArchitecture) architecture);
 *   }
 * }
 * }</pre>
 */
public interface LearnerProvider {
  /** The kind of network, as {@link Architecture#kind} has it. */
  String kind();

  /** Where its learners compute. */
  default Device device() {
    return Device.CPU;
  }

  /**
   * The learner of a network.
   *
   * @param architecture of this kind
   */
  Learner learner(Architecture architecture);
}
