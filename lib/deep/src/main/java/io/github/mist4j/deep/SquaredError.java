package io.github.mist4j.deep;

/** How far a network's outputs are from what they should be. */
final class SquaredError {
  private SquaredError() {}

  /**
   * The mean over all values; the gradient of its negative goes to the outputs where they have room
   * for one.
   *
   * @param target as the outputs lie, channel after channel
   */
  static double mean(Tensor output, float[] target) {
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      float error = target[i] - output.value()[i];
      sum += (double) error * error / target.length;
      if (output.gradient() != null) {
        output.gradient()[i] = 2 * error / target.length;
      }
    }
    return sum;
  }
}
