package io.github.mist4j.network;

/**
 * How the rows of a tensor fall into groups: row (a, m, c) = (a·length + m)·inner + c, and the
 * group (a, c) = a·inner + c holds the rows of all m.
 *
 * @param outer the range of a
 * @param length the range of m, the size of a group
 * @param inner the range of c
 */
record GroupAxis(int outer, int length, int inner) {
  int rows() {
    return outer * length * inner;
  }

  int groups() {
    return outer * inner;
  }
}
