package io.github.mist4j.reproduction;

import java.util.List;

/**
 * An experiment at some scale: who is asked what about which datasets.
 *
 * @param parts the datasets
 * @param contenders who is asked
 * @param levels of the intervals: each estimator is asked once for each
 * @param halves the half samples behind intervals of methods without quantiles, 0 for none
 * @param isTimed whether seconds are its result, so that one dataset is asked about at a time
 */
record Design(
    List<Part> parts,
    List<Contender> contenders,
    List<Double> levels,
    int halves,
    boolean isTimed) {
  private static final double LEVEL = 0.9;

  /** Copies the lists. */
  Design {
    parts = List.copyOf(parts);
    contenders = List.copyOf(contenders);
    levels = List.copyOf(levels);
  }

  /** Each estimator is asked once, for a 90% interval where it has one. */
  Design(List<Part> parts, List<Contender> contenders) {
    this(parts, contenders, List.of(LEVEL), 0, false);
  }

  /** The same with others who are asked. */
  Design with(List<Contender> others) {
    return new Design(parts, others, levels, halves, isTimed);
  }

  /** The same at these levels, with so many half samples. */
  Design atLevels(List<Double> newLevels, int newHalves) {
    return new Design(parts, contenders, newLevels, newHalves, isTimed);
  }

  /** The same, one dataset at a time. */
  Design timed() {
    return new Design(parts, contenders, levels, halves, true);
  }

  /** The datasets of all parts. */
  long datasets() {
    return parts.stream().mapToLong(part -> part.datasets().size()).sum();
  }

  /** The lines of one dataset. */
  int casesOfOne() {
    return contenders.size() * levels.size();
  }
}
