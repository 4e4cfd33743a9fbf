package io.github.mist4j.table;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What pairs of columns of a table say about each other.
 *
 * @param answers in the order of the questions, without those that had none
 * @param unanswered the pairs that have too few rows in common, or do not vary there
 * @param asked how many questions were asked: all, unless it was stopped
 */
record PairQuestions(List<Answer> answers, List<Pair> unanswered, int asked) {
  private static final int AT_ONCE = 32;

  /** A question: the places of two columns. */
  record Pair(int x, int y) {}

  /** An answer, with the p-value of independence. */
  record Answer(Pair pair, Estimate estimate, double pValue) {}

  /** Asks about pairs of columns, some at once, until an interrupt or the listener stops it. */
  static PairQuestions ask(
      String task,
      TableColumns columns,
      List<Pair> pairs,
      MistEstimator estimator,
      ProgressListener listener) {
    int rows = columns.rows();
    var none = NullEstimates.of(estimator);
    var answers = new ArrayList<Answer>();
    var unanswered = new ArrayList<Pair>();
    var work = Work.of(task, pairs.size(), listener);
    int asked = 0;
    try {
      while (asked < pairs.size()) {
        List<Pair> some = pairs.subList(asked, Math.min(pairs.size(), asked + AT_ONCE));
        List<Optional<Estimate>> estimates =
            work.list(some.size(), i -> estimate(columns, some.get(i), estimator));
        for (int i = 0; i < some.size(); i++) {
          if (estimates.get(i).isEmpty()) {
            unanswered.add(some.get(i));
          } else {
            Estimate estimate = estimates.get(i).get();
            double p = none.pValue(estimate.value(), estimate.n(), rows, listener);
            answers.add(new Answer(some.get(i), estimate, p));
          }
        }
        asked += some.size();
        work.advance(some.size());
      }
    } catch (CancellationException e) {
      return new PairQuestions(answers, unanswered, asked); // those asked by then are answers
    }
    return new PairQuestions(answers, unanswered, asked);
  }

  private static Optional<Estimate> estimate(
      TableColumns columns, Pair pair, MistEstimator estimator) {
    Optional<Sample> sample = columns.pair(pair.x, pair.y);
    return sample.map(estimator::estimate);
  }

  /** The q-values of the answers after Benjamini and Hochberg. */
  double[] qValues() {
    return FalseDiscovery.qValues(answers.stream().mapToDouble(Answer::pValue).toArray());
  }
}
