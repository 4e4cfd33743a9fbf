package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of some datasets, side by side at the same positions.
 *
 * @param datasets as they are
 * @param n the most rows of one
 * @param dx the most columns of X
 * @param dy the most columns of Y
 */
record PaddedColumns(List<SetColumns> datasets, int n, int dx, int dy) {
  static PaddedColumns of(List<SetColumns> datasets) {
    return new PaddedColumns(
        datasets,
        datasets.stream().mapToInt(SetColumns::n).max().orElseThrow(),
        datasets.stream().mapToInt(set -> set.x().length).max().orElseThrow(),
        datasets.stream().mapToInt(set -> set.y().length).max().orElseThrow());
  }

  /** Whether some dataset has fewer columns than there is room for. */
  boolean padded() {
    return datasets.stream().anyMatch(set -> set.x().length < dx || set.y().length < dy);
  }

  /** The values, 0 where there are none, (datasets, n, dx + dy). */
  float[] values() {
    int d = dx + dy;
    var values = new float[datasets.size() * n * d];
    for (int b = 0; b < datasets.size(); b++) {
      SetColumns set = datasets.get(b);
      for (int c = 0; c < set.d(); c++) {
        float[] column = set.values(c);
        int at = b * n * d + place(set, c);
        for (int r = 0; r < column.length; r++) {
          values[at + r * d] = column[r];
        }
      }
    }
    return values;
  }

  /** What is added to the logits of columns that are not there, else 0, (datasets, dx + dy). */
  float[] never(double amount) {
    int d = dx + dy;
    var never = new float[datasets.size() * d];
    Arrays.fill(never, (float) amount);
    for (int b = 0; b < datasets.size(); b++) {
      SetColumns set = datasets.get(b);
      for (int c = 0; c < set.d(); c++) {
        never[b * d + place(set, c)] = 0;
      }
    }
    return never;
  }

  private int place(SetColumns set, int column) {
    return column < set.x().length ? column : dx + column - set.x().length;
  }
}
