package io.github.mist4j.network;

/**
 * A dataset as the copula network learns from it.
 *
 * @param features what the network sees
 * @param truth the mutual information, in nats
 */
record CopulaExample(CopulaFeatures features, double truth) implements Example {
  /** The number of pairs of columns, to which the work of the network is proportional. */
  @Override
  public int work() {
    return features.dx() * features.dy();
  }
}
