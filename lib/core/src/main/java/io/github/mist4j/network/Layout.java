package io.github.mist4j.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where each layer's weights lie in one flat array. */
final class Layout {
  /**
   * A linear layer: weights input by input, (inputs, outputs) from {@code at}, then the bias.
   *
   * @param at the first weight
   * @param parts the channels in, of each of the tensors that are joined
   * @param inputs their sum
   * @param outputs the channels out
   * @param biased whether a bias of {@code outputs} numbers follows the weights
   */
  record Linear(int at, List<Integer> parts, int inputs, int outputs, boolean biased) {
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

  /** From {@code parts} channels, joined, to {@code outputs}. */
  Linear linear(String name, int outputs, int... parts) {
    return put(name, outputs, true, parts);
  }

  /** One more term of a sum, whose first term has the bias. */
  Linear term(String name, int outputs, int... parts) {
    return put(name, outputs, false, parts);
  }

  Norm norm(String name, int channels) {
    var norm = new Norm(size, channels);
    norms.put(name, norm);
    size += 2 * channels;
    return norm;
  }

  private Linear put(String name, int outputs, boolean biased, int... parts) {
    int inputs = IntStream.of(parts).sum();
    var linear = new Linear(size, IntStream.of(parts).boxed().toList(), inputs, outputs, biased);
    linears.put(name, linear);
    size += linear.inputs * linear.outputs + (linear.biased ? linear.outputs : 0);
    return linear;
  }

  Map<String, Linear> linears() {
    return linears;
  }

  Map<String, Norm> norms() {
    return norms;
  }

  /** The number of weights. */
  int size() {
    return size;
  }
}
