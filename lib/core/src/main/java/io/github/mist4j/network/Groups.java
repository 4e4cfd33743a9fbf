package io.github.mist4j.network;

/** Loops over the groups of rows that an {@link GroupAxis} makes, for one channel. */
final class Groups {
  private Groups() {}

  /** Adds each group's number to all its rows. */
  static void addEach(float[] rows, float[] groups, GroupAxis axis) {
    int inner = axis.inner();
    int at = 0;
    for (int a = 0; a < axis.outer(); a++) {
      if (inner == 1) {
        float value = groups[a];
        for (int m = 0; m < axis.length(); m++) {
          rows[at + m] += value;
        }
        at += axis.length();
      } else {
        for (int m = 0; m < axis.length(); m++, at += inner) {
          for (int c = 0; c < inner; c++) {
            rows[at + c] += groups[a * inner + c];
          }
        }
      }
    }
  }

  /** Adds {@code factor} times the sum of each group's rows to its number. */
  static void addSum(float[] groups, float[] rows, GroupAxis axis, float factor) {
    int inner = axis.inner();
    int at = 0;
    for (int a = 0; a < axis.outer(); a++) {
      if (inner == 1) {
        float sum = 0;
        for (int m = 0; m < axis.length(); m++) {
          sum += rows[at + m];
        }
        groups[a] += factor * sum;
        at += axis.length();
      } else {
        for (int m = 0; m < axis.length(); m++, at += inner) {
          for (int c = 0; c < inner; c++) {
            groups[a * inner + c] += factor * rows[at + c];
          }
        }
      }
    }
  }

  /** The largest of each group's rows. */
  static void max(float[] groups, float[] rows, GroupAxis axis) {
    int inner = axis.inner();
    int at = 0;
    for (int a = 0; a < axis.outer(); a++) {
      if (inner == 1) {
        groups[a] = largest(rows, at, at + axis.length());
        at += axis.length();
      } else {
        int first = a * inner;
        System.arraycopy(rows, at, groups, first, inner);
        at += inner;
        for (int m = 1; m < axis.length(); m++, at += inner) {
          for (int c = 0; c < inner; c++) {
            groups[first + c] = Math.max(groups[first + c], rows[at + c]);
          }
        }
      }
    }
  }

  /** In four strands, as each comparison waits for the one before. */
  private static float largest(float[] rows, int from, int to) {
    float max0 = rows[from];
    float max1 = max0;
    float max2 = max0;
    float max3 = max0;
    int r = from;
    for (; r + 4 <= to; r += 4) {
      max0 = Math.max(max0, rows[r]);
      max1 = Math.max(max1, rows[r + 1]);
      max2 = Math.max(max2, rows[r + 2]);
      max3 = Math.max(max3, rows[r + 3]);
    }
    for (; r < to; r++) {
      max0 = Math.max(max0, rows[r]);
    }
    return Math.max(Math.max(max0, max1), Math.max(max2, max3));
  }

  /** Adds each group's gradient to the first of its rows that holds the maximum. */
  static void maxBackward(
      float[] rowGradient, float[] rows, float[] groupGradient, float[] maxima, GroupAxis axis) {
    int inner = axis.inner();
    for (int a = 0; a < axis.outer(); a++) {
      int first = a * axis.length() * inner;
      for (int c = 0; c < inner; c++) {
        int group = a * inner + c;
        int at = first + c;
        while (rows[at] != maxima[group]) {
          at += inner;
        }
        rowGradient[at] += groupGradient[group];
      }
    }
  }
}
