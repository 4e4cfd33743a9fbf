package io.github.mist4j.deep;

import io.github.mist4j.deep.Layout.Linear;
import io.github.mist4j.deep.Layout.Norm;
import io.github.mist4j.deep.Layout.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The two-dimensional attention network of the MIST paper (docs/set-transformer.md). */
final class SetTransformer {
  private final SetTransformerArchitecture size;
  private final Layout layout = new Layout();
  private final Table scale;
  private final Table shift;
  private final Table query;
  private final Linear key;
  private final Linear value;
  private final Linear out;
  private final Norm norm;
  private final Linear ff1;
  private final Linear ff2;
  private final List<Induced> layers = new ArrayList<>();
  private final Norm poolNorm;
  private final Table seeds;
  private final Block pool;
  private final List<SeedLayer> seedLayers = new ArrayList<>();
  private final List<Linear> head;

  /** A set that attends to another, and a feed-forward part. */
  private record Block(
      Norm norm1,
      Linear query,
      Linear key,
      Linear value,
      Linear out,
      Norm norm2,
      Linear ff1,
      Linear ff2) {}

  /** Induced set attention: learned points attend to the rows, the rows to the points. */
  private record Induced(Norm norm, Table points, Block induce, Norm inducedNorm, Block spread) {}

  private record SeedLayer(Norm norm, Block block) {}

  SetTransformer(SetTransformerArchitecture size) {
    this.size = size;
    int d = size.width();
    scale = layout.table("columns.scale", d, 2 * SetColumns.MOST);
    shift = layout.table("columns.shift", d, 2 * SetColumns.MOST);
    query = layout.table("columns.query", d, size.queries());
    key = layout.linearWithoutBias("columns.key", d, d);
    value = layout.linear("columns.value", d, d);
    out = layout.linear("columns.out", size.queries() * d, d);
    norm = layout.norm("columns.norm", d);
    ff1 = layout.linear("columns.ff1", d, size.feedForward());
    ff2 = layout.linear("columns.ff2", size.feedForward(), d);
    for (int l = 0; l < size.layers(); l++) {
      String name = "layer." + l;
      layers.add(
          new Induced(
              layout.norm(name + ".norm0", d),
              layout.table(name + ".points", d, size.points()),
              block(name + ".induce", size.feedForward()),
              layout.norm(name + ".norm3", d),
              block(name + ".spread", size.feedForward())));
    }
    poolNorm = layout.norm("pool.norm", d);
    seeds = layout.table("seeds", d, size.seeds());
    pool = block("pool", d);
    for (int l = 0; l < size.seedLayers(); l++) {
      String name = "seeds." + l;
      seedLayers.add(new SeedLayer(layout.norm(name + ".norm0", d), block(name, d)));
    }
    int first = size.task() == Task.QUANTILES ? d + 1 : d;
    head =
        List.of(
            layout.linear("head.1", first, size.head()),
            layout.linear("head.2", size.head(), size.head()),
            layout.linear("head.3", size.head(), size.head()),
            layout.linear("head.4", size.head(), size.task().outputs()));
  }

  private Block block(String name, int hidden) {
    int d = size.width();
    return new Block(
        layout.norm(name + ".norm1", d),
        layout.linear(name + ".query", d, d),
        layout.linear(name + ".key", d, d),
        layout.linear(name + ".value", d, d),
        layout.linear(name + ".out", d, d),
        layout.norm(name + ".norm2", d),
        layout.linear(name + ".ff1", d, hidden),
        layout.linear(name + ".ff2", hidden, d));
  }

  /** Where the weights lie. */
  Layout layout() {
    return layout;
  }

