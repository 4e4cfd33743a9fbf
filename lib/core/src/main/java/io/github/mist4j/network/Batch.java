package io.github.mist4j.network;

import java.util.List;
import java.util.function.Function;

/** Features of datasets of one shape, laid after one another. */
final class Batch {
  private Batch() {}

  static Activations of(List<CopulaFeatures> batch, Function<CopulaFeatures, float[][]> part) {
    int channels = part.apply(batch.get(0)).length;
    int rows = part.apply(batch.get(0))[0].length;
    var joined = new float[channels][batch.size() * rows];
    for (int b = 0; b < batch.size(); b++) {
      float[][] own = part.apply(batch.get(b));
      for (int c = 0; c < channels; c++) {
        System.arraycopy(own[c], 0, joined[c], b * rows, rows);
      }
    }
    return NetworkTape.input(joined, batch.size() * rows);
  }

  static Activations global(List<CopulaFeatures> batch, int channels) {
    var columns = new float[channels][batch.size()];
    for (int b = 0; b < batch.size(); b++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][b] = batch.get(b).global()[c];
      }
    }
    return NetworkTape.input(columns, batch.size());
  }
}
