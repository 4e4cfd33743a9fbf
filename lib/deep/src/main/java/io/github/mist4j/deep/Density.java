package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/** The density of some columns, but for the constant of as many normal ones. */
interface Density {
  /** Where the density begins: independent normal columns. */
  void initialize(float[] weights, RandomGenerator rng);

  /**
   * What is climbed: the mean log density, or a bound of it that one draw a row gives; with its
   * gradient where the tape records.
   *
   * @param x (d, rows)
   */
  double climb(Tape tape, Tensor x, RandomGenerator rng);

  /**
   * The mean log density of rows that are held out.
   *
   * @param draws of each row, for a density that is a mean over them
   */
  double meanLog(float[] weights, Tensor x, int draws, RandomGenerator rng);

  /** Makes the density of so many columns. */
  @FunctionalInterface
  interface Source {
    Density of(Layout layout, String name, int d, FitOptions fit);
  }
}
