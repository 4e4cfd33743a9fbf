package io.github.mist4j.training;

/**
 * {@link Schedule#cosine}.
 *
 * @param highest the rate after the warm-up
 */
record CosineRate(double highest) implements LearningRate {
  private static final int WARM_UP = 200;

  @Override
  public double at(long step, double progress) {
    double warm = Math.min(1, (step + 1.0) / WARM_UP);
    return highest * warm * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
  }
}
