package io.github.mist4j.suite;

import java.util.random.RandomGenerator;

/** Draws of whole numbers that more than one law needs. */
final class Draws {
  private Draws() {}

  /** A place, as often as its chance out of the sum of all. */
  static int drawn(double[] chances, double whole, RandomGenerator rng) {
    double mark = whole * rng.nextDouble();
    int place = 0;
    for (; place < chances.length - 1 && mark >= chances[place]; place++) {
      mark -= chances[place];
    }
    return place;
  }

  /** How many waiting times fit into a time: a Poisson variable. */
  static int arrivals(double time, RandomGenerator rng) {
    int count = 0;
    for (double at = rng.nextExponential(); at < time; at += rng.nextExponential()) {
      count++;
    }
    return count;
  }
}
