package io.github.mist4j.deep;

import java.util.List;

/**
 * How the rows of a tensor fall into sets, one a dataset, one after the other: nothing is padded.
 *
 * @param starts the first row of each set, and the number of all rows, (count + 1)
 */
record Sets(int[] starts) {
  /** Sets of some sizes. */
  static Sets of(List<Integer> sizes) {
    var starts = new int[sizes.size() + 1];
    for (int b = 0; b < sizes.size(); b++) {
      starts[b + 1] = starts[b] + sizes.get(b);
    }
    return new Sets(starts);
  }

  /** So many sets of one size. */
  static Sets of(int count, int size) {
    return of(java.util.Collections.nCopies(count, size));
  }

  int count() {
    return starts.length - 1;
  }

  int from(int b) {
    return starts[b];
  }

  int size(int b) {
    return starts[b + 1] - starts[b];
  }

  int rows() {
    return starts[count()];
  }
}
