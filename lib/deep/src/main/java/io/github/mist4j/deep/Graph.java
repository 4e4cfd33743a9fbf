package io.github.mist4j.deep;

import java.util.List;

/**
 * The operations of which a set transformer is made, on the calling thread or elsewhere.
 *
 * @param <T> numbers, (channels, rows); the rows of a batch fall into {@link Sets}, one a dataset
 */
interface Graph<T> extends AutoCloseable {
  /**
   * What attends to the columns of a row: a column of value v at position j has the key v·k_j +
   * k′_j and the value v·u_j + u′_j.
   *
   * @param query learned queries, (channels, queries)
   * @param key k, (channels, positions)
   * @param keyShift k′
   * @param value u
   * @param valueShift u′
   */
  record ColumnVectors<T>(T query, T key, T keyShift, T value, T valueShift) {}

  /** Learned vectors, (channels, count). */
  T table(Layout.Table table);

  /** Wᵀ x + b. */
  T linear(Layout.Linear layer, T x);

  /** x + y. */
  T plus(T x, T y);

  /** x Φ(x), value by value. */
  T gelu(T x);

  /** Each set less its mean and by its standard deviation over rows and channels; gain and bias. */
  T normalize(Layout.Norm norm, T x, Sets sets);

  /** The rows of x so many times, one after the other: a set for every dataset. */
  T repeat(T x, int times);

  /** The mean of each set, (channels, sets). */
  T mean(T x, Sets sets);

  /** One more channel of given numbers below those of x. */
  T below(T x, float[] channel);

  /** The outputs of all queries, one below the other, (queries · channels, rows). */
  T attendToColumns(ColumnVectors<T> vectors, List<SetColumns> datasets, Sets rows, int heads);

  /** Softmax(QᵀK/√width of a head) of each set and head times the values, (channels, queries). */
  T attend(T query, Sets of, T key, T value, Sets to, int heads);

  /** The numbers themselves, (channels · rows). */
  float[] values(T x);

  /** Carries slopes of a result, in the shape of its values, back to the weights. */
  void backward(T x, float[] slopes);

  @Override
  void close();
}
