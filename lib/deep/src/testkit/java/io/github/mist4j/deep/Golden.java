package io.github.mist4j.deep;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.training.Learner.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an independent implementation, {@code src/test/golden/set_transformer.py}, says of a small
 * network with given weights and three datasets of different shapes.
 *
 * @param name of the network
 * @param size its sizes
 * @param weights all of them
 * @param datasets standardized, with truth and level
 * @param outputs one a dataset
 * @param loss summed
 * @param gradient of the summed loss by the weights
 */
record Golden(
    String name,
    SetTransformerArchitecture size,
    float[] weights,
    List<Example> datasets,
    List<Double> outputs,
    double loss,
    List<Double> gradient) {

  static List<Golden> cases() {
    try (var in = Golden.class.getResourceAsStream("/golden/set_transformer.json")) {
      var cases = new ArrayList<Golden>();
      for (JsonObject json : JsonObject.read(in.readAllBytes()).objects("cases")) {
        cases.add(read(json));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Golden read(JsonObject json) throws IOException {
    JsonObject s = json.object("sizes");
    var size =
        new SetTransformerArchitecture(
            s.count("D"),
            s.count("H"),
            s.count("F"),
            s.count("m"),
            s.count("s"),
            s.count("C"),
            s.count("L"),
            s.count("S"),
            s.count("E"),
            json.flag("quantiles") ? Task.QUANTILES : Task.INFORMATION,
            Target.NONE);
    var datasets = new ArrayList<Example>();
    for (JsonObject dataset : json.objects("datasets")) {
      datasets.add(dataset(dataset));
    }
    return new Golden(
        json.text("name"),
        size,
        floats(json.numbers("weights")),
        datasets,
        json.numbers("outputs"),
        json.number("loss"),
        json.numbers("gradient"));
  }

  private static Example dataset(JsonObject json) throws IOException {
    int n = json.count("n");
    float[] values = floats(json.numbers("values"));
    float[][] x = columns(values, 0, json.count("dx"), n);
    float[][] y = columns(values, x.length, json.count("dy"), n);
    return new SetExample(
        new SetColumns(x, y), json.number("mi"), Optional.empty(), (float) json.number("tau"), 1);
  }

  private static float[][] columns(float[] values, int from, int count, int n) {
    var columns = new float[count][n];
    for (int c = 0; c < count; c++) {
      System.arraycopy(values, (from + c) * n, columns[c], 0, n);
    }
    return columns;
  }

  private static float[] floats(List<Double> numbers) {
    var floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue();
    }
    return floats;
  }

  /** The network's outputs before the target is undone. */
  float[] outputs(List<Example> some) {
    return outputs(Engine.THREAD, some);
  }

  /** The same as an engine computes them. */
  float[] outputs(Engine engine, List<Example> some) {
    var network = new SetTransformer(size);
    try (Graph<?> graph = engine.graph(network.layout(), weights, null)) {
      return outputs(network, graph, some);
    }
  }

  private static <T> float[] outputs(SetTransformer network, Graph<T> graph, List<Example> some) {
    List<SetColumns> columns = some.stream().map(e -> ((SetExample) e).columns()).toList();
    var levels = new float[some.size()];
    for (int b = 0; b < levels.length; b++) {
      levels[b] = ((SetExample) some.get(b)).level();
    }
    return graph.values(network.head(graph, network.trunk(graph, columns), levels));
  }

  @Override
  public String toString() {
    return name;
  }
}
