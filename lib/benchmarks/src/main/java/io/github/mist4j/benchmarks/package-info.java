/**
 * Timings by JMH, one class for each question: an estimate, classical estimators, a step of a
 * training, a step of the paper's network. Built with {@code -Pbenchmarks} only.
 */
package io.github.mist4j.benchmarks;
