package io.github.mist4j.evaluation;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** X and Y that have nothing to do with each other, while the columns of a side may have. */
final class IndependentTasks {
  private static final int[][] SHAPES = {{1, 1}, {1, 4}, {3, 3}, {16, 1}, {8, 8}, {16, 16}};
  private static final int LEVELS = 3;

  private IndependentTasks() {}

  static List<BenchmarkTask> all() {
    var tasks = new ArrayList<BenchmarkTask>();
    for (int[] shape : SHAPES) {
      int dx = shape[0];
      int dy = shape[1];
      String columns = "-%d-%d".formatted(dx, dy);
      tasks.add(new BenchmarkTask("normal" + columns, new Normal(Dispersion.identity(dx, dy))));
      tasks.add(task("shared-factor" + columns, dx, dy, IndependentTasks::sharedFactor));
      tasks.add(task("heavy-tails" + columns, dx, dy, IndependentTasks::heavyTails));
      tasks.add(task("levels" + columns, dx, dy, IndependentTasks::levels));
    }
    return tasks;
  }

  /** The columns from one place up to another, all of one side. */
  private interface Side {
    void draw(double[] row, int from, int to, RandomGenerator rng);
  }

  private static BenchmarkTask task(String name, int dx, int dy, Side side) {
    RowSampler rows =
        (row, rng) -> {
          side.draw(row, 0, dx, rng);
          side.draw(row, dx, dx + dy, rng);
        };
    return new BenchmarkTask(name, Simulated.of("independent sides, MI = 0", dx, dy, rows, 0));
  }

  private static void sharedFactor(double[] row, int from, int to, RandomGenerator rng) {
    double factor = rng.nextGaussian();
    for (int c = from; c < to; c++) {
      row[c] = factor + 0.5 * rng.nextGaussian();
    }
  }

  /** Cauchy: normal columns over the length of another one. */
  private static void heavyTails(double[] row, int from, int to, RandomGenerator rng) {
    double scale = Math.abs(rng.nextGaussian());
    for (int c = from; c < to; c++) {
      row[c] = rng.nextGaussian() / scale;
    }
  }

  private static void levels(double[] row, int from, int to, RandomGenerator rng) {
    for (int c = from; c < to; c++) {
      row[c] = rng.nextInt(LEVELS);
    }
  }
}
