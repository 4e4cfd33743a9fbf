package io.github.mist4j.deep;

import io.github.mist4j.deep.FitOptions.Batches;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The rows of one step after the other. */
final class Batcher {
  private final int[] rows;
  private final int size;
  private final Batches how;
  private final RandomGenerator rng;
  private int[] order = {};
  private int next;

  Batcher(int[] rows, int size, Batches how, RandomGenerator rng) {
    this.rows = rows;
    this.size = size;
    this.how = how;
    this.rng = rng;
  }

  int[] next() {
    if (how == Batches.WITH_REPLACEMENT) {
      return rng.ints(size, 0, rows.length).map(r -> rows[r]).toArray();
    }
    if (next + size > order.length) { // what is left of a round is less than a batch
      order = Ranks.shuffled(rows.length, rng);
      next = 0;
    }
    next += size;
    return Arrays.stream(order, next - size, next).map(r -> rows[r]).toArray();
  }
}
