package io.github.mist4j.network;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.JsonObject;

/**
 * The kind and the sizes of a network: all that a model file needs to be opened and a training to
 * begin. Two of one kind and the same sizes are equal and print the same, as records do.
 *
 * <pre>{@code
 * Architecture network = Checkpoint.shipped().card().architecture();
 * System.out.println(network.describe() + ": " + network.weights() + " weights");
 * }</pre>
 */
public interface Architecture {
  /** The kind of network, {@code "copula"} for instance, under which a model file names it. */
  String kind();

  /** The number of weights of the network. */
  int weights();

  /** The network in words, for the card of a model. */
  String describe();

  /** What the name of a model begins with, before that of its training distribution. */
  default String prefix() {
    return "";
  }

  /** The sizes, without the kind. */
  JsonObject json();

  /** The kind and the sizes, which {@link ArchitectureReader#architecture} opens. */
  default JsonObject jsonWithKind() {
    return new JsonObject().with("kind", kind()).with(json());
  }

  /**
   * The network with trained weights.
   *
   * @param weights as a trainer orders them
   * @param recalibration what was fitted to them after training
   * @param model the model's name, carried by every estimate
   * @param range the samples it was trained on
   * @throws IllegalArgumentException if the number of weights is not that of the network
   */
  MutualInformationEstimator estimator(
      float[] weights, Recalibration recalibration, String model, TrainedRange range);
}
