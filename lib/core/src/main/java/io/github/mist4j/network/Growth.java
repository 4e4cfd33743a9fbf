package io.github.mist4j.network;

import io.github.mist4j.network.Layout.Linear;
import io.github.mist4j.network.Layout.Norm;
import java.util.random.RandomGenerator;

/**
 * Weights of a network for one with more channels and layers that answers the same, after Net2Net
 * (Chen, Goodfellow and Shlens, 2016): every channel is copied as often as the larger size holds
 * the smaller, what reads the copies weighs them unevenly so that they become different, and a new
 * layer begins by adding nothing.
 */
final class Growth {
  private static final double UNEVEN = 0.5;

  private final CopulaNetwork small;
  private final CopulaNetwork large;

  /** From one network to another, each size of which is a multiple. */
  Growth(CopulaNetwork small, CopulaNetwork large) {
    this.small = small;
    this.large = large;
  }

  /** The large network's weights from the small one's. */
  float[] grown(float[] weights, RandomGenerator rng) {
    float[] grown = large.initialWeights(rng);
    large
        .layout()
        .linears()
        .forEach(
            (name, linear) -> {
              Linear source = small.layout().linears().get(name);
              if (source != null) {
                copy(weights, source, grown, linear, rng);
              } else if (name.endsWith(".out")) {
                int end = linear.biasAt();
                java.util.Arrays.fill(grown, linear.at(), end, 0);
              }
            });
    large
        .layout()
        .norms()
        .forEach(
            (name, norm) -> {
              Norm source = small.layout().norms().get(name);
              for (int c = 0; source != null && c < norm.channels(); c++) {
                int from = c % source.channels();
                grown[norm.at() + c] = weights[source.at() + from];
                grown[norm.at() + norm.channels() + c] =
                    weights[source.at() + source.channels() + from];
              }
            });
    return grown;
  }

  private static void copy(
      float[] weights, Linear source, float[] grown, Linear target, RandomGenerator rng) {
    for (int o = 0; o < target.outputs(); o++) {
      int from = o % source.outputs();
      int sourceInput = 0;
      int targetInput = 0;
      for (int p = 0; p < source.parts().size(); p++) {
        int channels = source.parts().get(p);
        int copies = target.parts().get(p) / channels;
        for (int i = 0; i < channels; i++) {
          float weight = weights[source.at() + (sourceInput + i) * source.outputs() + from];
          double[] shares = shares(copies, rng);
          for (int copy = 0; copy < copies; copy++) {
            int input = targetInput + copy * channels + i;
            grown[target.at() + input * target.outputs() + o] = (float) (weight * shares[copy]);
          }
        }
        sourceInput += channels;
        targetInput += copies * channels;
      }
      if (target.biased()) {
        grown[target.biasAt() + o] = weights[source.biasAt() + from];
      }
    }
  }

  /** Uneven numbers whose sum is 1. */
  private static double[] shares(int copies, RandomGenerator rng) {
    var shares = new double[copies];
    double mean = 0;
    for (int copy = 0; copy < copies; copy++) {
      shares[copy] = rng.nextGaussian();
      mean += shares[copy] / copies;
    }
    for (int copy = 0; copy < copies; copy++) {
      shares[copy] = (1 + UNEVEN * (shares[copy] - mean)) / copies;
    }
    return shares;
  }
}
