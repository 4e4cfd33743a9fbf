package io.github.mist4j.network;

import io.github.mist4j.network.SampleDirections.Directed;
import java.util.Optional;

/**
 * The slopes of what a network says of a sample by the normal scores of its columns: by the
 * features of the columns, and by those of its directions, which are held.
 */
final class SampleSlopes {
  private SampleSlopes() {}

  /** Slopes of the value by the scores, (d, n). */
  record Scored(double value, double[][] slopes) {}

  static Scored of(
      CopulaNetwork network,
      float[] weights,
      RankedSample sample,
      int[] queries,
      CopulaFeatures features,
      Memo<Optional<Directed>> inDirections,
      Buffers buffers) {
    ValueSlopes value = ValueSlopes.of(network, weights, features, buffers);
    double[][] slopes = ScoreSlopes.of(sample, queries, features, value.slopes());
    Optional<CopulaFeatures> ofDirections = value.slopes().directions();
    if (ofDirections.isPresent()) {
      Directed directed = inDirections.get().orElseThrow();
      double[][] slopesInDirections =
          ScoreSlopes.of(
              directed.ranked(), queries, features.directions().orElseThrow(), ofDirections.get());
      addDirections(slopes, sample, directed, slopesInDirections);
    }
    return new Scored(value.value(), slopes);
  }

  private static void addDirections(
      double[][] slopes, RankedSample sample, Directed directed, double[][] inDirections) {
    SmoothRanks smooth = SmoothRanks.of(sample.table());
    for (int k = 0; k < inDirections.length; k++) {
      int from = k < directed.ranked().dx() ? 0 : sample.dx();
      double[] ofValues =
          smooth.slopes(directed.values()[k], directed.ranked().ranks()[k], inDirections[k]);
      for (int r = 0; r < ofValues.length; r++) {
        double[] form = directed.forms()[directed.fold()[r]][k];
        for (int c = 0; c < form.length; c++) {
          slopes[from + c][r] += ofValues[r] * form[c];
        }
      }
    }
  }
}
