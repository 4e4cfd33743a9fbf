package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.model.Errors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The errors of methods on a meta-dataset: over all datasets, by number of rows, by number of
 * columns, by split, by split and number of rows, and by family.
 *
 * <pre>{@code
 * ErrorTable.Row row = verdict.errors().row("ksg", ErrorTable.ALL).orElseThrow();
 * double nats = row.errors().meanAbsoluteError();
 * }</pre>
 *
 * @param rows one row a method and group
 */
public record ErrorTable(List<Row> rows) {
  /** The group of all datasets. */
  public static final String ALL = "all";

  /**
   * The errors of a method over some datasets.
   *
   * @param method the method's name
   * @param errors over the datasets that it did not refuse
   * @param refused how many datasets it refused
   * @param truth the mean information of all, nats
   * @param seconds the mean time of an estimate
   * @param rejected the share of permutation tests that reject independence at {@value #LEVEL};
   *     empty where there were none
   */
  public record Row(
      String method,
      Errors errors,
      int refused,
      double truth,
      double seconds,
      OptionalDouble rejected) {
    /** The level of the tests. */
    public static final double LEVEL = 0.05;

    private static Row of(String method, String group, List<Case> cases) {
      List<Case> answered = cases.stream().filter(Case::answered).toList();
      return new Row(
          method,
          Errors.of(group, answered, Case::error, Case::holds),
          cases.size() - answered.size(),
          mean(cases, Case::truth),
          mean(answered, j -> j.prediction().seconds()),
          answered.stream()
              .flatMapToDouble(j -> j.prediction().pValue().stream())
              .map(p -> p <= LEVEL ? 1 : 0)
              .average());
    }

    /** What the datasets have in common, {@code "split IMD"} for instance. */
    public String group() {
      return errors.group();
    }

    /** How many datasets there are, those refused too. */
    public int count() {
      return errors.count() + refused;
    }

    private static double mean(List<Case> cases, ToDoubleFunction<Case> value) {
      return cases.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
  }

  /** Ranges of the number of rows; 500 itself, the most of the MIST paper, counts as large. */
  private enum Band {
    TINY("n < 10", 10),
    SMALL("n in [10, 100)", 100),
    MEDIUM("n in [100, 300)", 300),
    LARGE("n in [300, 500]", 501),
    HUGE("n > 500", Integer.MAX_VALUE);

    final String label;
    final int end;

    Band(String label, int end) {
      this.label = label;
      this.end = end;
    }

    static Band of(int n) {
      return Arrays.stream(values()).filter(band -> n < band.end).findFirst().orElse(HUGE);
    }
  }

  /** Ranges of the number of columns of both sides. */
  private enum Width {
    TWO("dx + dy = 2", 3),
    FEW("dx + dy in [3, 8)", 8),
    SOME("dx + dy in [8, 20)", 20),
    MANY("dx + dy in [20, 40)", 40),
    MOST("dx + dy >= 40", Integer.MAX_VALUE);

    final String label;
    final int end;

    Width(String label, int end) {
      this.label = label;
      this.end = end;
    }

    static Width of(int columns) {
      return Arrays.stream(values()).filter(w -> columns < w.end).findFirst().orElse(MOST);
    }
  }

  /** A prediction beside the truth. */
  private record Case(MetaDatasetRow row, Prediction prediction) {
    double truth() {
      return row.mutualInformation();
    }

    double error() {
      return prediction.value().getAsDouble() - truth();
    }

    boolean answered() {
      return prediction.value().isPresent();
    }

    OptionalDouble holds() {
      return prediction.interval().stream()
          .mapToDouble(i -> i.lower() <= truth() && truth() <= i.upper() ? 1 : 0)
          .findFirst();
    }
  }

  /** Copies the rows. */
  public ErrorTable {
    rows = List.copyOf(rows);
  }

  /**
   * The errors of predictions.
   *
   * @param datasets the datasets with the truth
   * @param predictions predictions of these datasets
   * @throws IllegalArgumentException if a prediction is of another dataset
   */
  public static ErrorTable of(List<MetaDatasetRow> datasets, List<Prediction> predictions) {
    Map<Long, MetaDatasetRow> byIdx = new HashMap<>();
    datasets.forEach(row -> byIdx.put(row.idx(), row));
    Map<String, List<Case>> byMethod = new LinkedHashMap<>();
    for (Prediction prediction : predictions) {
      MetaDatasetRow row = byIdx.get(prediction.idx());
      require(row != null, "there is a prediction of dataset %d, which is none", prediction.idx());
      byMethod
          .computeIfAbsent(prediction.method(), m -> new ArrayList<>())
          .add(new Case(row, prediction));
    }
    var rows = new ArrayList<Row>();
    byMethod.forEach((method, cases) -> addRows(rows, method, cases));
    return new ErrorTable(rows);
  }

  /** The row of a method and group, if there is one. */
  public Optional<Row> row(String method, String group) {
    return rows.stream()
        .filter(row -> row.method().equals(method) && row.group().equals(group))
        .findFirst();
  }

  private static void addRows(List<Row> rows, String method, List<Case> cases) {
    Function<Case, Optional<Band>> band = c -> Optional.of(Band.of(c.row().n()));
    Function<Case, Optional<String>> split = c -> c.row().split().map(s -> "split " + s);
    rows.add(Row.of(method, ALL, cases));
    groups(cases, band).forEach((b, group) -> rows.add(Row.of(method, b.label, group)));
    groups(cases, c -> Optional.of(Width.of(c.row().dx() + c.row().dy())))
        .forEach((w, group) -> rows.add(Row.of(method, w.label, group)));
    groups(cases, split)
        .forEach(
            (s, group) -> {
              rows.add(Row.of(method, s, group));
              groups(group, band)
                  .forEach((b, part) -> rows.add(Row.of(method, s + ", " + b.label, part)));
            });
    groups(cases, c -> c.row().distribution())
        .forEach((family, group) -> rows.add(Row.of(method, family, group)));
  }

  private static <K extends Comparable<K>> Map<K, List<Case>> groups(
      List<Case> cases, Function<Case, Optional<K>> key) {
    return cases.stream()
        .filter(c -> key.apply(c).isPresent())
        .collect(
            Collectors.groupingBy(
                c -> key.apply(c).orElseThrow(), TreeMap::new, Collectors.toList()));
  }

  /** Aligned text, one table a method. */
  @Override
  public String toString() {
    int width = rows.stream().mapToInt(row -> row.group().length()).max().orElse(0);
    var text = new StringBuilder();
    String method = null;
    for (Row row : rows) {
      if (!row.method().equals(method)) {
        text.append(method == null ? "" : "\n");
        method = row.method();
        text.append(
            line(
                width,
                method,
                "datasets",
                "refused",
                "MSE",
                "|error|",
                "bias",
                "variance",
                "coverage",
                "ms"));
      }
      text.append(
          line(
              width,
              row.group(),
              Integer.toString(row.count()),
              Integer.toString(row.refused()),
              number(row.errors().meanSquaredError()),
              number(row.errors().meanAbsoluteError()),
              number(row.errors().bias()),
              number(row.errors().variance()),
              row.errors().coverage().isPresent()
                  ? String.format(
                      Locale.ROOT, "%.1f%%", 100 * row.errors().coverage().getAsDouble())
                  : "-",
              Double.isNaN(row.seconds())
                  ? "-"
                  : String.format(Locale.ROOT, "%.2f", 1000 * row.seconds())));
    }
    return text.toString().stripTrailing();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String line(int width, String first, String... cells) {
    var line =
        new StringBuilder(String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", first));
    for (String cell : cells) {
      line.append(String.format(Locale.ROOT, " %9s", cell));
    }
    return line.append('\n').toString();
  }
}
