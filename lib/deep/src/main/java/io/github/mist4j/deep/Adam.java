package io.github.mist4j.deep;

/** Adam (Kingma and Ba, 2015), upwards, with the gradient cut to a norm. */
final class Adam {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  /** Beyond what gradients of bounds and likelihoods have near their top. */
  static final double LARGEST_NORM = 5;

  private final float[] weights;
  private final double rate;
  private final double largestNorm;
  private final float[] mean;
  private final float[] square;
  private int step;

  /**
   * Steps on these weights, which are changed in place.
   *
   * @param largestNorm what longer gradients are cut to; infinite for none
   */
  Adam(float[] weights, double rate, double largestNorm) {
    this.weights = weights;
    this.rate = rate;
    this.largestNorm = largestNorm;
    mean = new float[weights.length];
    square = new float[weights.length];
  }

  /** A step along the gradient; false, and none, where that is no number. */
  boolean ascend(float[] gradient) {
    double norm = Math.sqrt(Elementwise.dot(gradient, gradient, 0, gradient.length));
    if (!Double.isFinite(norm)) {
      return false;
    }
    step++;
    float scale = (float) Math.min(1, largestNorm / (norm + 1e-12));
    float correct1 = (float) (rate / (1 - Math.pow(BETA1, step)));
    float correct2 = (float) (1 / (1 - Math.pow(BETA2, step)));
    for (int i = 0; i < weights.length; i++) {
      float g = scale * gradient[i];
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
      square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
      weights[i] += correct1 * mean[i] / ((float) Math.sqrt(correct2 * square[i]) + EPSILON);
    }
    return true;
  }
}
