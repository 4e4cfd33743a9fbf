package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/**
 * Random sizes: n log-uniform, with probability {@code many} from the most rows to {@code longest},
 * beside one to {@value #NARROW} columns a side then, log-uniform; with probability {@code square}
 * dx = dy uniform among the numbers from 2 on that both ranges hold; with probability {@code small}
 * dx and dy apart, log-uniform from 1 to {@value #SMALL}; else dx and dy apart, log-uniform in
 * their ranges.
 *
 * <pre>{@code
 * new Shapes(30, 300, 3, 0.5) // 30 to 300 rows, up to 3 columns a side, half with dx = dy
 * }</pre>
 *
 * @param minRows the fewest rows
 * @param maxRows the most rows
 * @param columnsOfX the range of dx
 * @param columnsOfY the range of dy
 * @param square the share of datasets with dx = dy
 * @param small the share of datasets with few columns
 * @param many the share of datasets with more rows than {@code maxRows}
 * @param longest the most rows of those
 */
public record Shapes(
    int minRows,
    int maxRows,
    IntRange columnsOfX,
    IntRange columnsOfY,
    double square,
    double small,
    double many,
    int longest) {
  private static final int SMALL = 3;
  private static final int NARROW = 8;

  /** Checks the ranges. */
  public Shapes {
    require(
        minRows >= Sample.MIN_ROWS && maxRows >= minRows,
        "rows must be a range from at least %d, was %d to %d",
        Sample.MIN_ROWS,
        minRows,
        maxRows);
    require(
        square >= 0 && small >= 0 && square + small <= 1,
        "square and small must be shares that add up to at most 1, were %s and %s",
        square,
        small);
    require(
        many >= 0 && many <= 1 && longest >= maxRows,
        "many must be a share and longest at least %d, were %s and %d",
        maxRows,
        many,
        longest);
    require(
        small == 0 || Math.min(columnsOfX.low(), columnsOfY.low()) == 1,
        "few columns need ranges of columns from 1, were %s and %s",
        columnsOfX,
        columnsOfY);
    require(
        square == 0 || fewestSquare(columnsOfX, columnsOfY) <= mostSquare(columnsOfX, columnsOfY),
        "dx = dy needs a number from 2 on in both ranges of columns, were %s and %s",
        columnsOfX,
        columnsOfY);
  }

  /** Without a share of few columns and of many rows. */
  public Shapes(int minRows, int maxRows, IntRange columnsOfX, IntRange columnsOfY, double square) {
    this(minRows, maxRows, columnsOfX, columnsOfY, square, 0, 0, maxRows);
  }

  /**
   * The same range of columns for both sides.
   *
   * @param maxColumns the most columns of a side, at least 2
   */
  public Shapes(int minRows, int maxRows, int maxColumns, double square) {
    this(minRows, maxRows, new IntRange(1, maxColumns), new IntRange(1, maxColumns), square);
  }

  /** The same with a share of datasets with one to three columns a side. */
  public Shapes withSmall(double share) {
    return new Shapes(minRows, maxRows, columnsOfX, columnsOfY, square, share, many, longest);
  }

  /**
   * The same with a share of datasets of more rows and few columns.
   *
   * @param rows the most rows of those
   */
  public Shapes withMany(double share, int rows) {
    return new Shapes(minRows, maxRows, columnsOfX, columnsOfY, square, small, share, rows);
  }

  /** The most rows of any. */
  public int mostRows() {
    return many > 0 ? longest : maxRows;
  }

  /** The most columns of a side. */
  public int maxColumns() {
    return Math.max(columnsOfX.high(), columnsOfY.high());
  }

  /** A size at random. */
  public Shape draw(RandomGenerator rng) {
    if (many > 0 && rng.nextDouble() < many) {
      int rows = logUniform(rng, maxRows, longest);
      return new Shape(rows, draw(rng, narrow(columnsOfX)), draw(rng, narrow(columnsOfY)));
    }
    int n = logUniform(rng, minRows, maxRows);
    double mark = rng.nextDouble();
    if (mark < square) {
      int d =
          rng.nextInt(fewestSquare(columnsOfX, columnsOfY), mostSquare(columnsOfX, columnsOfY) + 1);
      return new Shape(n, d, d);
    }
    if (mark < square + small) {
      return new Shape(
          n,
          logUniform(rng, 1, Math.min(SMALL, columnsOfX.high())),
          logUniform(rng, 1, Math.min(SMALL, columnsOfY.high())));
    }
    return new Shape(n, draw(rng, columnsOfX), draw(rng, columnsOfY));
  }

  /** The sizes in words. */
  String describe() {
    String apart =
        columnsOfX.equals(columnsOfY)
            ? "dx, dy log-uniform in " + words(columnsOfX)
            : "dx log-uniform in %s and dy in %s".formatted(words(columnsOfX), words(columnsOfY));
    String rows =
        "n log-uniform in %d…%d%s; "
            .formatted(
                minRows,
                maxRows,
                many > 0
                    ? ", %d%% of them in %d…%d".formatted(Math.round(100 * many), maxRows, longest)
                    : "");
    var shares = new StringJoiner(", ");
    if (square > 0) {
      shares.add(
          "%d%% dx = dy uniform in %d…%d"
              .formatted(
                  Math.round(100 * square),
                  fewestSquare(columnsOfX, columnsOfY),
                  mostSquare(columnsOfX, columnsOfY)));
    }
    if (small > 0) {
      shares.add("%d%% dx, dy log-uniform in 1…%d".formatted(Math.round(100 * small), SMALL));
    }
    if (square + small >= 1) {
      return rows + shares;
    }
    return rows + (shares.length() > 0 ? shares + ", else " + apart : apart);
  }

  private static IntRange narrow(IntRange range) {
    return new IntRange(range.low(), Math.max(range.low(), Math.min(NARROW, range.high())));
  }

  private static String words(IntRange range) {
    return range.low() + "…" + range.high();
  }

  private static int fewestSquare(IntRange x, IntRange y) {
    return Math.max(2, Math.max(x.low(), y.low()));
  }

  private static int mostSquare(IntRange x, IntRange y) {
    return Math.min(x.high(), y.high());
  }

  private static int draw(RandomGenerator rng, IntRange range) {
    return logUniform(rng, range.low(), range.high());
  }

  private static int logUniform(RandomGenerator rng, int low, int high) {
    double log = Math.log(low) + rng.nextDouble() * (Math.log(high + 1) - Math.log(low));
    return Math.min(high, (int) Math.exp(log));
  }
}
