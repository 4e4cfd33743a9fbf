package io.github.mist4j.meta;

/**
 * A finite sequence of datasets for every seed, of which each can be drawn alone.
 *
 * <pre>{@code
 * DatasetSequence first = MetaDistributions.full().first(1000);
 * Dataset tenth = first.draw(1, 9);
 * }</pre>
 */
public interface DatasetSequence {
  /** The number of datasets. */
  long size();

  /** The split that the datasets belong to, empty for none. */
  String split();

  /**
   * Dataset number {@code index} of a seed: always the same, whatever else is drawn.
   *
   * @param index from 0, below {@link #size()}
   */
  Dataset draw(long seed, long index);

  /** What is drawn, in words: sequences of the same words draw the same datasets. */
  String describe();
}
