package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/**
 * Random sizes: n log-uniform; with probability {@code square} dx = dy uniform among the numbers
 * from 2 on that both ranges hold; with probability {@code small} dx and dy apart, log-uniform from
 * 1 to {@value #SMALL}; else dx and dy apart, log-uniform in their ranges.
 *
 * <p>A share of samples is longer, n log-uniform from the most rows on, and as narrow as {@value
 * #VALUES} values of a side ask for; another share is wider, with a side of more columns,
 * log-uniform from the most on, the other log-uniform from its fewest, and n log-uniform up to
 * {@value #ROWS_OF_WIDE} rows.
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
 * @param longer those with more rows than {@code maxRows}
 * @param wider those with more columns than the ranges hold
 */
public record Shapes(
    int minRows,
    int maxRows,
    IntRange columnsOfX,
    IntRange columnsOfY,
    double square,
    double small,
    Beyond longer,
    Beyond wider) {
  private static final int SMALL = 3;
  private static final int VALUES = 120_000;
  private static final int ROWS_OF_WIDE = 3000;

  /**
   * A share of the samples that lies beyond a range.
   *
   * @param share how many of all
   * @param most where they end
   */
  public record Beyond(double share, int most) {
    private static Beyond none(int most) {
      return new Beyond(0, most);
    }

    private void check(String name, int from) {
      require(
          share >= 0 && share <= 1 && most >= from,
          "%s must be a share and reach to at least %d, were %s and %d",
          name,
          from,
          share,
          most);
    }
  }

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
    longer.check("longer", maxRows);
    wider.check("wider", Math.max(columnsOfX.high(), columnsOfY.high()));
    require(
        longer.share + wider.share <= 1,
        "the shares of longer and wider samples must add up to at most 1, were %s and %s",
        longer.share,
        wider.share);
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

  /** Without a share of few columns and any beyond the ranges. */
  public Shapes(int minRows, int maxRows, IntRange columnsOfX, IntRange columnsOfY, double square) {
    this(
        minRows,
        maxRows,
        columnsOfX,
        columnsOfY,
        square,
        0,
        Beyond.none(maxRows),
        Beyond.none(Math.max(columnsOfX.high(), columnsOfY.high())));
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
    return new Shapes(minRows, maxRows, columnsOfX, columnsOfY, square, share, longer, wider);
  }

  /**
   * The same with a share of datasets of more rows.
   *
   * @param rows the most rows of those
   */
  public Shapes withLonger(double share, int rows) {
    var beyond = new Beyond(share, rows);
    return new Shapes(minRows, maxRows, columnsOfX, columnsOfY, square, small, beyond, wider);
  }

  /**
   * The same with a share of datasets of more columns.
   *
   * @param columns the most columns of a side of those
   */
  public Shapes withWider(double share, int columns) {
    var beyond = new Beyond(share, columns);
    return new Shapes(minRows, maxRows, columnsOfX, columnsOfY, square, small, longer, beyond);
  }

  /** The most rows of any. */
  public int mostRows() {
    return longer.share > 0 ? longer.most : maxRows;
  }

  /** The most columns of a side of any. */
  public int mostColumns() {
    return wider.share > 0 ? wider.most : maxColumns();
  }

  /** The most columns of a side, but for the wider ones. */
  public int maxColumns() {
    return Math.max(columnsOfX.high(), columnsOfY.high());
  }

  /** A size at random. */
  public Shape draw(RandomGenerator rng) {
    if (longer.share + wider.share > 0) {
      double mark = rng.nextDouble();
      if (mark < longer.share) {
        return longer(rng);
      }
      if (mark < longer.share + wider.share) {
        return wider(rng);
      }
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

  private Shape longer(RandomGenerator rng) {
    int rows = logUniform(rng, maxRows, longer.most);
    int columns = Math.max(1, VALUES / rows);
    return new Shape(
        rows, draw(rng, columnsOfX.upTo(columns)), draw(rng, columnsOfY.upTo(columns)));
  }

  private Shape wider(RandomGenerator rng) {
    int rows = logUniform(rng, minRows, Math.max(maxRows, ROWS_OF_WIDE));
    boolean ofX = rng.nextBoolean();
    IntRange other = ofX ? columnsOfY : columnsOfX;
    int wide = logUniform(rng, maxColumns() + 1, wider.most);
    int columns = logUniform(rng, other.low(), wider.most);
    return ofX ? new Shape(rows, wide, columns) : new Shape(rows, columns, wide);
  }

  /** The sizes in words. */
  String describe() {
    String apart =
        columnsOfX.equals(columnsOfY)
            ? "dx, dy log-uniform in " + words(columnsOfX)
            : "dx log-uniform in %s and dy in %s".formatted(words(columnsOfX), words(columnsOfY));
    var rows = new StringBuilder("n log-uniform in %s…%s".formatted(minRows, maxRows));
    if (longer.share > 0) {
      rows.append(
          ", %s of them in %s…%s, dx and dy up to %s/n"
              .formatted(percent(longer.share), maxRows, longer.most, VALUES));
    }
    if (wider.share > 0) {
      rows.append(
          ", %s of them with %s to %s columns on a side"
              .formatted(percent(wider.share), maxColumns() + 1, wider.most));
    }
    rows.append("; ");
    var shares = new StringJoiner(", ");
    if (square > 0) {
      shares.add(
          "%s%% dx = dy uniform in %s…%s"
              .formatted(
                  Math.round(100 * square),
                  fewestSquare(columnsOfX, columnsOfY),
                  mostSquare(columnsOfX, columnsOfY)));
    }
    if (small > 0) {
      shares.add("%s%% dx, dy log-uniform in 1…%s".formatted(Math.round(100 * small), SMALL));
    }
    if (square + small >= 1) {
      return rows.append(shares).toString();
    }
    return rows.append(shares.length() > 0 ? shares + ", else " + apart : apart).toString();
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share)
            .round(new MathContext(2))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
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
