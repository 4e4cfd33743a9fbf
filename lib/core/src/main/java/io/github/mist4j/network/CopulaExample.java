package io.github.mist4j.network;

/**
 * A dataset as the copula network learns from it.
 *
 * @param look what the network sees
 * @param truth the mutual information, in nats
 */
record CopulaExample(Look look, double truth) implements Example {
  CopulaFeatures features() {
    return look.features();
  }

  /** The number of pairs of columns, to which the work of the network is proportional. */
  @Override
  public int work() {
    return features().dx() * features().dy();
  }
}
