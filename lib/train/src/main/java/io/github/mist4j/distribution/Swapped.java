package io.github.mist4j.distribution;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A law with X and Y exchanged. */
record Swapped(Distribution law) implements DelegatingDistribution {
  @Override
  public int dx() {
    return law.dy();
  }

  @Override
  public int dy() {
    return law.dx();
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    Sample sample = law.sample(n, rng);
    return Sample.ofColumns(ColumnDraws.ofY(sample), ColumnDraws.ofX(sample));
  }

  @Override
  public Optional<Entropies> entropies() {
    return law.entropies().map(Entropies::swapped);
  }

  @Override
  public String describe() {
    return law.describe() + "; X and Y exchanged";
  }
}
