package io.github.mist4j.network;

/**
 * Activations, channel by channel, so that the inner loops run over rows.
 *
 * @param value (channels, at least rows)
 * @param gradient of the loss with respect to {@code value}, of its shape; null where none is
 *     wanted
 * @param rows the rows in use
 */
record Activations(float[][] value, float[][] gradient, int rows) {
  int channels() {
    return value.length;
  }
}
