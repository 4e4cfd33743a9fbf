package io.github.mist4j.deep;

/** An attention between tensors, which knows its arguments. */
interface Attends {
  /** Writes the output. */
  void forward(float[] output);

  /** Adds the gradients of the arguments for that of the output. */
  void backward(float[] gradient);
}
