/**
 * Estimates of mutual information and the classical estimators: nearest neighbours ({@link
 * io.github.mist4j.estimator.Ksg}), the Gaussian copula, canonical correlations, histograms,
 * kernels.
 *
 * <p>All are a {@link io.github.mist4j.estimator.MutualInformationEstimator}, are asked with {@link
 * io.github.mist4j.estimator.EstimateOptions} and answer with an {@link
 * io.github.mist4j.estimator.Estimate}. A new one is a class here.
 *
 * <pre>{@code
 * Estimate estimate = new Ksg().estimate(Sample.ofRows(x, y));
 * }</pre>
 */
package io.github.mist4j.estimator;
