/**
 * Paired rows of X and Y, and what is known of their columns before any estimate.
 *
 * <p>{@link io.github.mist4j.sample.Sample} is checked once and never changes. {@link
 * io.github.mist4j.sample.Ranks} orders a column, {@link io.github.mist4j.sample.Checks} is the one
 * way of refusing an argument.
 *
 * <pre>{@code
 * Sample sample = Sample.ofRows(x, y); // double[n][dx], double[n][dy]
 * }</pre>
 */
package io.github.mist4j.sample;
