package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.Watcher;
import io.github.mist4j.Watcher.Progress;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.network.MistEstimator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The mutual information of every pair of columns of a table, with p-values of independence and
 * their false discovery rate.
 *
 * @param columns the columns that took part
 * @param pairs one for every two of them that could be asked, in the order of the columns
 * @param notes what was left out and why
 */
public record Pairwise(List<String> columns, List<Pair> pairs, List<String> notes) {
  private static final int AT_ONCE = 32;
  private static final int SHOWN = 10;

  /** The q-value up to which a pair counts as dependent. */
  public static final double LEVEL = 0.05;

  /**
   * Two columns.
   *
   * @param a the place of the one among the columns
   * @param b the place of the other, which is larger
   * @param n the rows in which both have a value
   * @param value the estimate, nats
   * @param pValue the chance of so high an estimate if they were independent
   * @param qValue the least false discovery rate at which the pair is called dependent
   */
  public record Pair(int a, int b, int n, double value, double pValue, double qValue) {}

  private record Asked(int a, int b, int n, double value, double pValue) {}

  /** Copies the lists. */
  public Pairwise {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /**
   * Asks every pair of columns that hold numbers or booleans; where a cell is missing, a pair goes
   * on with the rows in which both have a value. An interrupt ends it with the pairs asked so far.
   *
   * @throws IllegalArgumentException if fewer than two columns can take part
   */
  public static Pairwise of(Table table, MistEstimator estimator, Watcher watcher) {
    TableColumns columns = TableColumns.of(table);
    require(
        columns.size() >= 2,
        "pairs need at least two columns of numbers that vary, had %d%s",
        columns.size(),
        columns.notes().isEmpty() ? "" : ": " + String.join("; ", columns.notes()));
    int count = columns.size();
    List<int[]> all =
        IntStream.range(0, count)
            .boxed()
            .flatMap(a -> IntStream.range(a + 1, count).mapToObj(b -> new int[] {a, b}))
            .toList();
    var notes = new ArrayList<>(columns.notes());
    List<Asked> asked = ask(columns, all, estimator, watcher, notes);
    double[] q = FalseDiscovery.qValues(asked.stream().mapToDouble(Asked::pValue).toArray());
    List<Pair> pairs =
        IntStream.range(0, q.length)
            .mapToObj(
                i -> {
                  Asked pair = asked.get(i);
                  return new Pair(pair.a, pair.b, pair.n, pair.value, pair.pValue, q[i]);
                })
            .toList();
    return new Pairwise(columns.names(), pairs, notes);
  }

  private static List<Asked> ask(
      TableColumns columns,
      List<int[]> all,
      MistEstimator estimator,
      Watcher watcher,
      List<String> notes) {
    int rows = columns.values().get(0).length;
    var none = NullEstimates.of(estimator);
    var stopped = new AtomicBoolean();
    var asked = new ArrayList<Asked>();
    int empty = 0;
    int partial = 0;
    long start = System.nanoTime();
    try (Watcher.Watch watch = watcher.watch(() -> stopped.set(true))) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        if (stopped.get() || Thread.interrupted()) {
          notes.add("stopped after %d of %d pairs".formatted(from, all.size()));
          break;
        }
        List<int[]> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        List<Optional<Asked>> answers =
            some.stream().parallel().map(p -> ask(columns, p, estimator, none, rows)).toList();
        for (Optional<Asked> answer : answers) {
          empty += answer.isEmpty() ? 1 : 0;
          partial += answer.isPresent() && answer.get().n < rows ? 1 : 0;
          answer.ifPresent(asked::add);
        }
        int done = from + some.size();
        watch.show(new Progress("pairs", done, all.size(), (System.nanoTime() - start) / 1e9));
      }
    }
    if (empty > 0) {
      notes.add(
          "%d pairs have too few rows in which both columns have a value, or do not vary there"
              .formatted(empty));
    }
    if (partial > 0) {
      notes.add("%d pairs go without the rows in which a cell is missing".formatted(partial));
    }
    return asked;
  }

  private static Optional<Asked> ask(
      TableColumns columns, int[] pair, MistEstimator estimator, NullEstimates none, int rows) {
    return columns
        .pair(pair[0], pair[1])
        .map(
            sample -> {
              Estimate estimate = estimator.estimate(sample);
              double p = none.pValue(estimate.value(), sample.n(), rows);
              return new Asked(pair[0], pair[1], sample.n(), estimate.value(), p);
            });
  }

  /** The pairs from the largest estimate down. */
  public List<Pair> strongest() {
    return pairs.stream().sorted(Comparator.comparingDouble(Pair::value).reversed()).toList();
  }

  /** The pairs that are called dependent at a false discovery rate of {@link #LEVEL}. */
  public List<Pair> dependent() {
    return strongest().stream().filter(pair -> pair.qValue <= LEVEL).toList();
  }

  /** The estimates as a matrix, NaN where there is none and on the diagonal, (columns, columns). */
  public double[][] matrix() {
    var matrix = new double[columns.size()][columns.size()];
    for (double[] row : matrix) {
      Arrays.fill(row, Double.NaN);
    }
    for (Pair pair : pairs) {
      matrix[pair.a][pair.b] = pair.value;
      matrix[pair.b][pair.a] = pair.value;
    }
    return matrix;
  }

  /** How many pairs depend, the strongest of them, and the notes. */
  @Override
  public String toString() {
    String lines =
        strongest().stream()
            .limit(SHOWN)
            .map(
                pair ->
                    String.format(
                        Locale.ROOT,
                        "%n%.3f nats, q = %.2g, n = %d: %s and %s",
                        pair.value,
                        pair.qValue,
                        pair.n,
                        columns.get(pair.a),
                        columns.get(pair.b)))
            .collect(Collectors.joining());
    return "%d columns, %d of %d pairs dependent at a false discovery rate of 5%%%s%s"
        .formatted(
            columns.size(),
            dependent().size(),
            pairs.size(),
            lines,
            notes.stream().map(note -> "\n" + note).collect(Collectors.joining()));
  }
}
