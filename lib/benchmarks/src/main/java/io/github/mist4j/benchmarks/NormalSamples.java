package io.github.mist4j.benchmarks;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;

/** What estimators are timed on. */
final class NormalSamples {
  private NormalSamples() {}

  /**
   * A normal sample of a shape such as {@code "500 1 1"}: rows, columns of X, columns of Y; a
   * fourth number says how many of a side are noise.
   */
  static Sample of(String shape) {
    String[] sizes = shape.split(" ", -1);
    int n = Integer.parseInt(sizes[0]);
    int dx = Integer.parseInt(sizes[1]);
    int dy = Integer.parseInt(sizes[2]);
    int noise = sizes.length > 3 ? Integer.parseInt(sizes[3]) : 0;
    return new Normal(Dispersion.dense(dx - noise, dy - noise, 0.4))
        .withNoiseColumns(noise, noise)
        .sample(n, new SplittableRandom(1));
  }
}
