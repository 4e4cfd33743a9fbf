package io.github.mist4j.training;

/** Hears of a training's progress, on the trainer's thread, after every step. */
@FunctionalInterface
public interface TrainingListener {
  /** Called after every step; should return soon. */
  void progress(TrainingProgress progress);
}
