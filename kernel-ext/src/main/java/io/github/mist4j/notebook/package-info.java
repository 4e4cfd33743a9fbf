/**
 * mist4j in a notebook: cards for its results, imports at the start, the magic {@code %mist}, and a
 * stop button that ends a training with its best model.
 *
 * <p>{@link io.github.mist4j.notebook.MistExtension} is what the JJava kernel loads; a new card is
 * a class here and a line in {@code Cards}.
 */
package io.github.mist4j.notebook;
