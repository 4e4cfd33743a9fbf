package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.reproduction.Reproduction.Options;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks everybody about every dataset. Datasets are drawn when their turn comes and dropped with
 * their answers.
 */
final class Questions {
  private static final int AHEAD = 8; // datasets a thread, so that none waits for a slow one

  private final Design design;
  private final Options options;
  private final List<Asked> estimators;

  /** An estimator, and the levels at which it is asked. */
  record Asked(MutualInformationEstimator estimator, List<Double> levels) {}

  Questions(Design design, Options options, List<Asked> estimators) {
    this.design = design;
    this.options = options;
    this.estimators = List.copyOf(estimators);
  }

  /**
   * Adds the answers from where the file ends, dataset by dataset in their order; some are asked
   * about ahead of those whose answers are awaited.
   *
   * @param task what is counted, in words
   */
  void ask(CaseFile cases, String task, ProgressListener listener) throws IOException {
    int each = design.casesOfOne();
    long begun = cases.all().size() / each;
    int threads = design.isTimed() ? 1 : options.threads();
    ExecutorService pool = Executors.newFixedThreadPool(threads, Questions::daemon);
    try {
      var work = Work.of(task, begun * each, design.datasets() * each, listener, System::nanoTime);
      var asked = new ArrayDeque<CompletableFuture<List<Case>>>();
      long place = 0;
      for (Part part : design.parts()) {
        for (long index = 0; index < part.datasets().size(); index++) {
          if (place++ < begun) {
            continue;
          }
          long number = index;
          asked.add(CompletableFuture.supplyAsync(() -> answers(part, number), pool));
          if (asked.size() > AHEAD * threads) {
            keep(cases, work, asked.remove());
          }
        }
      }
      while (!asked.isEmpty()) {
        keep(cases, work, asked.remove());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void keep(CaseFile cases, Work work, CompletableFuture<List<Case>> answers)
      throws IOException {
    List<Case> ready = work.result(answers);
    cases.add(ready);
    work.advance(ready.size());
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "mist4j-reproduction");
    thread.setDaemon(true);
    return thread;
  }

  private List<Case> answers(Part part, long index) {
    Dataset dataset = part.datasets().draw(options.seed(), index);
    var cases = new ArrayList<Case>();
    for (Asked asked : estimators) {
      List<Case> answers =
          asked.levels().stream()
              .map(level -> answer(part, index, dataset, asked.estimator(), level))
              .toList();
      for (int k = 0; k < design.levels().size(); k++) {
        double level = design.levels().get(k);
        cases.add(
            answers.size() == design.levels().size()
                ? answers.get(k)
                : answers.get(0).atLevel(level));
      }
    }
    return cases;
  }

  private Case answer(
      Part part, long index, Dataset dataset, MutualInformationEstimator estimator, double level) {
    var asked =
        EstimateOptions.withDefaults()
            .withLevel(level)
            .withHalves(design.halves())
            .withPermutations(part.permutations());
    long start = System.nanoTime();
    try {
      var estimate = estimator.estimate(dataset.sample(), asked);
      double seconds = (System.nanoTime() - start) / 1e9;
      return Case.of(part, index, dataset, estimator.method(), level, estimate, seconds);
    } catch (IllegalArgumentException | ArithmeticException e) {
      double seconds = (System.nanoTime() - start) / 1e9;
      return Case.of(part, index, dataset, estimator.method(), level, seconds);
    }
  }
}
