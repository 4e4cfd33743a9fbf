package io.github.mist4j.deep;

import io.github.mist4j.deep.Layout.Linear;
import io.github.mist4j.deep.Layout.Norm;
import io.github.mist4j.deep.Layout.Table;
import java.util.ArrayList;
import java.util.List;
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
  private final AttentionBlock pool;
  private final List<SeedLayer> seedLayers = new ArrayList<>();
  private final List<Linear> head;

  /** Induced set attention: learned points attend to the rows, the rows to the points. */
  private record Induced(
      Norm norm, Table points, AttentionBlock induce, Norm inducedNorm, AttentionBlock spread) {}

  private record SeedLayer(Norm norm, AttentionBlock block) {}

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

  private AttentionBlock block(String name, int hidden) {
    return AttentionBlock.of(layout, name, size.width(), hidden);
  }

  /** Where the weights lie. */
  Layout layout() {
    return layout;
  }

  /** Random weights: normal with variance 1/inputs, biases 0, gains 1, small last layers. */
  float[] initialWeights(RandomGenerator rng) {
    return layout.randomWeights(SetTransformer::shrink, rng);
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
      induced = layer.induce.attend(graph, induced, points, set, rows, size.heads());
      induced = graph.normalize(layer.inducedNorm, induced, points);
      x = layer.spread.attend(graph, x, rows, induced, points, size.heads());
    }
    Sets seedSets = Sets.of(count, size.seeds());
    T pooled = graph.repeat(graph.table(seeds), count);
    pooled =
        pool.attend(
            graph, pooled, seedSets, graph.normalize(poolNorm, x, rows), rows, size.heads());
    for (SeedLayer layer : seedLayers) {
      T set = graph.normalize(layer.norm, pooled, seedSets);
      pooled = layer.block.attend(graph, pooled, seedSets, set, seedSets, size.heads());
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
