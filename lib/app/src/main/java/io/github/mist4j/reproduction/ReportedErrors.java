package io.github.mist4j.reproduction;

import java.util.Map;

/**
 * Mean squared errors, nats², that are known of the MIST paper's network of 5.5 million weights on
 * its own draw of its test grids.
 */
final class ReportedErrors {
  /** The name of the paper's network in tables and pictures. */
  static final String NETWORK = "the paper's MIST, 5.5 M";

  private static final Map<String, Double> OF_ALL =
      Map.of(Part.INSIDE, 0.7508, Part.OUTSIDE, 7.6679);
  private static final Map<RowBand, Double> INSIDE =
      Map.of(RowBand.FEW, 3.1, RowBand.SOME, 0.34, RowBand.MANY, 0.28);

  private ReportedErrors() {}

  /** Over all datasets of a grid; NaN where it is not known. */
  static double ofAll(String part) {
    return OF_ALL.getOrDefault(part, Double.NaN);
  }

  /** Over those of some numbers of rows; NaN where it is not known. */
  static double of(String part, RowBand band) {
    return part.equals(Part.INSIDE) ? INSIDE.getOrDefault(band, Double.NaN) : Double.NaN;
  }
}
