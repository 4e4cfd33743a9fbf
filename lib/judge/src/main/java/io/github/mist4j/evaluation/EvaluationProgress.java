package io.github.mist4j.evaluation;

import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.Progress.Count;
import java.util.Collections;
import java.util.List;

/**
 * Where an evaluation stands.
 *
 * <pre>{@code
 * Evaluation.of(data, estimators, options, ProgressListener.of(EvaluationProgress.class,
 *     p -> Evaluation.writePredictions(file, p.predictions(), REPLACE_EXISTING)));
 * }</pre>
 *
 * @param count the predictions made
 * @param predictions these, which are the first of the evaluation's
 */
public record EvaluationProgress(Count count, List<Prediction> predictions) implements Progress {
  /** Keeps the list as it is, which the maker must not change. */
  public EvaluationProgress {
    predictions = Collections.unmodifiableList(predictions);
  }

  /** One line: predictions, rate, time left. */
  @Override
  public String toString() {
    return count.toString();
  }
}
