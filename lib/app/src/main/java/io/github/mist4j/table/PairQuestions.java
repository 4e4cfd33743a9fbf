package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.network.PairEstimator;
import io.github.mist4j.progress.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * What pairs of columns of a table say about each other.
 *
 * @param answers in the order of the questions, without those that had none
 * @param unanswered the pairs that have too few rows in common, or do not vary there
 * @param asked how many questions were asked: all, unless it was stopped
 * @param stopped whether it was, be it after the last one
 */
record PairQuestions(List<Answer> answers, List<Pair> unanswered, int asked, boolean stopped) {

  /** A question: the places of two columns. */
  record Pair(int x, int y) {}

  /** An answer, with the p-value of independence. */
  record Answer(Pair pair, Estimate estimate, double pValue) {}

  /** One question after the other, from any thread. */
  static final class Asking {
    private final TableColumns columns;
    private final PairEstimator pairs;
    private final EstimateOptions options;
    private final Work work;

    Asking(TableColumns columns, MistEstimator estimator, EstimateOptions options, Work work) {
      this.columns = columns;
      this.options = options;
      pairs =
          new PairEstimator(
              estimator,
              columns.rows(),
              c -> columns.columns().get(c).values(),
              c -> columns.columns().get(c).kind().orElseThrow(),
              options);
      this.work = work;
    }

    /** The answer; empty if the columns have too few rows in common, or do not vary there. */
    Optional<Answer> answer(Pair pair) {
      return columns
          .pair(pair.x, pair.y)
          .filter(sample -> options.suitsRows(sample.n()))
          .map(sample -> pairs.answer(pair.x, pair.y, sample, work::stopped))
          .map(answer -> new Answer(pair, answer.estimate(), answer.pValue()));
    }
  }

  /**
   * Options for many questions, whose rows are those of a table.
   *
   * @throws IllegalArgumentException if they ask for what is for one question, or if their blocks
   *     are too long
   */
  static EstimateOptions checked(EstimateOptions options, TableColumns columns) {
    require(options != null, "options must be given, was null");
    require(
        options.permutations() == 0 && options.halves() == 0,
        "many columns are tested and have intervals without permutations or half samples, had %s"
            + " and %s",
        options.permutations(),
        options.halves());
    options.checkRows(columns.rows());
    return options;
  }

  /** Asks about pairs of columns, some at once, until an interrupt or the listener stops it. */
  static PairQuestions ask(
      String task,
      TableColumns columns,
      List<Pair> pairs,
      MistEstimator estimator,
      EstimateOptions options) {
    var asked = new AtomicReferenceArray<Optional<Answer>>(pairs.size());
    var work = Work.of(task, pairs.size(), options.progress());
    var asking = new Asking(columns, estimator, options, work);
    boolean stopped = false;
    try {
      work.list(
          pairs.size(),
          i -> {
            asked.set(i, asking.answer(pairs.get(i)));
            work.advance(1);
            return i;
          });
    } catch (CancellationException e) {
      stopped = true; // those asked by then are answers
    }
    int[] done = IntStream.range(0, pairs.size()).filter(i -> asked.get(i) != null).toArray();
    return new PairQuestions(
        IntStream.of(done).mapToObj(asked::get).flatMap(Optional::stream).toList(),
        IntStream.of(done).filter(i -> asked.get(i).isEmpty()).mapToObj(pairs::get).toList(),
        done.length,
        stopped);
  }

  /** What is to be said of values that are of some rows, and of rows that depend on each other. */
  static List<String> rowsNotes(TableColumns columns, EstimateOptions options) {
    var notes = new ArrayList<String>();
    if (columns.rows() > PairEstimator.VALUE_ROWS) {
      notes.add(
          "values are of about %s of the %s rows, p-values of all"
              .formatted(PairEstimator.VALUE_ROWS, columns.rows()));
    }
    notes.addAll(blockNotes(options));
    return notes;
  }

  /** What is to be said where rows depend on each other; empty where they do not. */
  static List<String> blockNotes(EstimateOptions options) {
    return options.blockLength() == 1
        ? List.of()
        : List.of(
            "p-values are of shuffles of blocks of %s rows; intervals take rows for independent"
                .formatted(options.blockLength()));
  }

  /** The q-values of the answers after Benjamini and Hochberg. */
  double[] qValues() {
    return FalseDiscovery.qValues(answers.stream().mapToDouble(Answer::pValue).toArray());
  }
}
