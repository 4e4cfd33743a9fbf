package io.github.mist4j.table;

import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.PairQuestions.Pair;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The margins of the columns of a table, each made once for all the pairs that have all rows. */
final class TableMargins {
  private final TableColumns columns;
  private final Map<Integer, RankMargin> known = new ConcurrentHashMap<>();

  TableMargins(TableColumns columns) {
    this.columns = columns;
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
    return known.computeIfAbsent(column, c -> margin(whole.values(), whole.kind().orElseThrow()));
  }

  private static RankMargin margin(double[] values, ColumnKind kind) {
    return kind == ColumnKind.NOMINAL ? RankMargin.ofNames(values) : RankMargin.of(values);
  }
}
