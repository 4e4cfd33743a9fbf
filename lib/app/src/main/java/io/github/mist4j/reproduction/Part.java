package io.github.mist4j.reproduction;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.meta.Grid;
import java.util.List;

/**
 * Some of the datasets of an experiment, under a name. Parts may hold the same datasets in other
 * forms: those of one index belong together then.
 *
 * @param name what they are
 * @param datasets the datasets, each drawn when it is asked for
 * @param permutations shuffles of the test of independence that goes with every estimate, 0 for
 *     none
 */
record Part(String name, DatasetSequence datasets, int permutations) {
  /** The paper's families: {@code inside} those it trains on, {@code outside} others. */
  static final String INSIDE = "inside";

  static final String OUTSIDE = "outside";
  private static final int PERMUTATIONS = 99;

  /** Without a test. */
  Part(String name, DatasetSequence datasets) {
    this(name, datasets, 0);
  }

  /** The same with a test of independence beside every estimate. */
  Part tested() {
    return new Part(name, datasets, PERMUTATIONS);
  }

  String describe() {
    return permutations == 0
        ? datasets.describe()
        : "%s; tested by %s shuffles".formatted(datasets.describe(), permutations);
  }

  /** Draws the dataset of a number. */
  @FunctionalInterface
  interface Draw {
    Dataset of(long seed, long index);
  }

  /** Datasets of a function. */
  static Part of(String name, long size, String words, Draw draw) {
    return new Part(
        name,
        new DatasetSequence() {
          @Override
          public long size() {
            return size;
          }

          @Override
          public String split() {
            return name;
          }

          @Override
          public Dataset draw(long seed, long index) {
            return draw.of(seed, index);
          }

          @Override
          public String describe() {
            return "%s: %s %s".formatted(name, size, words);
          }
        });
  }

  /**
   * Both test grids of the paper.
   *
   * @param count of each; all where it has fewer
   */
  static List<Part> testGrids(long count) {
    return List.of(
        new Part(INSIDE, some(Grid.inDistribution(), count)),
        new Part(OUTSIDE, some(Grid.outOfDistribution(), count)));
  }

  private static Grid some(Grid grid, long count) {
    return grid.spread(Math.min(count, grid.size()));
  }
}
