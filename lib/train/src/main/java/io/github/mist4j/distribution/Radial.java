package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/**
 * Sides of which only the lengths have to do with each other: X = exp(A)·U, Y = exp(B)·V, with
 * independent directions U and V, all equally likely, and (A, B) of another law, whose information
 * this one has.
 *
 * <pre>{@code
 * Distribution lengths = Radial.of(new Normal(Dispersion.dense(1, 1, 0.8)), 3, 3);
 * }</pre>
 */
public final class Radial implements Distribution {
  private final Distribution logLengths;
  private final int dx;
  private final int dy;

  private Radial(Distribution logLengths, int dx, int dy) {
    this.logLengths = logLengths;
    this.dx = dx;
    this.dy = dy;
  }

  /**
   * A radial law.
   *
   * @param logLengths of the logarithms of the lengths, one column each
   * @param dx the number of columns of X, positive; with one the direction is a sign
   * @param dy the same of Y
   */
  public static Radial of(Distribution logLengths, int dx, int dy) {
    require(
        logLengths.dx() == 1 && logLengths.dy() == 1,
        "lengths need a law of one column each, had %d and %d",
        logLengths.dx(),
        logLengths.dy());
    require(dx > 0 && dy > 0, "dx and dy must be positive, were %d and %d", dx, dy);
    return new Radial(logLengths, dx, dy);
  }

  @Override
  public int dx() {
    return dx;
  }

  @Override
  public int dy() {
    return dy;
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    Sample lengths = logLengths.sample(n, rng);
    double[] ofX = lengths.x(0);
    double[] ofY = lengths.y(0);
    var columns = new double[dx + dy][n];
    for (int r = 0; r < n; r++) {
      point(columns, r, 0, dx, Math.exp(ofX[r]), rng);
      point(columns, r, dx, dx + dy, Math.exp(ofY[r]), rng);
    }
    return ColumnDraws.split(columns, dx);
  }

  private static void point(
      double[][] columns, int row, int from, int to, double length, RandomGenerator rng) {
    double square = 0;
    for (int c = from; c < to; c++) {
      columns[c][row] = rng.nextGaussian();
      square += columns[c][row] * columns[c][row];
    }
    double factor = length / Math.sqrt(square);
    for (int c = from; c < to; c++) {
      columns[c][row] *= factor;
    }
  }

  @Override
  public double mutualInformation() {
    return logLengths.mutualInformation();
  }

  @Override
  public double mutualInformationError() {
    return logLengths.mutualInformationError();
  }

  @Override
  public String describe() {
    return "lengths of random directions, their logarithms: " + logLengths.describe();
  }
}
