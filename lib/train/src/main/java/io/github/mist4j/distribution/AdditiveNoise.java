package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * X_i uniform on (0, 1) and Y_i = X_i + U(−ε_i, ε_i), pairs independent of each other.
 *
 * <p>A pair's mutual information is 1/(4ε) for ε above ½ and ε − log 2ε below.
 *
 * <pre>{@code
 * AdditiveNoise.of(0.5, 2).mutualInformation() // 0.5 + 0.125 nats
 * }</pre>
 */
public final class AdditiveNoise implements KnownColumns {
  private final double[] widths;

  private AdditiveNoise(double[] widths) {
    this.widths = widths;
  }

  /**
   * One pair of columns for each noise.
   *
   * @param widths the ε_i, positive
   */
  public static AdditiveNoise of(double... widths) {
    require(widths.length > 0, "additive noise needs at least one pair, had none");
    for (double width : widths) {
      require(width > 0 && Double.isFinite(width), "every ε must be positive, was %s", width);
    }
    return new AdditiveNoise(widths.clone());
  }

  @Override
  public int dx() {
    return widths.length;
  }

  @Override
  public int dy() {
    return widths.length;
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    var x = new double[widths.length][n];
    var y = new double[widths.length][n];
    for (int i = 0; i < widths.length; i++) {
      for (int r = 0; r < n; r++) {
        x[i][r] = rng.nextDouble();
        y[i][r] = x[i][r] + widths[i] * (2 * rng.nextDouble() - 1);
      }
    }
    return Sample.ofColumns(x, y);
  }

  @Override
  public double mutualInformation() {
    return Arrays.stream(widths).map(e -> e > 0.5 ? 1 / (4 * e) : e - Math.log(2 * e)).sum();
  }

  /** 0 for X, Σ log 2ε for Y given X. */
  @Override
  public Optional<Entropies> entropies() {
    double joint = Arrays.stream(widths).map(e -> Math.log(2 * e)).sum();
    return Optional.of(new Entropies(0, mutualInformation() + joint, joint));
  }

  @Override
  public double sumOfMeans(int from, int to, DoubleUnaryOperator function) {
    return IntStream.range(from, to).mapToDouble(c -> mean(c, function)).sum();
  }

  private double mean(int column, DoubleUnaryOperator function) {
    if (column < widths.length) {
      return Integral.between(function, 0, 1);
    }
    double e = widths[column - widths.length];
    double[] ends = {-e, 0, Math.min(e, 1 - e), Math.max(e, 1 - e), 1 + e};
    Arrays.sort(ends); // 1 − ε may lie below 0
    double sum = 0;
    for (int k = 0; k + 1 < ends.length; k++) {
      if (ends[k + 1] > ends[k]) {
        sum +=
            Integral.between(v -> function.applyAsDouble(v) * density(v, e), ends[k], ends[k + 1]);
      }
    }
    return sum;
  }

  /** Of X + U(−ε, ε) at v. */
  private static double density(double v, double e) {
    return Math.max(0, Math.min(1, v + e) - Math.max(0, v - e)) / (2 * e);
  }

  @Override
  public String describe() {
    return "additive uniform noise, %s pairs, MI = Σ (1/(4ε) where ε > ½, else ε − log 2ε)"
        .formatted(widths.length);
  }
}
