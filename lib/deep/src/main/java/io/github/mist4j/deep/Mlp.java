package io.github.mist4j.deep;

import io.github.mist4j.deep.FitOptions.Activation;
import io.github.mist4j.deep.Layout.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Layers, each but the last with an activation behind it.
 *
 * @param layers in order
 * @param activation behind each but the last
 */
record Mlp(List<Linear> layers, Activation activation) {
  /** A network of as many hidden layers as the options say. */
  static Mlp of(Layout layout, String name, int in, int out, FitOptions fit) {
    return of(layout, name, in, out, fit, fit.layers());
  }

  /** A network of so many hidden layers. */
  static Mlp of(Layout layout, String name, int in, int out, FitOptions fit, int hidden) {
    var layers = new ArrayList<Linear>();
    int width = in;
    for (int l = 0; l < hidden; l++) {
      layers.add(layout.linear(name + "." + l, width, fit.width()));
      width = fit.width();
    }
    layers.add(layout.linear(name + ".out", width, out));
    return new Mlp(List.copyOf(layers), fit.activation());
  }

  /** What comes out, (out, rows). */
  Tensor apply(Tape tape, Tensor x) {
    Tensor y = x;
    for (Linear layer : layers.subList(0, layers.size() - 1)) {
      y = activate(tape, tape.linear(layer, y), activation);
    }
    return tape.linear(layers.get(layers.size() - 1), y);
  }

  static Tensor activate(Tape tape, Tensor x, Activation activation) {
    return switch (activation) {
      case RELU -> tape.relu(x);
      case GELU -> tape.gelu(x);
    };
  }

  /**
   * Random weights and biases of a layer, uniform up to one over the root of its inputs, which is
   * how PyTorch starts and the published critics with it.
   *
   * @param in inputs; of a layer in two parts, those of both
   */
  static void initialize(float[] weights, Linear layer, int in, RandomGenerator rng) {
    double most = 1 / Math.sqrt(in);
    for (int i = 0; i < layer.in() * layer.out(); i++) {
      weights[layer.at() + i] = (float) rng.nextDouble(-most, most);
    }
    for (int o = 0; o < layer.out() && layer.biasAt() >= 0; o++) {
      weights[layer.biasAt() + o] = (float) rng.nextDouble(-most, most);
    }
  }

  /** Random, but for the last layer, which says 0. */
  void initializeButLast(float[] weights, RandomGenerator rng) {
    layers
        .subList(0, layers.size() - 1)
        .forEach(layer -> initialize(weights, layer, layer.in(), rng));
  }

  void initialize(float[] weights, RandomGenerator rng) {
    layers.forEach(layer -> initialize(weights, layer, layer.in(), rng));
  }
}