  /** Random weights: normal with variance 1/inputs, biases 0, gains 1, small last layers. */
  float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    for (Map.Entry<String, Linear> entry : layout.linears().entrySet()) {
      Linear linear = entry.getValue();
      double spread = shrink(entry.getKey()) / Math.sqrt(linear.in());
      for (int i = 0; i < linear.in() * linear.out(); i++) {
        weights[linear.at() + i] = (float) (spread * rng.nextGaussian());
      }
    }
    for (Table table : layout.tables().values()) {
      for (int i = 0; i < table.channels() * table.count(); i++) {
        weights[table.at() + i] = (float) rng.nextGaussian();
      }
    }
    for (Norm gains : layout.norms().values()) {
      Arrays.fill(weights, gains.at(), gains.at() + gains.channels(), 1);
    }
    return weights;
  }

  private static double shrink(String name) {
    if (name.equals("head.4")) {
      return 0.1;
    }
    return name.endsWith(".out") || name.endsWith(".ff2") ? 0.5 : 1;
  }

  /** What the head sees of each dataset, (width, datasets). */
  <T> T trunk(Graph<T> graph, List<SetColumns> datasets) {
    Sets rows = Sets.of(datasets.stream().map(SetColumns::n).toList());
    int count = datasets.size();
    T x = rowVectors(graph, datasets, rows);
    for (Induced layer : layers) {
      Sets points = Sets.of(count, size.points());
      T set = graph.normalize(layer.norm, x, rows);
      T induced = graph.repeat(graph.table(layer.points), count);
      induced = attend(graph, layer.induce, induced, points, set, rows);
      induced = graph.normalize(layer.inducedNorm, induced, points);
      x = attend(graph, layer.spread, x, rows, induced, points);
    }
    Sets seedSets = Sets.of(count, size.seeds());
    T pooled = graph.repeat(graph.table(seeds), count);
    pooled = attend(graph, pool, pooled, seedSets, graph.normalize(poolNorm, x, rows), rows);
    for (SeedLayer layer : seedLayers) {
      T set = graph.normalize(layer.norm, pooled, seedSets);
      pooled = attend(graph, layer.block, pooled, seedSets, set, seedSets);
    }
    return graph.mean(pooled, seedSets);
  }

  /** Each row as one vector, (width, rows). */
  private <T> T rowVectors(Graph<T> graph, List<SetColumns> datasets, Sets rows) {
    T scales = graph.table(scale);
    T shifts = graph.table(shift);
    Linear unbiased = new Linear(value.at(), -1, value.in(), value.out());
    var vectors =
        new Graph.ColumnVectors<>(
            graph.table(query),
            graph.linear(key, scales),
            graph.linear(key, shifts),
            graph.linear(unbiased, scales),
            graph.linear(value, shifts));
    T x = graph.attendToColumns(vectors, datasets, rows, size.heads());
    x = graph.linear(out, x);
    T more = graph.linear(ff1, graph.normalize(norm, x, rows));
    return graph.plus(x, graph.linear(ff2, graph.gelu(more)));
  }

  private <T> T attend(Graph<T> graph, Block block, T x, Sets of, T set, Sets to) {
    T normed = graph.normalize(block.norm1, x, of);
    T query = graph.linear(block.query, normed);
    T key = graph.linear(block.key, set);
    T value = graph.linear(block.value, set);
    T attended = graph.attend(query, of, key, value, to, size.heads());
    T y = graph.plus(x, graph.linear(block.out, attended));
    T hidden = graph.gelu(graph.linear(block.ff1, graph.normalize(block.norm2, y, of)));
    return graph.plus(y, graph.linear(block.ff2, hidden));
  }

  /**
   * The outputs for what the trunk says, (outputs of the task, datasets); the first is the target.
   *
   * @param levels the quantile levels in (0, 1), one a dataset; unused without quantiles
   */
  <T> T head(Graph<T> graph, T trunk, float[] levels) {
    T x = trunk;
    if (size.task() == Task.QUANTILES) {
      var signed = new float[levels.length];
      for (int b = 0; b < signed.length; b++) {
        signed[b] = 2 * levels[b] - 1;
      }
      x = graph.below(trunk, signed);
    }
    for (Linear layer : head.subList(0, 3)) {
      x = graph.gelu(graph.linear(layer, x));
    }
    return graph.linear(head.get(3), x);
  }
}
