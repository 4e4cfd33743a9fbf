package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.table.PairQuestions.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
   * @param pValue the chance of so much dependence between the ranks of such columns if they were
   *     independent
   * @param qValue the least false discovery rate at which the pair is called dependent
   */
  public record Pair(int a, int b, int n, double value, double pValue, double qValue) {}

  /** Copies the lists. */
  public Pairwise {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /**
   * Asks every pair of columns of numbers, booleans, names and dates; where a cell is missing, a
   * pair goes on with the rows in which both have a value.
   *
   * @param listener hears of the pairs; if it or an interrupt stops this, it ends with those asked
   *     so far
   * @throws IllegalArgumentException if fewer than two columns can take part
   */
  public static Pairwise of(Table table, MistEstimator estimator, ProgressListener listener) {
    TableColumns columns = TableColumns.of(table);
    require(
        columns.size() >= 2,
        "pairs need at least two columns that vary, had %d%s",
        columns.size(),
        columns.notes().isEmpty() ? "" : ": " + String.join("; ", columns.notes()));
    int count = columns.size();
    List<PairQuestions.Pair> all =
        IntStream.range(0, count)
            .boxed()
            .flatMap(a -> IntStream.range(a + 1, count).mapToObj(b -> new PairQuestions.Pair(a, b)))
            .toList();
    var questions = PairQuestions.ask("pairs", columns, all, estimator, listener);
    double[] q = questions.qValues();
    List<Pair> pairs =
        IntStream.range(0, q.length)
            .mapToObj(
                i -> {
                  Answer answer = questions.answers().get(i);
                  return new Pair(
                      answer.pair().x(),
                      answer.pair().y(),
                      answer.estimate().n(),
                      answer.estimate().value(),
                      answer.pValue(),
                      q[i]);
                })
            .toList();
    var notes = new ArrayList<>(columns.notes());
    if (questions.asked() < all.size()) {
      notes.add("stopped after %s of %s pairs".formatted(questions.asked(), all.size()));
    }
    if (!questions.unanswered().isEmpty()) {
      notes.add(
          "%s pairs have too few rows in which both columns have a value, or do not vary there"
              .formatted(questions.unanswered().size()));
    }
    int rows = table.rowCount();
    long partial = pairs.stream().filter(pair -> pair.n < rows).count();
    if (partial > 0) {
      notes.add("%s pairs go without the rows in which a cell is missing".formatted(partial));
    }
    PairQuestions.rowsNote(columns).ifPresent(notes::add);
    return new Pairwise(columns.names(), pairs, notes);
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
    return "%s columns, %s of %s pairs dependent at a false discovery rate of 5%%%s%s"
        .formatted(
            columns.size(),
            dependent().size(),
            pairs.size(),
            lines,
            notes.stream().map(note -> "\n" + note).collect(Collectors.joining()));
  }
}
