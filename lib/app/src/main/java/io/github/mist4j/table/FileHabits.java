package io.github.mist4j.table;

import java.util.List;

/**
 * How a file writes numbers and dates where a column alone does not tell.
 *
 * @param decimal its decimal sign
 * @param told whether an option says so
 * @param shown whether numbers show it
 * @param likely the sign that its kind of file usually has
 * @param dayFirst whether dates have the day before the month
 * @param datesTold whether an option or other dates say so
 */
record FileHabits(
    char decimal, boolean told, boolean shown, char likely, boolean dayFirst, boolean datesTold) {

  static FileHabits of(List<ColumnScan> columns, ReadOptions options, char likely) {
    long dots = columns.stream().filter(ColumnScan::showsDot).count();
    long commas = columns.stream().filter(ColumnScan::showsComma).count();
    char shown = dots == commas ? likely : dots > commas ? '.' : ',';
    boolean days = columns.stream().anyMatch(ColumnScan::showsDayFirst);
    boolean months = columns.stream().anyMatch(ColumnScan::showsMonthFirst);
    char decimal = options.decimal().orElse(shown);
    return new FileHabits(
        decimal,
        options.decimal().isPresent(),
        dots + commas > 0,
        likely,
        options.dayFirst().orElse(days == months ? decimal == ',' : days),
        options.dayFirst().isPresent() || days != months);
  }
}
