/**
 * Suites of laws with known mutual information, to compare estimators on.
 *
 * <p>A law is a static factory of the file that its content belongs to ({@code Copulas}, {@code
 * Directions}, {@code IncompleteData}, …); it draws rows and knows its mutual information, with the
 * words that say where that comes from. A suite is an entry of {@code Suites}, with a list of laws.
 */
package io.github.mist4j.suite;
