package io.github.mist4j.suite;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.ArrayList;
import java.util.List;

/** Independent sides of one and of many columns: what is found there was made up. */
final class IndependentTasks {
  private static final int[][] SHAPES = {{1, 1}, {1, 4}, {3, 3}, {16, 1}, {8, 8}, {16, 16}};

  private IndependentTasks() {}

  static List<Task> all() {
    var tasks = new ArrayList<Task>();
    for (int[] shape : SHAPES) {
      int dx = shape[0];
      int dy = shape[1];
      String columns = "-%s-%s".formatted(dx, dy);
      tasks.add(new Task("normal" + columns, new Normal(Dispersion.identity(dx, dy))));
      tasks.add(new Task("shared-factor" + columns, IndependentSides.sharedFactor(dx, dy)));
      tasks.add(new Task("heavy-tails" + columns, IndependentSides.heavyTails(dx, dy)));
      tasks.add(new Task("levels" + columns, IndependentSides.levels(dx, dy)));
    }
    return tasks;
  }
}
