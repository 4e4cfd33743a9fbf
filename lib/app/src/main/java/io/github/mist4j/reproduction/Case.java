package io.github.mist4j.reproduction;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.file.CsvFile;
import io.github.mist4j.meta.Dataset;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a method says of a dataset, beside the truth.
 *
 * @param part the part of the experiment that the dataset is of
 * @param index its number there
 * @param family its family
 * @param n its rows
 * @param d the columns of X
 * @param truth nats; NaN where it is not known
 * @param method the method's name
 * @param level of the interval
 * @param value nats; NaN where the method refused
 * @param lower nats; NaN where there is no interval
 * @param upper nats; NaN where there is no interval
 * @param seconds the time it took
 */
record Case(
    String part,
    long index,
    String family,
    int n,
    int d,
    double truth,
    String method,
    double level,
    double value,
    double lower,
    double upper,
    double seconds) {
  private static final List<String> NAMES =
      List.of(
          "part", "index", "family", "n", "d", "true_mi", "method", "level", "value", "lower",
          "upper", "seconds");

  /** The line of an answer. */
  static Case of(
      Part part,
      long index,
      Dataset dataset,
      String method,
      double level,
      Estimate estimate,
      double seconds) {
    return of(part, index, dataset, method, level, seconds)
        .with(
            estimate.value(),
            estimate.interval().map(Interval::lower).orElse(Double.NaN),
            estimate.interval().map(Interval::upper).orElse(Double.NaN));
  }

  /** The line of a refusal. */
  static Case of(
      Part part, long index, Dataset dataset, String method, double level, double seconds) {
    return new Case(
        part.name(),
        index,
        dataset.distribution(),
        dataset.sample().n(),
        dataset.sample().dx(),
        dataset.mutualInformation(),
        method,
        level,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        seconds);
  }

  private Case with(double newValue, double newLower, double newUpper) {
    return new Case(
        part, index, family, n, d, truth, method, level, newValue, newLower, newUpper, seconds);
  }

  /** The same at another level, of an interval that is normal around the estimate. */
  Case atLevel(double newLevel) {
    double share = normal(newLevel) / normal(level);
    return new Case(
        part,
        index,
        family,
        n,
        d,
        truth,
        method,
        newLevel,
        value,
        value - share * (value - lower),
        value + share * (upper - value),
        seconds);
  }

  /** How many standard deviations an interval reaches. */
  private static double normal(double level) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + level / 2);
  }

  boolean isAnswered() {
    return !Double.isNaN(value);
  }

  boolean hasInterval() {
    return !Double.isNaN(lower);
  }

  /** Estimate less truth, nats. */
  double error() {
    return value - truth;
  }

  boolean holds() {
    return lower <= truth && truth <= upper;
  }

  /** The first line of a file of them. */
  static String header() {
    return CsvFile.line(NAMES.toArray());
  }

  /** Its line in a file. */
  String line() {
    return CsvFile.line(
        part,
        index,
        family,
        n,
        d,
        cell(truth),
        method,
        cell(level),
        cell(value),
        cell(lower),
        cell(upper),
        String.format(Locale.ROOT, "%.6f", seconds));
  }

  private static String cell(double number) {
    return Double.isNaN(number) ? "" : Double.toString(number);
  }

  /**
   * Reads the line of a file.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Case read(List<String> cells) {
    require(
        cells.size() == NAMES.size(), "a line needs %s cells, had %s", NAMES.size(), cells.size());
    return new Case(
        cells.get(0).intern(), // few, of millions of lines
        Long.parseLong(cells.get(1)),
        cells.get(2).intern(),
        Integer.parseInt(cells.get(3)),
        Integer.parseInt(cells.get(4)),
        number(cells.get(5)),
        cells.get(6).intern(),
        number(cells.get(7)),
        number(cells.get(8)),
        number(cells.get(9)),
        number(cells.get(10)),
        number(cells.get(11)));
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
