package io.github.mist4j.deep;

/**
 * What a tape computes beside its own functions: an attention, sums of pairs. It knows its
 * arguments.
 */
interface Operation {
  /** Writes the output. */
  void forward(float[] output);

  /** Adds the gradients of the arguments for that of the output. */
  void backward(float[] gradient);
}
