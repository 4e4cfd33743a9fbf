package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * X_i uniform on (0, 1) and Y_i = X_i + U(−ε_i, ε_i), pairs independent of each other.
 *
 * <p>A pair's mutual information is 1/(4ε) for ε above ½ and ε − log 2ε below.
 */
public final class AdditiveNoise implements Distribution {
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
    Columns.checkDraw(n, rng);
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

  @Override
  public String describe() {
    return "additive uniform noise, %d pairs, MI = Σ (1/(4ε) where ε > ½, else ε − log 2ε)"
        .formatted(widths.length);
  }
}
