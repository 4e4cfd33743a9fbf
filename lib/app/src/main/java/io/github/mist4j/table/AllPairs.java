package io.github.mist4j.table;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.network.PairEstimator;
import io.github.mist4j.progress.Work;
import io.github.mist4j.table.PairQuestions.Answer;
import io.github.mist4j.table.PairQuestions.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Asks all pairs of columns, square by square of their matrix, so that no more margins are held
 * than those of the columns of a square.
 */
final class AllPairs {
  private static final long BETWEEN_SAVES = 10_000_000_000L; // nanoseconds: what a kill costs
  private static final int SHARE_OF_SAVES = 20; // at most a twentieth of the time

  private final PairAnswers answers;
  private final Runnable save;
  private long due = System.nanoTime() + BETWEEN_SAVES;

  private AllPairs(PairAnswers answers, Runnable save) {
    this.answers = answers;
    this.save = save;
  }

  /**
   * Asks those pairs that are open.
   *
   * @param answers takes the answers
   * @param save keeps them where a kill does not reach them; called every ten seconds, less often
   *     where that takes long, and at the end
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
    var keeping = new AllPairs(answers, save);
    try {
      for (int first = 0; first < answers.columns(); first += edge) {
        for (int second = first; second < answers.columns(); second += edge) {
          List<Pair> pairs = open(answers, first, second, edge);
          work.list(
              pairs.size(),
              i -> {
                Pair pair = pairs.get(i);
                keeping.keep(pair, questions.answer(pair));
                work.advance(1);
                return i;
              });
        }
      }
    } catch (CancellationException e) {
      // those asked by then are answers
    } finally {
      save.run();
    }
  }

  private synchronized void keep(Pair pair, Optional<Answer> answer) {
    answer.ifPresentOrElse(answers::keep, () -> answers.keepNone(pair.x(), pair.y()));
    long now = System.nanoTime();
    if (now - due > 0) {
      save.run();
      long after = System.nanoTime();
      due = after + Math.max(BETWEEN_SAVES, SHARE_OF_SAVES * (after - now));
    }
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
