package io.github.mist4j.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where each layer's weights lie in one flat array. */
final class WeightLayout {
  /**
   * A linear layer: weights input by input, (inputs, outputs) from {@code at}, then the bias.
   *
   * @param at the first weight
   * @param inputs the channels in
   * @param outputs the channels out
   * @param biased whether a bias of {@code outputs} numbers follows the weights
   */
  record Linear(int at, int inputs, int outputs, boolean biased) {
    int biasAt() {
      return at + inputs * outputs;
    }
  }

  /**
   * A layer norm: gains from {@code at}, then biases.
   *
   * @param at the first gain
   * @param channels the number of gains
   */
  record Norm(int at, int channels) {}

  private final Map<String, Linear> linears = new LinkedHashMap<>();
  private final Map<String, Norm> norms = new LinkedHashMap<>();
  private int size;

  Linear linear(String name, int inputs, int outputs) {
    return put(name, new Linear(size, inputs, outputs, true));
  }

  /** One more term of a sum, whose first term has the bias. */
  Linear term(String name, int inputs, int outputs) {
    return put(name, new Linear(size, inputs, outputs, false));
  }

  Norm norm(String name, int channels) {
    var norm = new Norm(size, channels);
    norms.put(name, norm);
    size = Math.addExact(size, Math.multiplyExact(2, channels));
    return norm;
  }

  private Linear put(String name, Linear linear) {
    linears.put(name, linear);
    int products = Math.multiplyExact(linear.inputs, linear.outputs);
    size = Math.addExact(size, Math.addExact(products, linear.biased ? linear.outputs : 0));
    return linear;
  }

  Map<String, Linear> linears() {
    return linears;
  }

  Map<String, Norm> norms() {
    return norms;
  }

  /**
   * The number of weights; the layers throw an {@link ArithmeticException} where an int does not
   * hold it.
   */
  int size() {
    return size;
  }
}
