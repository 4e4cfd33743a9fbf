package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A law with independent standard normal columns behind those of X and of Y. */
record WithNoiseColumns(Distribution law, int ofX, int ofY) implements DelegatingDistribution {
  private static final double OF_NOISE = 0.5 * Math.log(2 * Math.PI * Math.E);

  WithNoiseColumns {
    require(ofX >= 0 && ofY >= 0, "noise columns must not be negative, were %d and %d", ofX, ofY);
  }

  @Override
  public int dx() {
    return law.dx() + ofX;
  }

  @Override
  public int dy() {
    return law.dy() + ofY;
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    Sample sample = law.sample(n, rng);
    return Sample.ofColumns(
        widened(ColumnDraws.ofX(sample), ofX, rng), widened(ColumnDraws.ofY(sample), ofY, rng));
  }

  @Override
  public Optional<Entropies> entropies() {
    return law.entropies().map(e -> e.mapped(ofX * OF_NOISE, ofY * OF_NOISE));
  }

  @Override
  public String describe() {
    return "%s; with %s and %s columns of pure noise".formatted(law.describe(), ofX, ofY);
  }

  private static double[][] widened(double[][] columns, int count, RandomGenerator rng) {
    double[][] wide = Arrays.copyOf(columns, columns.length + count);
    for (int c = columns.length; c < wide.length; c++) {
      wide[c] = new double[columns[0].length];
      Arrays.setAll(wide[c], r -> rng.nextGaussian());
    }
    return wide;
  }
}
