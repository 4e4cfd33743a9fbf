package io.github.mist4j.reproduction;

import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

  /** The mean squared errors of a method. */
  static Series errors(String method, Map<RowBand, Cases> bands) {
    return Series.line(
        method,
        bands.keySet().stream().map(RowBand::middle).toList(),
        bands.values().stream().map(b -> b.errors().meanSquaredError()).toList());
  }

  /** The errors of methods on the families of a part. */
  static Panel panel(String part, List<Series> errors) {
    return Panel.of(
        part + " the paper's training families",
        Axis.of("rows").within(0, 500),
        Axis.of("mean squared error, nats²").logarithmic(),
        errors);
  }
}
