package io.github.mist4j.cli;

import io.github.mist4j.evaluation.EvaluationProgress;
import io.github.mist4j.evaluation.PredictionsJournal;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressListener;
import java.time.Duration;

/**
 * Keeps the predictions of an evaluation every few seconds, and the last ones when it is closed.
 */
final class KeptPredictions implements ProgressListener, AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(5); // little is lost, little written

  private final PredictionsJournal journal;
  private final ProgressListener shown;
  private EvaluationProgress latest;
  private Duration keptAt = Duration.ZERO; // since the evaluation began
  private boolean isKept = true;

  /** Keeps them in a file, and shows the progress. */
  KeptPredictions(PredictionsJournal journal, ProgressListener shown) {
    this.journal = journal;
    this.shown = shown;
  }

  @Override
  public void progress(Progress progress) {
    shown.progress(progress);
    latest = (EvaluationProgress) progress;
    isKept = false;
    if (latest.count().elapsed().minus(keptAt).compareTo(BETWEEN) >= 0) {
      keep();
    }
  }

  private void keep() {
    journal.keep(latest.predictions());
    keptAt = latest.count().elapsed();
    isKept = true;
  }

  @Override
  public boolean stopRequested() {
    return shown.stopRequested();
  }

  @Override
  public void close() {
    if (!isKept) {
      keep();
    }
  }
}
