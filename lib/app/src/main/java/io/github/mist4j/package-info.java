/**
 * Mutual information in one line: {@link io.github.mist4j.Mist} asks the estimators, judges and
 * trains them, of tables, samples and arrays.
 *
 * <pre>{@code
 * Mist.estimate(Mist.read("homes.csv"), List.of("rooms", "age"), List.of("price"))
 * }</pre>
 */
package io.github.mist4j;
