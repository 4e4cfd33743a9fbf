/**
 * Fuzzers of the three readers. Jazzer calls {@code fuzzerTestOneInput} of a class with bytes of
 * its own making; a reader must answer, or refuse them with one sentence.
 */
package io.github.mist4j.fuzz;
