package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * The columns of a table that together say most about a target, one more at each step, without
 * those that say nothing new.
 *
 * <pre>{@code
 * Mist.select(homes, "price", 5)
 * // 1. area: 0.412 nats; 2. age: 0.530 nats, 0.118 more; no other column was found to add to these
 * }</pre>
 *
 * <p>A column that says something only together with another that has not been selected is not
 * found.
 *
 * @param target the column that is asked about
 * @param steps the columns in the order in which they were selected
 * @param notes how it ended, and what was left out and why
 */
public record Selection(String target, List<Step> steps, List<String> notes) {

  /** What decides which of the columns that say something new comes next. */
  public enum Criterion {
    /** I(selected columns and this one; target): the information itself. */
    INFORMATION,
    /**
     * I(this one; target) less its mean information with the selected ones: least redundancy (Peng,
     * Long and Ding, 2005, <i>Feature selection based on mutual information</i>). It needs pairs
     * alone.
     */
    MRMR,
    /**
     * The sum of I(this one and a selected one; target) (Yang and Moody, 1999, <i>Data
     * visualization and feature selection</i>; joint mutual information).
     */
    JMI
  }

  /**
   * A selected column.
   *
   * @param name the column
   * @param estimate what it and those before it say together about the target, nats
   * @param gain how much more that is than without it, nats
   * @param pValue the chance of so much dependence on what the columns before it leave of the
   *     target, in the best of all candidates, if none said anything new
   */
  public record Step(String name, Estimate estimate, double gain, double pValue) {}

  /** Copies the lists. */
  public Selection {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /**
   * Selects columns until there are enough or none says anything new.
   *
   * @param most how many columns at most
   * @param options the level of the intervals, blocks of rows that depend on each other, and who
   *     hears of the questions; if that or an interrupt stops this, it ends with the columns
   *     selected so far
   * @throws IllegalArgumentException if the target is no column that can be asked about, there is
   *     no other, no column is asked for, permutations or half samples are, which are for one
   *     question, or blocks are too long for the rows
   */
  public static Selection of(
      Table table,
      String target,
      int most,
      Criterion criterion,
      MistEstimator estimator,
      EstimateOptions options) {
    return of(WholeTable.of(table), target, most, criterion, estimator, options);
  }

  /**
   * The same of a file, or of some of its columns.
   *
   * @param columns as in {@link TableSample}; none for all
   */
  public static Selection of(
      TableFile file,
      List<String> columns,
      String target,
      int most,
      Criterion criterion,
      MistEstimator estimator,
      EstimateOptions options) {
    WholeTable some = WholeTable.of(file).withColumns(columns);
    return of(some, target, most, criterion, estimator, options);
  }

  private static Selection of(
      WholeTable table,
      String target,
      int most,
      Criterion criterion,
      MistEstimator estimator,
      EstimateOptions options) {
    require(most >= 1, "most must be at least 1 column, was %s", most);
    require(criterion != null, "criterion must be given, was null");
    require(options != null, "options must be given, was null");
    require(
        options.permutations() == 0 && options.halves() == 0,
        "columns are selected without permutations and half samples, was asked for %d and %d",
        options.permutations(),
        options.halves());
    Selection selection =
        new ForwardSelection(CompleteColumns.of(table, target), criterion, estimator, options)
            .select(most);
    return selection.withWarnings();
  }

  /** With what the estimate of all selected columns warns of, as further notes. */
  private Selection withWarnings() {
    if (steps.isEmpty()) {
      return this;
    }
    Estimate last = steps.get(steps.size() - 1).estimate();
    var more = new ArrayList<>(notes);
    last.warnings().forEach(w -> more.add(w.sentence()));
    return new Selection(target, steps, more);
  }

  /** The names of the selected columns. */
  public List<String> names() {
    return steps.stream().map(Step::name).toList();
  }

  /** A line for every step, then the notes. */
  @Override
  public String toString() {
    return "about %s:%s%s"
        .formatted(
            target,
            steps.stream()
                .map(
                    step ->
                        String.format(
                            Locale.ROOT,
                            "%n%s: %.3f more, p = %.2g; together %s",
                            step.name,
                            step.gain,
                            step.pValue,
                            step.estimate.summary()))
                .collect(Collectors.joining()),
            notes.stream().map(note -> "\n" + note).collect(Collectors.joining()));
  }
}
