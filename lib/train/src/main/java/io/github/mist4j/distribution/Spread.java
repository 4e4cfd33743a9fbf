package io.github.mist4j.distribution;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A table whose levels are seen as values anywhere in [level, level + 1). */
record Spread(ContingencyTable table) implements Distribution {
  @Override
  public int dx() {
    return table.dx();
  }

  @Override
  public int dy() {
    return table.dy();
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    double[][] columns = table.draw(n, rng);
    for (double[] column : columns) {
      Arrays.setAll(column, r -> column[r] + rng.nextDouble());
    }
    return ColumnDraws.split(columns, dx());
  }

  @Override
  public double mutualInformation() {
    return table.mutualInformation();
  }

  @Override
  public String describe() {
    return "density that is constant on rectangles, " + table.describe();
  }
}
