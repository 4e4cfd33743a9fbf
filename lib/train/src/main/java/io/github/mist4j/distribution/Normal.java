package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The multivariate normal law; its mutual information is ½(log|Σ_x| + log|Σ_y| − log|Σ|).
 *
 * <pre>{@code
 * new Normal(Dispersion.dense(1, 1, 0.75)).mutualInformation() // -log(1 - 0.75²) / 2 = 0.413 nats
 * }</pre>
 *
 * @param dispersion Σ, the covariance
 */
public record Normal(Dispersion dispersion) implements KnownColumns {
  private static final double ENTROPY = 0.5 * Math.log(2 * Math.PI * Math.E); // of a column

  /** Checks that Σ is given. */
  public Normal {
    require(dispersion != null, "dispersion must be given, was null");
  }

  @Override
  public int dx() {
    return dispersion.dx();
  }

  @Override
  public int dy() {
    return dispersion.dy();
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    return ColumnDraws.split(dispersion.normalColumns(n, rng), dx());
  }

  @Override
  public double mutualInformation() {
    return dispersion.normalInformation();
  }

  @Override
  public Optional<Entropies> entropies() {
    return Optional.of(dispersion.entropies(d -> d * ENTROPY));
  }

  @Override
  public double sumOfMeans(int from, int to, DoubleUnaryOperator function) {
    return dispersion.sumOverScales(from, to, scale -> mean(function, scale));
  }

  private static double mean(DoubleUnaryOperator function, double scale) {
    double height = 1 / (scale * Math.sqrt(2 * Math.PI));
    return Integral.mean(function, v -> height * Math.exp(-0.5 * v * v / (scale * scale)), scale);
  }

  @Override
  public String describe() {
    return "normal, %s x %s columns, %s, MI = ½(log|Σx| + log|Σy| − log|Σ|)"
        .formatted(dx(), dy(), dispersion.describe());
  }
}
