package io.github.mist4j.network;

import io.github.mist4j.meta.Dataset;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network as a trainer sees it: examples in, loss and gradient out. Thread safe.
 *
 * <p>It is given examples that it, or a learner of an equal architecture, has made.
 */
public interface Learner {
  /** The number of weights. */
  int size();

  /** Random weights to start from, ({@link #size()}). */
  float[] initialWeights(RandomGenerator rng);

  /** The dataset as the network learns from it; of the same shape as the dataset. */
  Example example(Dataset dataset, RandomGenerator rng);

  /** The most {@link Example#work} of a batch that one thread takes at once, positive. */
  int workAtOnce();

  /**
   * The summed loss of examples of one shape; adds the gradient of {@code weight} times that sum.
   *
   * @param weights the network's, ({@link #size()})
   * @param gradient added to, ({@link #size()})
   * @throws ArithmeticException if the loss is not finite
   */
  double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight);

  /** The summed loss of examples of one shape. */
  double loss(float[] weights, List<Example> batch);

  /** What the network says of examples of one shape. */
  List<Prediction> predict(float[] weights, List<Example> batch);
}
