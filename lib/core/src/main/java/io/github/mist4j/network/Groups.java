package io.github.mist4j.network;

/** Loops over the groups of rows that an {@link Axis} makes, for one channel. */
final class Groups {
  private Groups() {}

  /** Adds each group's number to all its rows. */
  static void addEach(float[] rows, float[] groups, Axis axis) {
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
  static void addSum(float[] groups, float[] rows, Axis axis, float factor) {
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
  static void max(float[] groups, float[] rows, Axis axis) {
    int inner = axis.inner();
    int at = 0;
    for (int a = 0; a < axis.outer(); a++) {
      if (inner == 1) {
        float max = rows[at];
        for (int m = 1; m < axis.length(); m++) {
          float value = rows[at + m];
          max = value > max ? value : max;
        }
        groups[a] = max;
        at += axis.length();
      } else {
        System.arraycopy(rows, at, groups, a * inner, inner);
        at += inner;
        for (int m = 1; m < axis.length(); m++, at += inner) {
          for (int c = 0; c < inner; c++) {
            float value = rows[at + c];
            int group = a * inner + c;
            groups[group] = value > groups[group] ? value : groups[group];
          }
        }
      }
    }
  }

  /** Adds each group's gradient to the first of its rows that holds the maximum. */
  static void maxBackward(
      float[] rowGradient, float[] rows, float[] groupGradient, float[] maxima, Axis axis) {
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
