package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NORMAL;
import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.entropy;
import static io.github.mist4j.suite.Integrals.integral;
import static io.github.mist4j.suite.Integrals.mixed;
import static io.github.mist4j.suite.Integrals.normal;
import static io.github.mist4j.suite.Integrals.normalEntropy;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Columns that a third one, a group or a coin exchanges, turns or mirrors. */
final class Switches {
  private Switches() {}

  /** Y = X₁ where X₃ is positive, else X₂, + σ e: normal, and normal given X. */
  static Distribution switched(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          row[3] = (row[2] > 0 ? row[0] : row[1]) + sigma * row[3];
        };
    return Simulated.of(
        "one of two columns, as a third one says, and noise, MI = ½ log(1 + 1/σ²)",
        3,
        1,
        rows,
        0.5 * Math.log1p(1 / (sigma * sigma)));
  }

  /** Y = (X₁, X₂) turned by the angle X₃, + σ e: normal, and normal given X. */
  static Distribution rotated(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          double cos = Math.cos(row[2]);
          double sin = Math.sin(row[2]);
          row[3] = cos * row[0] - sin * row[1] + sigma * row[3];
          row[4] = sin * row[0] + cos * row[1] + sigma * row[4];
        };
    return Simulated.of(
        "columns turned by an angle, and noise, MI = log(1 + 1/σ²)",
        3,
        2,
        rows,
        Math.log1p(1 / (sigma * sigma)));
  }

  /** Y = (X₁, X₂) or (X₂, X₁), + σ e; the two lie √2 |X₁ − X₂| apart. */
  static Distribution swapped(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          boolean swap = rng.nextBoolean();
          row[2] = row[swap ? 1 : 0] + sigma * row[2];
          row[3] = row[swap ? 0 : 1] + sigma * row[3];
        };
    double order = mixed(a -> signInformation(a / sigma)); // |X₁ − X₂|/√2 is half a normal
    return Simulated.of(
        "columns swapped or not, and noise, quadrature",
        2,
        2,
        rows,
        Math.log1p(1 / (sigma * sigma)) - order);
  }

  /** Y = X or −X, + σ e. */
  static Distribution mirrored(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          int sign = rng.nextBoolean() ? 1 : -1;
          for (int c = 0; c < 3; c++) {
            row[3 + c] = sign * row[c] + sigma * row[3 + c];
          }
        };
    DoubleUnaryOperator length = r -> 2 * r * r * NORMAL.density(r); // of three normal columns
    double order = integral(r -> length.applyAsDouble(r) * signInformation(r / sigma), 0, REACH);
    return Simulated.of(
        "columns mirrored or not, and noise, quadrature",
        3,
        3,
        rows,
        1.5 * Math.log1p(1 / (sigma * sigma)) - order);
  }

  /** I(S; S a + e), S = ±1 as likely. */
  private static double signInformation(double a) {
    return mixed(z -> Math.log(2) - Math.log1p(Math.exp(-2 * a * (a + z))));
  }

  /** Y = the slope of its group times X₁ + σ e; X₂ names the group. */
  static Distribution slopes(double sigma, double... slopes) {
    RowSampler rows =
        (row, rng) -> {
          int group = rng.nextInt(slopes.length);
          row[0] = rng.nextGaussian();
          row[1] = group;
          row[2] = slopes[group] * row[0] + sigma * rng.nextGaussian();
        };
    DoubleUnaryOperator density =
        y -> Arrays.stream(slopes).map(b -> normal(y, 0, Math.hypot(b, sigma))).average().orElse(0);
    return Simulated.of(
        "a line for each of some groups, and noise, entropy of Y by quadrature",
        2,
        1,
        rows,
        entropy(density, -25, 25) - normalEntropy(sigma));
  }
}
