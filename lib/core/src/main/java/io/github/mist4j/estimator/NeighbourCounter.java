package io.github.mist4j.estimator;

import io.github.mist4j.estimator.KsgOptions.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts neighbours in the maximum norm, exactly as comparing all pairs of rows in double
 * arithmetic does: by trees where there are few columns and many rows, else pair by pair. Thread
 * safe.
 */
final class NeighbourCounter {
  private static final int AT_ONCE = 128; // rows of a task
  private static final double TREES_FROM = 10; // rows for the cube of the columns

  private final double[][] x;
  private final double[][] y;
  private final int k;
  private final boolean closed; // whether a radius belongs to what it encloses
  private final boolean inTrees;
  private final Side ofX;
  private final Side ofY;

  /**
   * For a sample.
   *
   * @param x the columns of X, (dx, n)
   * @param y the columns of Y, (dy, n)
   * @param k the number of neighbours, below n
   */
  NeighbourCounter(double[][] x, double[][] y, int k, Algorithm algorithm) {
    this.x = x;
    this.y = y;
    this.k = k;
    closed = algorithm == Algorithm.SECOND;
    inTrees = x[0].length > TREES_FROM * Math.pow(x.length + y.length, 3);
    List<Side> sides =
        inTrees ? Stream.of(x, y).parallel().map(Side::of).toList() : Arrays.asList(null, null);
    ofX = sides.get(0);
    ofY = sides.get(1);
  }

  /** The counts when row order[r] of Y stands beside row r of X. */
  NeighbourCounts counts(int[] order) {
    int n = order.length;
    double[][] ordered = SampleColumns.ordered(y, order);
    var counts = new NeighbourCounts(new int[n], new int[n]);
    var joint = inTrees ? new KdTree(SampleColumns.both(x, ordered)) : null;
    IntStream.range(0, (n + AT_ONCE - 1) / AT_ONCE)
        .parallel()
        .forEach(
            task -> {
              int from = task * AT_ONCE;
              int to = Math.min(n, from + AT_ONCE);
              if (inTrees) {
                searchTrees(joint, ordered, order, from, to, counts);
              } else {
                comparePairs(ordered, from, to, counts);
              }
            });
    return counts;
  }

  /** Rows by their place in the tree: those that follow one another are near. */
  private void searchTrees(
      KdTree joint, double[][] ordered, int[] order, int from, int to, NeighbourCounts counts) {
    KdTree.Search search = joint.new Search(k);
    Near nearX = ofX.near();
    Near nearY = ofY.near();
    for (int place = from; place < to; place++) {
      int row = joint.row(place);
      search.find(row);
      double reachX = closed ? reach(x, row, search.neighbours()) : search.radius();
      double reachY = closed ? reach(ordered, row, search.neighbours()) : search.radius();
      counts.inX()[row] = nearX.count(row, limit(reachX));
      counts.inY()[row] = nearY.count(order[row], limit(reachY));
    }
  }

  private void comparePairs(double[][] ordered, int from, int to, NeighbourCounts counts) {
    var pairs = new PairDistances(x, ordered, k);
    for (int row = from; row < to; row++) {
      pairs.find(row);
      double reachX = closed ? reach(x, row, pairs.neighbours()) : pairs.radius();
      double reachY = closed ? reach(ordered, row, pairs.neighbours()) : pairs.radius();
      counts.inX()[row] = pairs.countX(limit(reachX));
      counts.inY()[row] = pairs.countY(limit(reachY));
    }
  }

  /** What a distance must be below: d ≤ r is d below the next number. */
  private double limit(double radius) {
    return closed ? Math.nextUp(radius) : radius;
  }

  /** The largest distance to some rows in the maximum norm over the columns. */
  private static double reach(double[][] columns, int row, int[] rows) {
    double reach = 0;
    for (int other : rows) {
      for (double[] column : columns) {
        reach = Math.max(reach, Math.abs(column[other] - column[row]));
      }
    }
    return reach;
  }

  /** The median distance to the k-th neighbour over up to so many rows. */
  static double typicalRadius(double[][] x, double[][] y, int k, int most) {
    int n = x[0].length;
    int count = Math.min(n, most);
    double[] radii =
        IntStream.range(0, count)
            .parallel()
            .map(i -> (int) ((long) i * n / count))
            .mapToDouble(
                row -> {
                  var pairs = new PairDistances(x, y, k);
                  pairs.find(row);
                  return pairs.radius();
                })
            .sorted()
            .toArray();
    return radii[count / 2];
  }

  /** Counts the other rows that are nearer to a row than a limit. */
  @FunctionalInterface
  private interface Near {
    int count(int row, double limit);
  }

  /** The rows of one side, made for counting; every thread takes a {@link Near} of its own. */
  @FunctionalInterface
  private interface Side {
    Near near();

    static Side of(double[][] columns) {
      if (columns.length == 1) {
        var sorted = new SortedColumn(columns[0]);
        return () -> sorted::count;
      }
      var tree = new KdTree(columns);
      return () -> tree.new Search(1)::count;
    }
  }
}
