package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Features of datasets of one shape, laid after one another.
 *
 * @param count the number b of datasets
 * @param global (globals, b)
 * @param rows (19, b·queries)
 * @param tokens (4, b·m)
 * @param nodesX (134, b·dx)
 * @param nodesY (134, b·dy)
 * @param pairs (68, b·dx·dy)
 */
record Batch(
    int count,
    int dx,
    int dy,
    Activations global,
    Activations rows,
    Activations tokens,
    Activations nodesX,
    Activations nodesY,
    Activations pairs) {

  /**
   * The features as the data of a tape.
   *
   * @param globals the number of global features that the network sees
   * @throws IllegalArgumentException if the datasets differ in shape or in their number of queries
   */
  static Batch of(NetworkTape tape, List<CopulaFeatures> batch, int globals) {
    CopulaFeatures shape = batch.get(0);
    for (CopulaFeatures features : batch) {
      require(
          features.dx() == shape.dx()
              && features.dy() == shape.dy()
              && features.rows()[0].length == shape.rows()[0].length,
          "a batch needs datasets of one shape, had %s x %s and %s x %s columns",
          shape.dx(),
          shape.dy(),
          features.dx(),
          features.dy());
    }
    return new Batch(
        batch.size(),
        shape.dx(),
        shape.dy(),
        global(tape, batch, globals),
        joined(tape, batch, CopulaFeatures::rows),
        joined(tape, batch, CopulaFeatures::tokens),
        joined(tape, batch, CopulaFeatures::nodesX),
        joined(tape, batch, CopulaFeatures::nodesY),
        joined(tape, batch, CopulaFeatures::pair));
  }

  private static Activations joined(
      NetworkTape tape, List<CopulaFeatures> batch, Function<CopulaFeatures, float[][]> part) {
    int channels = part.apply(batch.get(0)).length;
    int rows = part.apply(batch.get(0))[0].length;
    var joined = new float[channels][batch.size() * rows];
    for (int b = 0; b < batch.size(); b++) {
      float[][] own = part.apply(batch.get(b));
      for (int c = 0; c < channels; c++) {
        System.arraycopy(own[c], 0, joined[c], b * rows, rows);
      }
    }
    return tape.input(joined, batch.size() * rows);
  }

  private static Activations global(NetworkTape tape, List<CopulaFeatures> batch, int channels) {
    var columns = new float[channels][batch.size()];
    for (int b = 0; b < batch.size(); b++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][b] = batch.get(b).global()[c];
      }
    }
    return tape.input(columns, batch.size());
  }

  /**
   * What has flowed into the only dataset, in the shape of its features.
   *
   * @param classical what has flowed to its classical estimates
   * @param inDirections the same of its directions
   */
  CopulaFeatures gradient(int n, double[] classical, Optional<CopulaFeatures> inDirections) {
    var ofGlobal = new float[GlobalFeature.CHANNELS];
    for (int c = 0; c < global.channels(); c++) {
      ofGlobal[c] = global.gradient()[c][0];
    }
    return new CopulaFeatures(
        n,
        dx,
        dy,
        classical,
        gradient(pairs),
        gradient(nodesX),
        gradient(nodesY),
        gradient(rows),
        gradient(tokens),
        ofGlobal,
        new Memo<>(() -> inDirections));
  }

  private static float[][] gradient(Activations data) {
    var gradient = new float[data.channels()][];
    for (int c = 0; c < gradient.length; c++) {
      gradient[c] = java.util.Arrays.copyOf(data.gradient()[c], data.rows());
    }
    return gradient;
  }
}
