/**
 * The trained network that estimates: what it sees of a sample, its layers, its predictions.
 *
 * <p>{@code docs/network.md} has every formula. {@link io.github.mist4j.network.NetworkInput} is
 * what the network sees, {@link io.github.mist4j.network.CopulaNetwork} its layers, {@link
 * io.github.mist4j.network.GatedPredictor} adds the screening of columns and the recalibration,
 * {@link io.github.mist4j.network.MistEstimator} is the estimator. Networks of another kind come in
 * as an {@link io.github.mist4j.network.Architecture}.
 */
package io.github.mist4j.network;
