package io.github.mist4j.table;

import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A target beside other columns, once selected ones are taken away from both. Names are taken away
 * whole, and of names nothing is taken away: they are compared with what is left of the other.
 *
 * @param given the selected columns, empty where there is none
 * @param target what is left of the target
 */
record Conditioned(CompleteColumns table, Optional<RankMargin.Given> given, RankMargin target) {

  static Conditioned on(CompleteColumns table, List<Integer> selected) {
    Optional<RankMargin.Given> given =
        selected.isEmpty()
            ? Optional.empty()
            : Optional.of(RankMargin.given(columns(table.sample(selected, table.target()))));
    return new Conditioned(table, given, margin(table, table.target(), given, 0));
  }

  private static double[][] columns(Sample selected) {
    Sample numbers = selected.withIndicators();
    return IntStream.range(0, numbers.dx()).mapToObj(numbers::x).toArray(double[][]::new);
  }

  /**
   * The chance of so much dependence of the target and a column, if it said nothing new.
   *
   * @param blockLength how many consecutive rows depend on each other
   */
  double pValue(int column, int blockLength, BooleanSupplier stopped) {
    TableColumn asked = table.columns().get(column);
    boolean bothNamed = isNamed(asked) && isNamed(table.target());
    return given.isPresent() && bothNamed
        ? rest(table, asked, given.get(), 1 + column)
            .pValue(rest(table, table.target(), given.get(), 0), blockLength, stopped)
        : margin(table, asked, given, 1 + column).pValue(target, blockLength, stopped);
  }

  private static RankMargin margin(
      CompleteColumns table, TableColumn column, Optional<RankMargin.Given> given, long place) {
    return isNamed(column)
        ? RankMargin.ofNames(table.values(column))
        : given
            .map(from -> rest(table, column, from, place))
            .orElseGet(() -> RankMargin.of(table.values(column)));
  }

  private static RankMargin rest(
      CompleteColumns table, TableColumn column, RankMargin.Given given, long place) {
    return given.restOf(table.values(column), RandomStreams.of(0, place)); // own orders of ties
  }

  private static boolean isNamed(TableColumn column) {
    return column.kind().orElseThrow() == ColumnKind.NOMINAL;
  }
}
