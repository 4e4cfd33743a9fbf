package io.github.mist4j.deep;

import java.util.LinkedHashMap;
import java.util.Map;

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
