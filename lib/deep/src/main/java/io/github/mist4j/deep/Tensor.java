package io.github.mist4j.deep;

/**
 * The values of a layer and the gradient that gathers on them, channel after channel.
 *
 * @param value (channels · rows)
 * @param gradient the same, or null where none is wanted
 */
record Tensor(float[] value, float[] gradient, int channels, int rows) {}
