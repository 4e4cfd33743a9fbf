package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.table.PairQuestions.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The columns of a table by what each alone says about a target.
 *
 * @param target the column that is asked about
 * @param features from the most telling down
 * @param notes what was left out and why
 */
public record Screening(String target, List<Feature> features, List<String> notes) {
  private static final String STOPPED = "stopped after all columns; none is named as redundant";

  /**
   * A column and what it says about the target.
   *
   * @param name the column
   * @param estimate its mutual information with the target, with its interval, nats
   * @param pValue the chance of so much dependence between the ranks of such columns if they were
   *     independent
   * @param qValue the least false discovery rate at which it is called dependent
   * @param redundant a feature that ranks higher and about which this one says at least as much as
   *     about the target, if there is one and this one depends on the target at all: the one that
   *     it says most about
   */
  public record Feature(
      String name, Estimate estimate, double pValue, double qValue, Optional<String> redundant) {}

  /** Copies the lists. */
  public Screening {
    features = List.copyOf(features);
    notes = List.copyOf(notes);
  }

  /**
   * Asks every other column of numbers, booleans, names or dates; where a cell is missing, in the
   * rows in which both have a value.
   *
   * @param listener hears of the columns, then of pairs of them; if it or an interrupt stops this,
   *     it ends with those asked so far
   * @throws IllegalArgumentException if the target is no column that can be asked about, or if
   *     there is no other
   */
  public static Screening of(
      Table table, String name, MistEstimator estimator, ProgressListener listener) {
    return of(table, name, estimator, EstimateOptions.withDefaults().withProgress(listener));
  }

  /**
   * The same with options: the level of the intervals, blocks of rows that depend on each other,
   * and the listener.
   *
   * @throws IllegalArgumentException as {@link #of(Table, String, MistEstimator,
   *     ProgressListener)}, and if they ask for permutations or half samples, which are for one
   *     estimate
   */
  public static Screening of(
      Table table, String name, MistEstimator estimator, EstimateOptions options) {
    return of(WholeTable.of(table), name, estimator, options);
  }

  /**
   * The same of a file, or of some of its columns.
   *
   * @param columns as in {@link TableSample}; none for all
   */
  public static Screening of(
      TableFile file,
      List<String> columns,
      String name,
      MistEstimator estimator,
      EstimateOptions options) {
    return of(WholeTable.of(file).withColumns(columns), name, estimator, options);
  }

  private static Screening of(
      WholeTable table, String name, MistEstimator estimator, EstimateOptions asked) {
    String target = table.target(name);
    TableColumns columns = table.columns(target);
    int place = columns.indexOf(target);
    require(
        place >= 0, "the target must be a column that varies: %s", columns.leftOut().get(target));
    require(
        columns.size() >= 2, "there is no other column that can say something about '%s'", target);
    EstimateOptions options = PairQuestions.checked(asked, columns);
    List<PairQuestions.Pair> all =
        IntStream.range(0, columns.size())
            .filter(c -> c != place)
            .mapToObj(c -> new PairQuestions.Pair(c, place))
            .toList();
    var questions = PairQuestions.ask("columns", columns, all, estimator, options);
    double[] byQuestion = questions.qValues();
    List<Answer> answers = questions.answers();
    List<Integer> order =
        IntStream.range(0, answers.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> answers.get(i).estimate().value())
                    .reversed())
            .toList();
    List<Answer> ranked = order.stream().map(answers::get).toList();
    double[] q = order.stream().mapToDouble(i -> byQuestion[i]).toArray();
    var notes = new ArrayList<>(columns.notes());
    for (PairQuestions.Pair pair : questions.unanswered()) {
      notes.add(
          "column '%s' is left out: too few rows in which it and the target have a value"
              .formatted(columns.names().get(pair.x())));
    }
    List<Optional<String>> redundant = Collections.nCopies(q.length, Optional.empty());
    if (questions.asked() < all.size()) {
      notes.add(
          "stopped after %s of %s columns; none is named as redundant"
              .formatted(questions.asked(), all.size()));
    } else if (questions.stopped()) {
      notes.add(STOPPED);
    } else {
      try {
        redundant = RedundantColumns.of(columns, ranked, q, estimator, options);
      } catch (CancellationException e) {
        notes.add(STOPPED);
      }
    }
    var features = new ArrayList<Feature>();
    for (int rank = 0; rank < q.length; rank++) {
      Answer answer = ranked.get(rank);
      features.add(
          new Feature(
              columns.names().get(answer.pair().x()),
              answer.estimate(),
              answer.pValue(),
              q[rank],
              redundant.get(rank)));
    }
    notes.addAll(PairQuestions.rowsNotes(columns, options));
    var warnings = new LinkedHashMap<String, List<Warning>>();
    features.forEach(f -> warnings.put(f.name(), f.estimate().warnings()));
    notes.addAll(WarningNotes.ofColumns(warnings));
    return new Screening(target, features, notes);
  }

  /** A line for every feature, then the notes. */
  @Override
  public String toString() {
    return "about %s:%s%s"
        .formatted(
            target,
            features.stream()
                .map(
                    f ->
                        "\n%s: %s, q = %s%s"
                            .formatted(
                                f.name,
                                f.estimate.summary(),
                                String.format(Locale.ROOT, "%.2g", f.qValue),
                                f.redundant.map(r -> ", may repeat " + r).orElse("")))
                .collect(Collectors.joining()),
            notes.stream().map(note -> "\n" + note).collect(Collectors.joining()));
  }
}
