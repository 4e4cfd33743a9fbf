package io.github.mist4j.evaluation;

import java.util.List;

/** Hears of an evaluation's progress, on the thread that asked for it. */
@FunctionalInterface
public interface EvaluationListener {
  /**
   * Called after every prediction; should return soon.
   *
   * @param done the predictions made, of those that begin the list
   * @param total how many there will be
   */
  void progress(int done, int total);

  /**
   * Called every few seconds, so that what is made so far can be kept.
   *
   * @param soFar the predictions that begin the list
   */
  default void predicted(List<Prediction> soFar) {}
}
