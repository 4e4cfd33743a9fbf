/**
 * Tables: reading them, choosing their columns, asking many pairs of columns at once.
 *
 * <p>{@link io.github.mist4j.table.TableSample} makes a sample of named columns, {@link
 * io.github.mist4j.table.Screening} ranks the columns by a target, {@link
 * io.github.mist4j.table.Pairwise} asks all pairs.
 */
package io.github.mist4j.table;
