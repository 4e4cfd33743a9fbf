package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/** A law seen through transforms of its two sides. */
record Transformed(Distribution law, Transform ofX, Transform ofY) implements Distribution {
  Transformed {
    require(ofX != null && ofY != null, "a transform must be given, was null");
    ofX.columns(law.dx());
    ofY.columns(law.dy());
  }

  @Override
  public int dx() {
    return ofX.columns(law.dx());
  }

  @Override
  public int dy() {
    return ofY.columns(law.dy());
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    Sample sample = law.sample(n, rng);
    return Sample.ofColumns(ofX.apply(Columns.ofX(sample)), ofY.apply(Columns.ofY(sample)));
  }

  @Override
  public double mutualInformation() {
    return law.mutualInformation();
  }

  @Override
  public double mutualInformationError() {
    return law.mutualInformationError();
  }

  @Override
  public String describe() {
    return ofX.describe().equals(ofY.describe())
        ? "%s; columns %s".formatted(law.describe(), ofX.describe())
        : "%s; X %s, Y %s".formatted(law.describe(), ofX.describe(), ofY.describe());
  }
}
