package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/**
 * A distribution given by a way to draw a row and a mutual information that the caller knows.
 *
 * <pre>{@code
 * Distribution copy = Simulated.of( // Y is X, or a number of its own in half of the rows
 *     "a copy in half of the rows",
 *     1,
 *     1,
 *     (row, rng) -> {
 *       row[0] = rng.nextInt(4);
 *       row[1] = rng.nextBoolean() ? row[0] : rng.nextInt(4);
 *     },
 *     Math.log(4) + 0.625 * Math.log(0.625) + 0.375 * Math.log(0.125));
 * }</pre>
 */
public final class Simulated implements Distribution {
  private final String words;
  private final int dx;
  private final int dy;
  private final RowSampler rows;
  private final double information;

  /** Draws one row. */
  @FunctionalInterface
  public interface RowSampler {
    /**
     * Fills a row.
     *
     * @param row to fill, the columns of X first, (dx + dy)
     * @param rng the source of all randomness
     */
    void draw(double[] row, RandomGenerator rng);
  }

  private Simulated(String words, int dx, int dy, RowSampler rows, double information) {
    this.words = words;
    this.dx = dx;
    this.dy = dy;
    this.rows = rows;
    this.information = information;
  }

  /**
   * A distribution.
   *
   * @param words what it is and where its mutual information comes from
   * @param dx the number of columns of X, positive
   * @param dy the number of columns of Y, positive
   * @param rows draws a row
   * @param information the mutual information, nats, not negative and finite
   */
  public static Simulated of(String words, int dx, int dy, RowSampler rows, double information) {
    require(dx > 0 && dy > 0, "dx and dy must be positive, were %d and %d", dx, dy);
    require(
        information >= 0 && Double.isFinite(information),
        "a mutual information must not be negative and must be finite, was %s",
        information);
    return new Simulated(words, dx, dy, rows, information);
  }

  @Override
  public int dx() {
    return dx;
  }

  @Override
  public int dy() {
    return dy;
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    return ColumnDraws.varying(dx, () -> draw(n, rng));
  }

  private double[][] draw(int n, RandomGenerator rng) {
    var columns = new double[dx + dy][n];
    var row = new double[dx + dy];
    for (int r = 0; r < n; r++) {
      rows.draw(row, rng);
      for (int c = 0; c < row.length; c++) {
        columns[c][r] = row[c];
      }
    }
    return columns;
  }

  @Override
  public double mutualInformation() {
    return information;
  }

  @Override
  public String describe() {
    return words;
  }
}
