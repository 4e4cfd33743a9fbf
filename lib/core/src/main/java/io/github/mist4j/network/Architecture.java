package io.github.mist4j.network;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.JsonObject;

/**
 * The kind and the sizes of a network: all that a model file needs to be opened and a training to
 * begin. Two of one kind and the same sizes are equal and print the same, as records do.
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

  /** What computes the network, to complete "on …". */
  default String device() {
    return "the CPU";
  }

  /** The sizes, without the kind. */
  JsonObject json();

  /**
   * The network as a trainer sees it.
   *
   * @param queries the most rows of a dataset whose neighbours are counted, positive; networks that
   *     count no neighbours ignore it
   */
  Learner learner(int queries);

  /**
   * The network with trained weights.
   *
   * @param weights as the learner orders them
   * @param model the model's name, carried by every estimate
   * @param range the samples it was trained on
   * @throws IllegalArgumentException if the number of weights is not that of the network
   */
  MutualInformationEstimator estimator(float[] weights, String model, TrainedRange range);
}
