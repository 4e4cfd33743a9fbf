package io.github.mist4j.estimator;

import java.util.Arrays;
import java.util.concurrent.RecursiveAction;
import java.util.stream.IntStream;

/**
 * A balanced k-d tree over rows, for the maximum norm. Every answer is what comparing the row with
 * all others in double arithmetic gives, to the last bit. Not thread safe in itself: each thread
 * asks through a {@link Search} of its own.
 */
final class KdTree {
  private static final int LEAF = 10; // rows
  private static final int ALONE = 1024; // rows that one thread puts in order

  private final int d;
  private final int n;
  private final int leaves; // the first node without children
  private final int[] rows; // by place
  private final int[] places; // by row
  private final double[] points; // (n, d), by place
  private final double[] low; // (nodes, d): the box of a node
  private final double[] high;
  private final int[]
      starts; // by node, the first place; it ends where the next of its level starts

  /** The tree of some columns, (d, n). */
  KdTree(double[][] columns) {
    d = columns.length;
    n = columns[0].length;
    int depth = 0;
    while ((n >> depth) > LEAF) {
      depth++;
    }
    leaves = (1 << depth) - 1;
    int nodes = 2 * leaves + 1;
    rows = new int[n];
    Arrays.setAll(rows, r -> r);
    low = new double[nodes * d];
    high = new double[nodes * d];
    starts = new int[2 * nodes];
    new Part(columns, 0, 0, n).invoke();
    places = new int[n];
    points = new double[n * d];
    IntStream.range(0, (n + ALONE - 1) / ALONE)
        .parallel()
        .forEach(part -> place(columns, part * ALONE, Math.min(n, (part + 1) * ALONE)));
  }

  private void place(double[][] columns, int from, int to) {
    for (int p = from; p < to; p++) {
      places[rows[p]] = p;
      for (int c = 0; c < d; c++) {
        points[p * d + c] = columns[c][rows[p]];
      }
    }
  }

  /** The building of a node and what lies below it. */
  private final class Part extends RecursiveAction {
    private static final long serialVersionUID = 1;

    private final transient double[][] columns;
    private final int node;
    private final int from;
    private final int to;

    Part(double[][] columns, int node, int from, int to) {
      this.columns = columns;
      this.node = node;
      this.from = from;
      this.to = to;
    }

    @Override
    protected void compute() {
      if (to - from <= ALONE) {
        build(columns, node, from, to);
        return;
      }
      int middle = divide(columns, node, from, to);
      invokeAll(
          new Part(columns, 2 * node + 1, from, middle),
          new Part(columns, 2 * node + 2, middle, to));
    }
  }

  private void build(double[][] columns, int node, int from, int to) {
    int middle = divide(columns, node, from, to);
    if (node < leaves) {
      build(columns, 2 * node + 1, from, middle);
      build(columns, 2 * node + 2, middle, to);
    }
  }

  /** Measures a node and puts its rows in order around its middle unless it is a leaf. */
  private int divide(double[][] columns, int node, int from, int to) {
    starts[2 * node] = from;
    starts[2 * node + 1] = to;
    int widest = 0;
    double width = -1;
    for (int c = 0; c < d; c++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      double[] column = columns[c];
      for (int p = from; p < to; p++) {
        double v = column[rows[p]];
        least = Math.min(least, v);
        most = Math.max(most, v);
      }
      low[node * d + c] = least;
      high[node * d + c] = most;
      if (most - least > width) {
        width = most - least;
        widest = c;
      }
    }
    int middle = (from + to) >>> 1;
    if (node < leaves) {
      select(columns[widest], from, to, middle);
    }
    return middle;
  }

