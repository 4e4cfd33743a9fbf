package io.github.mist4j.evaluation;

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
}
