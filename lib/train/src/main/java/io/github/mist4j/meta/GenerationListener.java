package io.github.mist4j.meta;

/** Hears of a generation's progress, on the thread that asked for it. */
@FunctionalInterface
public interface GenerationListener {
  /** Called after every dataset; should return soon. */
  void progress(GenerationProgress progress);
}
