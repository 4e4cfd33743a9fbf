package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Where the weights of the layers lie in one flat array. */
final class Layout {
  private final Map<String, Linear> linears = new LinkedHashMap<>();
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, Norm> norms = new LinkedHashMap<>();
  private int size;

  /**
   * A matrix (in, out), row by row, and a bias (out) unless {@code biasAt} is negative.
   *
   * @param at where the matrix starts
   * @param biasAt where the bias starts
   */
  record Linear(int at, int biasAt, int in, int out) {}

  /** Learned vectors, (channels, count). */
  record Table(int at, int channels, int count) {}

  /** A gain and then a bias a channel. */
  record Norm(int at, int channels) {}

  Linear linear(String name, int in, int out) {
    var linear = new Linear(size, size + in * out, in, out);
    grow(Math.addExact(Math.multiplyExact(in, out), out));
    linears.put(name, linear);
    return linear;
  }

  Linear linearWithoutBias(String name, int in, int out) {
    var linear = new Linear(size, -1, in, out);
    grow(Math.multiplyExact(in, out));
    linears.put(name, linear);
    return linear;
  }

  Table table(String name, int channels, int count) {
    var table = new Table(size, channels, count);
    grow(Math.multiplyExact(channels, count));
    tables.put(name, table);
    return table;
  }

  Norm norm(String name, int channels) {
    var norm = new Norm(size, channels);
    grow(Math.multiplyExact(2, channels));
    norms.put(name, norm);
    return norm;
  }

  private void grow(int more) {
    size = Math.addExact(size, more);
  }

  /** The number of all weights. */
  int size() {
    return size;
  }

  /**
   * Random weights: normal with variance 1/inputs, learned vectors with variance 1, biases 0, gains
   * 1.
   *
   * @param shrink what the spread of a layer is multiplied by, by its name
   */
  float[] randomWeights(ToDoubleFunction<String> shrink, RandomGenerator rng) {
    var weights = new float[size];
    for (Map.Entry<String, Linear> entry : linears.entrySet()) {
      Linear linear = entry.getValue();
      double spread = shrink.applyAsDouble(entry.getKey()) / Math.sqrt(linear.in());
      for (int i = 0; i < linear.in() * linear.out(); i++) {
        weights[linear.at() + i] = (float) (spread * rng.nextGaussian());
      }
    }
    for (Table table : tables.values()) {
      for (int i = 0; i < table.channels() * table.count(); i++) {
        weights[table.at() + i] = (float) rng.nextGaussian();
      }
    }
    for (Norm gains : norms.values()) {
      Arrays.fill(weights, gains.at(), gains.at() + gains.channels(), 1);
    }
    return weights;
  }

  Map<String, Linear> linears() {
    return linears;
  }

  Map<String, Table> tables() {
    return tables;
  }

  Map<String, Norm> norms() {
    return norms;
  }
}
