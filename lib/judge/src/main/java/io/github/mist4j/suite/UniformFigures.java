package io.github.mist4j.suite;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/** Points spread evenly over a figure: what a column leaves of it is what it tells. */
final class UniformFigures {
  private UniformFigures() {}

  /** Uniform on x, y &gt; 0, x + y &lt; 1. */
  static Distribution triangle() {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextDouble();
          row[1] = rng.nextDouble();
          if (row[0] + row[1] > 1) {
            row[0] = 1 - row[0];
            row[1] = 1 - row[1];
          }
        };
    return Simulated.of("uniform on a triangle, MI = 1 − log 2", 1, 1, rows, 1 - Math.log(2));
  }

  static Distribution disk() {
    RowSampler rows =
        (row, rng) -> {
          double radius = Math.sqrt(rng.nextDouble());
          double angle = 2 * Math.PI * rng.nextDouble();
          row[0] = radius * Math.cos(angle);
          row[1] = radius * Math.sin(angle);
        };
    return Simulated.of("uniform on a disk, MI = log π − 1", 1, 1, rows, Math.log(Math.PI) - 1);
  }

  /** Uniform on the black squares of k × k, k even. */
  static Distribution checkerboard(int k) {
    RowSampler rows =
        (row, rng) -> {
          int i = rng.nextInt(k);
          int j = 2 * rng.nextInt(k / 2) + i % 2;
          row[0] = i + rng.nextDouble();
          row[1] = j + rng.nextDouble();
        };
    return Simulated.of("uniform on a checkerboard, MI = log 2", 1, 1, rows, Math.log(2));
  }

  /** Uniform in a ball. */
  static Distribution ball(int dx, int dy) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          double length = Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
          double radius = Math.pow(rng.nextDouble(), 1.0 / row.length);
          Arrays.setAll(row, c -> row[c] * radius / length);
        };
    double information =
        ballEntropy(dx, dx + dy) + ballEntropy(dy, dx + dy) - ballEntropy(dx + dy, dx + dy);
    return Simulated.of("uniform in a ball, closed form", dx, dy, rows, information);
  }

  /** Of k coordinates of a ball of d: a density c (1 − r²)^m, m = (d − k)/2. */
  private static double ballEntropy(int k, int d) {
    double m = 0.5 * (d - k);
    double logC = LogGamma.value(0.5 * d + 1) - LogGamma.value(m + 1) - 0.5 * k * Math.log(Math.PI);
    return -logC - m * (Digamma.value(m + 1) - Digamma.value(0.5 * d + 1));
  }

  /** Two places in a square without edges, not nearer than a distance of up to ½. */
  static Distribution apart(double distance) {
    return onTorus(distance, false);
  }

  /** Two places in a square without edges, not farther than a distance of up to ½. */
  static Distribution close(double distance) {
    return onTorus(distance, true);
  }

  private static Distribution onTorus(double distance, boolean within) {
    RowSampler rows =
        (row, rng) -> {
          double right;
          double up;
          do {
            right = rng.nextDouble() - 0.5;
            up = rng.nextDouble() - 0.5;
          } while (Math.hypot(right, up) < distance != within);
          row[0] = rng.nextDouble();
          row[1] = rng.nextDouble();
          row[2] = row[0] + right - Math.floor(row[0] + right);
          row[3] = row[1] + up - Math.floor(row[1] + up);
        };
    double area = Math.PI * distance * distance;
    return Simulated.of(
        "two places %s a distance, MI = −log of the area left"
            .formatted(within ? "within" : "beyond"),
        2,
        2,
        rows,
        -Math.log(within ? area : 1 - area));
  }
}
