package io.github.mist4j.benchmarks;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;

/** What estimators are timed on. */
final class NormalSamples {
  private NormalSamples() {}

  /** A normal sample of a shape such as {@code "500 1 1"}: rows, columns of X, columns of Y. */
  static Sample of(String shape) {
    String[] sizes = shape.split(" ", -1);
    int n = Integer.parseInt(sizes[0]);
    int dx = Integer.parseInt(sizes[1]);
    int dy = Integer.parseInt(sizes[2]);
    return new Normal(Dispersion.dense(dx, dy, 0.4)).sample(n, new SplittableRandom(1));
  }
}
