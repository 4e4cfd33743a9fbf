/**
 * Estimators against datasets whose truth is known: errors, and whether intervals hold.
 *
 * <p>{@link io.github.mist4j.evaluation.EvaluationData} are the datasets, {@link
 * io.github.mist4j.evaluation.Evaluation} holds the predictions and their errors, {@link
 * io.github.mist4j.evaluation.Calibration} the shares of truths below each quantile.
 */
package io.github.mist4j.evaluation;
