package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A law seen through transforms of its two sides. */
record Transformed(Distribution law, Transform ofX, Transform ofY)
    implements DelegatingDistribution {
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

  /**
   * Independent rows, drawn again where a column becomes constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    return ColumnDraws.varying(dx(), () -> draw(n, rng));
  }

  private double[][] draw(int n, RandomGenerator rng) {
    Sample sample = law.sample(n, rng);
    return Stream.concat(
            Stream.of(ofX.apply(ColumnDraws.ofX(sample))),
            Stream.of(ofY.apply(ColumnDraws.ofY(sample))))
        .toArray(double[][]::new);
  }

  /** h(f(X)) = h(X) + Σ E log |f′(X_i)| for transforms of single columns. */
  @Override
  public Optional<Entropies> entropies() {
    if (!(law instanceof KnownColumns columns)) {
      return Optional.empty();
    }
    return law.entropies()
        .flatMap(
            before ->
                slopes(columns, 0, law.dx(), ofX)
                    .flatMap(
                        x ->
                            slopes(columns, law.dx(), law.dx() + law.dy(), ofY)
                                .map(y -> before.mapped(x, y))));
  }

  private static Optional<Double> slopes(KnownColumns law, int from, int to, Transform transform) {
    return transform.logSlope().map(slope -> law.sumOfMeans(from, to, slope));
  }

  @Override
  public String describe() {
    return ofX.describe().equals(ofY.describe())
        ? "%s; columns %s".formatted(law.describe(), ofX.describe())
        : "%s; X %s, Y %s".formatted(law.describe(), ofX.describe(), ofY.describe());
  }
}
