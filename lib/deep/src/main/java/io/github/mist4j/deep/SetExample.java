package io.github.mist4j.deep;

import io.github.mist4j.network.Example;

/**
 * A dataset to learn from.
 *
 * @param columns what the network sees
 * @param truth the mutual information, nats
 * @param level the quantile level to learn
 * @param work the numbers that a pass keeps
 */
record SetExample(Columns columns, double truth, float level, int work) implements Example {}
