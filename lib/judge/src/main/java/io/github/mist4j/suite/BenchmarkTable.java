package io.github.mist4j.suite;

import io.github.mist4j.evaluation.ErrorTable;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What methods say of the tasks of a suite.
 *
 * <pre>{@code
 * BenchmarkSuite suite = BenchmarkSuite.named("unseen");
 * Evaluation verdict = Mist.evaluate(suite.drawn(500, 2), Mist.estimator(), new Ksg());
 * System.out.println(BenchmarkTable.of(suite, verdict));
 * }</pre>
 *
 * @param suite the suite
 * @param methods the methods
 * @param errors their errors by task
 */
public record BenchmarkTable(BenchmarkSuite suite, List<String> methods, ErrorTable errors) {
  /** The error, in nats, up to which a task counts as met. */
  public static final double CLOSE = 0.1;

  /** Copies the list. */
  public BenchmarkTable {
    methods = List.copyOf(methods);
  }

  /**
   * The table of an evaluation.
   *
   * @param suite the suite
   * @param evaluation of its datasets
   */
  public static BenchmarkTable of(BenchmarkSuite suite, Evaluation evaluation) {
    return new BenchmarkTable(suite, evaluation.methods(), evaluation.errors());
  }

  /** The mean information of a task's datasets, in nats. */
  public double truth(Task task) {
    return methods.stream()
        .flatMap(method -> errors.row(method, task.name()).stream())
        .findFirst()
        .orElseThrow()
        .truth();
  }

  /** A method on a task, if it answered. */
  public Optional<ErrorTable.Row> row(String method, Task task) {
    return errors.row(method, task.name()).filter(row -> row.refused() < row.count());
  }

  /** The mean absolute error of a method over all tasks and seeds, in nats. */
  public double meanAbsoluteError(String method) {
    return errors
        .row(method, ErrorTable.ALL)
        .map(row -> row.errors().meanAbsoluteError())
        .orElse(Double.NaN);
  }

  /** The number of tasks that a method's mean absolute error is at most {@link #CLOSE} on. */
  public long close(String method) {
    return suite.tasks().stream()
        .filter(
            task ->
                row(method, task).filter(r -> r.errors().meanAbsoluteError() <= CLOSE).isPresent())
        .count();
  }

  /** A method's mean error, the tasks it meets, its coverage and its rejections in a line. */
  public String summary(String method) {
    return String.format(
        Locale.ROOT,
        "%s: mean |error| %s, %d of %d tasks within %.1f%s",
        method,
        mean(method),
        close(method),
        suite.tasks().size(),
        CLOSE,
        held(method) + rejected(method));
  }

  /**
   * Aligned text: the mean truth, and every method's mean estimate, mean absolute error and
   * coverage.
   */
  @Override
  public String toString() {
    int width = suite.tasks().stream().mapToInt(task -> task.name().length()).max().orElse(0);
    var text =
        new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s %8s", "nats", "true"));
    methods.forEach(
        m ->
            text.append(
                String.format(Locale.ROOT, " %" + width(m) + "s %7s %8s", m, "|error|", "held")));
    for (Task task : suite.tasks()) {
      double truth = truth(task);
      text.append(String.format(Locale.ROOT, "%n%-" + width + "s %8.4f", task.name(), truth));
      methods.forEach(m -> text.append(cells(m, row(m, task), truth)));
    }
    methods.forEach(m -> text.append(System.lineSeparator()).append(summary(m)));
    return text.toString();
  }

  private String mean(String method) {
    double mean = meanAbsoluteError(method);
    return Double.isNaN(mean) ? "unknown" : String.format(Locale.ROOT, "%.3f nats", mean);
  }

  private String held(String method) {
    return errors
        .row(method, ErrorTable.ALL)
        .filter(row -> row.errors().coverage().isPresent())
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    ", intervals hold %.0f%%",
                    100 * row.errors().coverage().getAsDouble()))
        .orElse("");
  }

  private String rejected(String method) {
    return errors
        .row(method, ErrorTable.ALL)
        .filter(row -> row.rejected().isPresent())
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    ", independence rejected in %.1f%% at %.2f",
                    100 * row.rejected().getAsDouble(),
                    ErrorTable.Row.LEVEL))
        .orElse("");
  }

  /** Of a method's first column, which holds its name. */
  private static int width(String method) {
    return Math.max(16, method.length());
  }

  private static String cells(String method, Optional<ErrorTable.Row> row, double truth) {
    String first = " %" + width(method);
    return row.map(
            r ->
                String.format(
                    Locale.ROOT,
                    first + ".4f %7.4f %8s",
                    truth + r.errors().bias(),
                    r.errors().meanAbsoluteError(),
                    r.errors().coverage().isPresent()
                        ? String.format(
                            Locale.ROOT, "%.0f%%", 100 * r.errors().coverage().getAsDouble())
                        : "-"))
        .orElseGet(() -> String.format(Locale.ROOT, first + "s %7s %8s", "refused", "-", "-"));
  }
}
