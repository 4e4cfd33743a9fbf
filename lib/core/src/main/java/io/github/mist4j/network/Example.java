package io.github.mist4j.network;

/** A dataset as the network learns from it: its features and its mutual information. */
public final class Example {
  private final CopulaFeatures features;
  private final double truth;

  Example(CopulaFeatures features, double truth) {
    this.features = features;
    this.truth = truth;
  }

  CopulaFeatures features() {
    return features;
  }

  /** The mutual information, in nats. */
  public double truth() {
    return truth;
  }

  /** The number of pairs of columns, to which the work of the network is proportional. */
  public int pairs() {
    return features.dx() * features.dy();
  }
}
