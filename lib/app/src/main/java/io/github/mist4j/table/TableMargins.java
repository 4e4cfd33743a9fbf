package io.github.mist4j.table;

import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.PairQuestions.Pair;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The margins of the columns of a table, each made once for many pairs that have all rows. Where
 * memory does not suffice for all of them, the earlier ones are made again when they are asked for.
 */
final class TableMargins {
  private static final long BYTES = 256L << 20; // of all margins that are held
  private static final int BYTES_PER_ROW = 264; // 32 functions of distinct values, and their ranks
  private static final int FEWEST = 8; // two threads with a pair each, twice

  private final TableColumns columns;
  private final int most;
  private final Map<Integer, RankMargin> known = new ConcurrentHashMap<>();

  TableMargins(TableColumns columns) {
    this.columns = columns;
    most = most(columns.rows());
  }

  /** How many margins of so many rows are held. */
  static int most(int rows) {
    return (int) Math.max(FEWEST, Math.min(128, BYTES / ((long) BYTES_PER_ROW * rows)));
  }

  /**
   * The chance of so much dependence between two columns if they were independent.
   *
   * @param sample the two columns in the rows in which both have a value
   * @param stopped asked often
   */
  double pValue(Pair pair, Sample sample, BooleanSupplier stopped) {
    Sample once = sample.withoutRepeatedRows();
    return once.n() == columns.rows()
        ? whole(pair.x()).pValue(whole(pair.y()), stopped)
        : margin(once.x(0), once.xKinds().get(0))
            .pValue(margin(once.y(0), once.yKinds().get(0)), stopped);
  }

  private RankMargin whole(int column) {
    TableColumn whole = columns.columns().get(column);
    if (known.size() >= most && !known.containsKey(column)) {
      known.clear();
    }
    return known.computeIfAbsent(column, c -> margin(whole.values(), whole.kind().orElseThrow()));
  }

  private static RankMargin margin(double[] values, ColumnKind kind) {
    return kind == ColumnKind.NOMINAL ? RankMargin.ofNames(values) : RankMargin.of(values);
  }
}
