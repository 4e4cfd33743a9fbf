package io.github.mist4j.deep;

import io.github.mist4j.deep.Layout.Linear;
import io.github.mist4j.deep.Layout.Norm;

/** A set that attends to another, and a feed-forward part. */
record AttentionBlock(
    Norm norm1,
    Linear query,
    Linear key,
    Linear value,
    Linear out,
    Norm norm2,
    Linear ff1,
    Linear ff2) {

  /**
   * A block whose weights come next in a layout.
   *
   * @param width channels of both sets
   * @param hidden channels of the feed-forward part
   */
  static AttentionBlock of(Layout layout, String name, int width, int hidden) {
    return new AttentionBlock(
        layout.norm(name + ".norm1", width),
        layout.linear(name + ".query", width, width),
        layout.linear(name + ".key", width, width),
        layout.linear(name + ".value", width, width),
        layout.linear(name + ".out", width, width),
        layout.norm(name + ".norm2", width),
        layout.linear(name + ".ff1", width, hidden),
        layout.linear(name + ".ff2", hidden, width));
  }

  /** What the sets of x become that attend to other sets, in the shape of x. */
  <T> T attend(Graph<T> graph, T x, Sets of, T set, Sets to, int heads) {
    T normed = graph.normalize(norm1, x, of);
    T queries = graph.linear(query, normed);
    T keys = graph.linear(key, set);
    T values = graph.linear(value, set);
    T attended = graph.attend(queries, of, keys, values, to, heads);
    T y = graph.plus(x, graph.linear(out, attended));
    T hidden = graph.gelu(graph.linear(ff1, graph.normalize(norm2, y, of)));
    return graph.plus(y, graph.linear(ff2, hidden));
  }
}
