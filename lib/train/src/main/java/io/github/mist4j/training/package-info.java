/**
 * Training networks on fresh datasets, and what is fitted to them afterwards.
 *
 * <p>A {@link io.github.mist4j.training.Trainer} makes the steps and keeps the best model, a {@link
 * io.github.mist4j.training.Learner} is a network as it sees one: examples in, loss and gradient
 * out. {@link io.github.mist4j.training.Presets} are the trainings that have a name.
 */
package io.github.mist4j.training;