  /** Hoare's selection: places below {@code middle} hold no larger value than those from it on. */
  private void select(double[] column, int from, int to, int middle) {
    int left = from;
    int right = to - 1;
    while (left < right) {
      double pivot = column[rows[(left + right) >>> 1]];
      int i = left;
      int j = right;
      while (i <= j) {
        while (column[rows[i]] < pivot) {
          i++;
        }
        while (column[rows[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int row = rows[i];
          rows[i] = rows[j];
          rows[j] = row;
          i++;
          j--;
        }
      }
      if (middle <= j) {
        right = j;
      } else if (middle >= i) {
        left = i;
      } else {
        return;
      }
    }
  }

  /** The row at a place: rows at near places are near, so asking in this order is quick. */
  int row(int place) {
    return rows[place];
  }

  /** One thread's questions. */
  final class Search {
    private final double[] at = new double[d];
    private final double[] nearest;
    private final int[] nearestRows;
    private int self;

    /** For up to k neighbours. */
    Search(int k) {
      nearest = new double[k];
      nearestRows = new int[k];
    }

    private void moveTo(int row) {
      self = places[row];
      System.arraycopy(points, self * d, at, 0, d);
    }

    /** Finds the k nearest other rows; of equally far ones those that come first. */
    void find(int row) {
      moveTo(row);
      Arrays.fill(nearest, Double.POSITIVE_INFINITY);
      Arrays.fill(nearestRows, Integer.MAX_VALUE);
      visit(0);
    }

    /** The distance to the k-th neighbour found. */
    double radius() {
      return nearest[nearest.length - 1];
    }

    /** The rows of the neighbours found, the nearest first, (k). */
    int[] neighbours() {
      return nearestRows;
    }

    private void visit(int node) {
      if (node >= leaves) {
        visitLeaf(starts[2 * node], starts[2 * node + 1]);
        return;
      }
      int first = 2 * node + 1;
      int second = first + 1;
      double toFirst = toBox(first);
      double toSecond = toBox(second);
      if (toSecond < toFirst || (toSecond == toFirst && self >= starts[2 * second])) {
        int swap = first;
        first = second;
        second = swap;
        double distance = toFirst;
        toFirst = toSecond;
        toSecond = distance;
      }
      if (toFirst <= radius()) {
        visit(first);
      }
      if (toSecond <= radius()) {
        visit(second);
      }
    }

    private void visitLeaf(int from, int to) {
      for (int p = from; p < to; p++) {
        double distance = distance(p);
        if (distance <= radius() && p != self) {
          insert(distance, rows[p]);
        }
      }
    }

    private double distance(int place) {
      double distance = 0;
      int base = place * d;
      for (int c = 0; c < d; c++) {
        distance = Math.max(distance, Math.abs(points[base + c] - at[c]));
      }
      return distance;
    }

    private void insert(double distance, int row) {
      int last = nearest.length - 1;
      if (distance == nearest[last] && row > nearestRows[last]) {
        return;
      }
      int k = last;
      while (k > 0
          && (nearest[k - 1] > distance
              || (nearest[k - 1] == distance && nearestRows[k - 1] > row))) {
        nearest[k] = nearest[k - 1];
        nearestRows[k] = nearestRows[k - 1];
        k--;
      }
      nearest[k] = distance;
      nearestRows[k] = row;
    }

    /** The least distance to a point of a node's box. */
    private double toBox(int node) {
      double distance = 0;
      int base = node * d;
      for (int c = 0; c < d; c++) {
        double beyond = Math.max(low[base + c] - at[c], at[c] - high[base + c]);
        distance = Math.max(distance, beyond);
      }
      return distance;
    }

    /** The largest distance to a point of a node's box. */
    private double across(int node) {
      double distance = 0;
      int base = node * d;
      for (int c = 0; c < d; c++) {
        double far = Math.max(at[c] - low[base + c], high[base + c] - at[c]);
        distance = Math.max(distance, far);
      }
      return distance;
    }

    /** How many other rows are nearer than the limit. */
    int count(int row, double limit) {
      moveTo(row);
      return limit > 0 ? countIn(0, limit) - 1 : 0;
    }

    private int countIn(int node, double limit) {
      if (toBox(node) >= limit) {
        return 0;
      }
      int from = starts[2 * node];
      int to = starts[2 * node + 1];
      if (across(node) < limit) {
        return to - from;
      }
      if (node < leaves) {
        return countIn(2 * node + 1, limit) + countIn(2 * node + 2, limit);
      }
      int count = 0;
      for (int p = from; p < to; p++) {
        count += distance(p) < limit ? 1 : 0;
      }
      return count;
    }
  }
}
