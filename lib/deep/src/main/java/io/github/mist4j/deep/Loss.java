package io.github.mist4j.deep;

import io.github.mist4j.distribution.Distribution.Entropies;

/** The loss of one example and its slopes in the outputs of the head (docs/set-transformer.md). */
final class Loss {
  private Loss() {}

  /**
   * The loss.
   *
   * @param outputs of the head for the example, as many as the task has
   * @param slopes set to the derivatives by the outputs
   */
  static double of(
      SetTransformerArchitecture size, SetExample example, double[] outputs, double[] slopes) {
    double error = outputs[0] - size.target().of(example.truth());
    return switch (size.task()) {
      case INFORMATION -> square(error, slopes);
      case QUANTILES -> pinball(error, example.level(), slopes);
      case ENTROPIES -> square(error, slopes) + entropies(example, outputs, slopes);
    };
  }

  private static double square(double error, double[] slopes) {
    slopes[0] = 2 * error;
    return error * error;
  }

  /** Of the prediction less the truth. */
  private static double pinball(double error, double level, double[] slopes) {
    slopes[0] = error < 0 ? -level : 1 - level;
    return error * slopes[0];
  }

  /**
   * The squared errors of the entropies a column, and the square of the information less h(X) +
   * h(Y) − h(X, Y) a root of a column, which knows no truth.
   */
  private static double entropies(SetExample example, double[] outputs, double[] slopes) {
    Entropies truth = example.entropies().orElseThrow();
    int dx = example.columns().x().length;
    int dy = example.columns().y().length;
    double[] columns = {dx, dy, dx + dy};
    double[] truths = {truth.x(), truth.y(), truth.joint()};
    int[] signs = {1, 1, -1};
    double loss = 0;
    double left = outputs[0];
    for (int k = 0; k < truths.length; k++) {
      double error = outputs[k + 1] - truths[k] / columns[k];
      loss += error * error;
      slopes[k + 1] = 2 * error;
      left -= signs[k] * columns[k] * outputs[k + 1];
    }
    slopes[0] += 2 * left / columns[2];
    for (int k = 0; k < truths.length; k++) {
      slopes[k + 1] -= 2 * left * signs[k] * columns[k] / columns[2];
    }
    return loss + left * left / columns[2];
  }
}
