package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entropies of sides that are one column of names. */
final class NameEntropies {
  private NameEntropies() {}

  /** By the name of the column, that of X first, after Miller and Madow, nats. */
  static Map<String, Double> of(Sample sample) {
    var entropies = new LinkedHashMap<String, Double>();
    add(sample, entropies);
    add(sample.swapped(), entropies);
    return entropies;
  }

  private static void add(Sample sample, Map<String, Double> entropies) {
    if (sample.dx() == 1 && SampleColumns.isNominal(sample, 0)) {
      int[] counts = SampleColumns.levelsOfX(sample).counts();
      entropies.put(sample.xNames().get(0), CountEntropy.millerMadow(counts));
    }
  }
}
