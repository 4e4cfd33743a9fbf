package io.github.mist4j.table;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.network.PairEstimator;
import io.github.mist4j.progress.Work;
import io.github.mist4j.table.PairQuestions.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Asks all pairs of columns, square by square of their matrix, so that no more margins are held
 * than those of the columns of a square.
 */
final class AllPairs {
  private static final long BETWEEN_SAVES = 20_000_000_000L; // nanoseconds: what a kill costs

  private AllPairs() {}

  /**
   * Asks those pairs that are open.
   *
   * @param answers takes the answers
   * @param save keeps them where a kill does not reach them; called now and then, and at the end
   * @param options whose listener hears of the pairs; if it or an interrupt stops this, it ends
   */
  static void ask(
      TableColumns columns,
      PairAnswers answers,
      MistEstimator estimator,
      EstimateOptions options,
      Runnable save) {
    int total = answers.n().length;
    var work = Work.of("pairs", answers.asked(), total, options.progress(), System::nanoTime);
    var questions = new PairQuestions.Asking(columns, estimator, options, work);
    int edge = Math.max(1, PairEstimator.mostColumns(columns.rows()) / 2);
    long saved = System.nanoTime();
    try {
      for (int first = 0; first < answers.columns(); first += edge) {
        for (int second = first; second < answers.columns(); second += edge) {
          List<Pair> pairs = open(answers, first, second, edge);
          work.list(
              pairs.size(),
              i -> {
                Pair pair = pairs.get(i);
                questions
                    .answer(pair)
                    .ifPresentOrElse(answers::keep, () -> answers.keepNone(pair.x(), pair.y()));
                work.advance(1);
                return i;
              });
          if (System.nanoTime() - saved > BETWEEN_SAVES) {
            save.run();
            saved = System.nanoTime();
          }
        }
      }
    } catch (CancellationException e) {
      // those asked by then are answers
    }
    save.run();
  }

  private static List<Pair> open(PairAnswers answers, int first, int second, int edge) {
    var pairs = new ArrayList<Pair>();
    for (int a = first; a < Math.min(first + edge, answers.columns()); a++) {
      for (int b = Math.max(a + 1, second); b < Math.min(second + edge, answers.columns()); b++) {
        if (answers.isOpen(a, b)) {
          pairs.add(new Pair(a, b));
        }
      }
    }
    return pairs;
  }
}
