package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

/**
 * The sizes of a copula network.
 *
 * @param trunk channels of the global state
 * @param rows channels of a row
 * @param tokens channels of a canonical correlation
 * @param nodes channels of a column
 * @param pair channels of a pair of columns
 * @param hidden channels inside a pair layer
 * @param layers the number of pair layers
 * @param head channels of the first head layer, even
 */
public record Architecture(
    int trunk, int rows, int tokens, int nodes, int pair, int hidden, int layers, int head) {
  /** Checks that all sizes are positive. */
  public Architecture {
    require(
        trunk > 0 && rows > 0 && tokens > 0 && nodes > 0 && pair > 0 && hidden > 0 && layers > 0,
        "every size must be positive, were %s, %s, %s, %s, %s, %s, %s",
        trunk,
        rows,
        tokens,
        nodes,
        pair,
        hidden,
        layers);
    require(head > 1 && head % 2 == 0, "head must be positive and even, was %s", head);
  }

  /** The shipped network's sizes, about 0.2 million weights. */
  public static Architecture withDefaults() {
    return new Architecture(64, 48, 32, 32, 32, 64, 3, 128);
  }

  /** The number of weights of the network. */
  public int weights() {
    return new CopulaNetwork(this).layout().size();
  }
}
