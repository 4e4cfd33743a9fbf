/**
 * Model files: a network's weights and the card that says how they were made.
 *
 * <p>{@link io.github.mist4j.model.Checkpoint} is the content of a {@code .mist} file, {@link
 * io.github.mist4j.model.ModelCard} its card.
 *
 * <pre>{@code
 * MutualInformationEstimator mist = Checkpoint.shipped().estimator();
 * }</pre>
 */
package io.github.mist4j.model;
