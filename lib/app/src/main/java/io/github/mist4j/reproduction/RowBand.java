package io.github.mist4j.reproduction;

import java.util.Arrays;

/** The ranges of rows by which the paper groups its errors. */
enum RowBand {
  FEW("10–99", 55, 100),
  SOME("100–299", 200, 300),
  MANY("300–500", 400, Integer.MAX_VALUE);

  private final String label;
  private final double middle;
  private final int end;

  RowBand(String label, double middle, int end) {
    this.label = label;
    this.middle = middle;
    this.end = end;
  }

  /** In words. */
  String label() {
    return label;
  }

  /** Where it stands on an axis of rows. */
  double middle() {
    return middle;
  }

  static RowBand of(Case c) {
    return Arrays.stream(values()).filter(band -> c.n() < band.end).findFirst().orElseThrow();
  }
}
