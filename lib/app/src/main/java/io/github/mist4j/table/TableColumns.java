package io.github.mist4j.table;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a table that take part where all pairs of columns are asked: numbers, booleans,
 * names and dates that are not constant.
 *
 * @param columns they, in their order
 * @param leftOut why other columns are left out, a sentence for each name
 */
record TableColumns(List<TableColumn> columns, Map<String, String> leftOut) {
  static TableColumns of(List<TableColumn> all) {
    var columns = new ArrayList<TableColumn>();
    var leftOut = new LinkedHashMap<String, String>();
    for (TableColumn candidate : all) {
      if (candidate.refusal().isPresent()) {
        leftOut.put(candidate.name(), "left out: " + candidate.refusal().get());
      } else if (isConstant(candidate.values())) {
        leftOut.put(
            candidate.name(),
            "column '%s' is left out: it is constant or empty".formatted(candidate.name()));
      } else {
        columns.add(candidate);
      }
    }
    return new TableColumns(columns, leftOut);
  }

  /** What tells these columns, a model and options from all others. */
  Fingerprint fingerprint(MistEstimator estimator, EstimateOptions options) {
    var fingerprint = new Fingerprint();
    for (TableColumn column : columns) {
      fingerprint.with(column.name()).with(column.kind().orElseThrow().name());
      column.levels().forEach(fingerprint::with);
      var bytes = ByteBuffer.allocate(Double.BYTES * column.values().length);
      bytes.asDoubleBuffer().put(column.values());
      fingerprint.with(bytes.array());
    }
    return fingerprint
        .with(estimator.identity())
        .with("blocks of %s, seed %s".formatted(options.blockLength(), options.seed()))
        .with(Arrays.toString(Warning.Kind.values()));
  }

  /** Why other columns are left out, in their order. */
  List<String> notes() {
    return List.copyOf(leftOut.values());
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().limit(2).count() < 2;
  }

  int size() {
    return columns.size();
  }

  /** Their names. */
  List<String> names() {
    return columns.stream().map(TableColumn::name).toList();
  }

  int indexOf(String name) {
    return names().indexOf(name);
  }

  /** The rows of the table. */
  int rows() {
    return columns.get(0).values().length;
  }

  /**
   * Two columns in the rows in which both have a value; empty if these are too few, or if a column
   * is constant in them.
   */
  Optional<Sample> pair(int a, int b) {
    List<TableColumn> x = List.of(columns.get(a));
    List<TableColumn> y = List.of(columns.get(b));
    try {
      return Optional.of(ColumnChoice.sample(x, y, ColumnChoice.complete(x, y)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
