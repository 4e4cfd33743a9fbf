package io.github.mist4j.deep;

/**
 * What a network answers.
 *
 * <pre>{@code
 * SetTransformerArchitecture.small().withTask(Task.ENTROPIES)
 * }</pre>
 */
public enum Task {
  /** MIST: the mutual information, one number, learnt by its squared error. */
  INFORMATION("one number (MIST)", "", 1),
  /** MIST_QR: any quantile of it, learnt by the pinball loss. */
  QUANTILES("quantiles (MIST_QR)", "qr-", 1),
  /** The number and beside it the entropies of X, Y and both, learnt together. */
  ENTROPIES("one number and the entropies (multi-task)", "multitask-", 4);

  private final String words;
  private final String mark;
  private final int outputs;

  Task(String words, String mark, int outputs) {
    this.words = words;
    this.mark = mark;
    this.outputs = outputs;
  }

  /** The answer in words. */
  String words() {
    return words;
  }

  /** What names of presets and models have behind {@code mist-}. */
  String mark() {
    return mark;
  }

  /** The channels of the head. */
  int outputs() {
    return outputs;
  }
}
