package io.github.mist4j.table;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.network.PairEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.table.PairQuestions.Answer;
import io.github.mist4j.table.PairQuestions.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which columns say at least as much about a more telling one as about the target. */
final class RedundantColumns {
  private RedundantColumns() {}

  /**
   * For every answer the more telling column that it says most about, if that is no less than it
   * says about the target.
   *
   * @param ranked what columns say about the target, from the most telling down
   * @param q their q-values; only columns that depend on the target are redundant
   * @param asked whose listener hears of the pairs of columns that are asked about
   * @throws java.util.concurrent.CancellationException if it or an interrupt stops this
   */
  static List<Optional<String>> of(
      TableColumns columns,
      List<Answer> ranked,
      double[] q,
      MistEstimator estimator,
      EstimateOptions asked) {
    var pairs = new ArrayList<Pair>(); // (column, more telling one), by places among the ranked
    for (int rank = 0; rank < q.length; rank++) {
      for (int other = 0; other < rank && q[rank] <= Pairwise.LEVEL; other++) {
        pairs.add(new Pair(rank, other));
      }
    }
    var work = Work.of("pairs of columns", pairs.size(), asked.progress());
    var options =
        asked.withProgress(
            ProgressListener.NONE.stoppedBy(work::stopped)); // also inside a question
    MistEstimator quick = PairEstimator.quick(estimator);
    double[] shared =
        work.values(
            pairs.size(),
            i -> {
              int column = ranked.get(pairs.get(i).x()).pair().x();
              int other = ranked.get(pairs.get(i).y()).pair().x();
              double value =
                  columns
                      .pair(column, other)
                      .map(sample -> quick.estimate(sample, options).value())
                      .orElse(0.0);
              work.advance(1);
              return value;
            });
    double[] most = ranked.stream().mapToDouble(a -> a.estimate().value()).toArray();
    var names = new String[q.length];
    for (int i = 0; i < shared.length; i++) {
      Pair pair = pairs.get(i);
      if (shared[i] >= most[pair.x()]) {
        most[pair.x()] = shared[i];
        names[pair.x()] = columns.names().get(ranked.get(pair.y()).pair().x());
      }
    }
    return Arrays.stream(names).map(Optional::ofNullable).toList();
  }
}
