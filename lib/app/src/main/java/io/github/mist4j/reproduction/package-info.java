/**
 * The experiments of the MIST paper, each from one description: data, estimators, reduction,
 * picture.
 *
 * <pre>{@code
 * Reproduction.named("fig3").begin(Path.of("paper"), Options.withDefaults(), ProgressListener.NONE);
 * }</pre>
 */
package io.github.mist4j.reproduction;
