package io.github.mist4j.cli;

import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationProgress;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Keeps the predictions of an evaluation every few seconds, and the last ones when it is closed.
 */
final class KeptPredictions implements ProgressListener, AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(5); // little is lost, little written

  private final Path file;
  private final ProgressListener shown;
  private EvaluationProgress latest;
  private EvaluationProgress kept;

  /** Keeps them in a file, and shows the progress. */
  KeptPredictions(Path file, ProgressListener shown) {
    this.file = file;
    this.shown = shown;
  }

  @Override
  public void progress(Progress progress) {
    shown.progress(progress);
    latest = (EvaluationProgress) progress;
    Duration before = kept == null ? Duration.ZERO : kept.count().elapsed();
    if (latest.count().elapsed().minus(before).compareTo(BETWEEN) >= 0) {
      keep();
    }
  }

  private void keep() {
    kept = latest;
    Evaluation.writePredictions(file, kept.predictions());
  }

  @Override
  public boolean stopRequested() {
    return shown.stopRequested();
  }

  @Override
  public void close() {
    if (latest != kept) {
      keep();
    }
  }
}
