package io.github.mist4j.sample;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether rows that stand near each other, or a season apart, are alike on both sides, as in a
 * series or where a unit has several rows: rows are no draws of their own then, and shuffles of
 * them take too much for dependence.
 *
 * <p>A row is compared with the one at a lag and with one farther away by a part of the rows, which
 * differs from row to row so that it is no whole number of seasons. In how many more cases the near
 * one is nearer, of all, is a statistic s that needs no ranks, knows no units and is 0 where rows
 * stand in no order. For a normal column whose near rows have the correlation ρ, and whose far rows
 * have none, s = (2/π) arcsin(ρ / √(3 − 2ρ)), which gives ρ back: with t = sin(π s / 2), ρ = √(t⁴ +
 * 3t²) − t².
 *
 * <p>A table that was sorted by some column, or by a few classes, is no series: there the next row
 * is hardly nearer than the far one, in most cases. Nor is one that was sorted by a column of names
 * itself, each of whose levels stands together. A few long units look like classes.
 */
final class SerialDependence {
  private static final int FEWEST_ROWS = 40;
  private static final int MOST_ROWS = 5000; // the first of more tell as much
  private static final int MOST_COLUMNS = 32; // of both sides, that are looked at for seasons
  private static final int LONGEST = 100; // lag
  private static final int QUARTER = 4; // of the rows a lag may be
  private static final int PART = 30; // of all rows, that a far row is away, to twice as many
  private static final int NEAREST = 8; // rows
  private static final int FARTHEST = 70;
  private static final int OF_MEMORY = 6; // the same of rows beside which memory is measured
  private static final double SURE = 3.5; // standard errors of s, which are at most 1/√n
  private static final double SURE_OF_LAGS = 5; // the largest of a hundred lags
  private static final double ALIKE = 0.15; // the product, where a correlation scatters by 1.16
  private static final double FORGOTTEN = 0.2;
  private static final int FEWEST_BLOCKS = 5; // that a test takes
  private static final double AS_GOOD = 0.9; // of the largest product, for a shorter season

  /** A column, and how alike its rows at a lag are; 0 where that may be chance. */
  private record Column(String name, double[] values, boolean names, int[] far) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2; // its multiples fill evenly

    /** How far the far row of each row is, from so many rows on to twice as many. */
    static int[] far(int n, int least) {
      return IntStream.range(0, n).map(r -> least + (int) (least * (r * GOLDEN % 1))).toArray();
    }

    double alike(int lag, double sure) {
      int cases = values.length - lag - 2 * far[0];
      int balance = 0;
      for (int r = 0; r < cases; r++) {
        double here = values[r + lag];
        double near = values[r];
        double away = values[r + lag + far[r]];
        if (names) {
          balance += (here == near ? 1 : 0) - (here == away ? 1 : 0);
        } else {
          double ofNear = Math.abs(here - near);
          double ofAway = Math.abs(here - away);
          balance += (ofNear < ofAway ? 1 : 0) - (ofAway < ofNear ? 1 : 0);
        }
      }
      double s = (double) balance / cases;
      if (s * Math.sqrt(cases) <= sure) {
        return 0;
      }
      double t = Math.sin(Math.PI / 2 * s);
      return Math.sqrt(t * t * t * t + 3 * t * t) - t * t;
    }

    /** Whether each level of names stands in one run, as the table was sorted by them. */
    boolean isSortedNames() {
      int runs = 1;
      for (int r = 1; r < values.length; r++) {
        runs += values[r] == values[r - 1] ? 0 : 1;
      }
      return names && runs == Arrays.stream(values).distinct().count();
    }
  }

  private final Column[] x;
  private final Column[] y;
  private final int longest;

  private SerialDependence(Side x, Side y) {
    this.x = columns(x);
    this.y = columns(y);
    int n = Math.min(MOST_ROWS, x.columns()[0].length);
    longest = this.x.length + this.y.length > MOST_COLUMNS ? 1 : Math.min(LONGEST, n / QUARTER);
  }

  private static Column[] columns(Side side) {
    boolean[] names = side.areNames();
    int n = Math.min(MOST_ROWS, side.columns()[0].length);
    int[] far = Column.far(n, Math.max(NEAREST, Math.min(FARTHEST, n / PART)));
    return IntStream.range(0, names.length)
        .mapToObj(
            c ->
                new Column(side.names().get(c), Arrays.copyOf(side.columns()[c], n), names[c], far))
        .filter(column -> !column.isSortedNames())
        .toArray(Column[]::new);
  }

  private static Column[] farther(Column[] side) {
    int n = side[0].values.length;
    int[] far = Column.far(n, n / OF_MEMORY);
    return Arrays.stream(side)
        .map(column -> new Column(column.name, column.values, column.names, far))
        .toArray(Column[]::new);
  }

  /** A warning, with a length of blocks beyond which rows have forgotten each other. */
  static Optional<Warning> between(Side x, Side y) {
    return x.columns()[0].length < FEWEST_ROWS
        ? Optional.empty()
        : new SerialDependence(x, y).warning();
  }

  private Optional<Warning> warning() {
    if (x.length == 0 || y.length == 0) {
      return Optional.empty();
    }
    double[] alike = IntStream.rangeClosed(1, longest).mapToDouble(this::alike).toArray();
    int lag = alike[0] >= ALIKE ? 1 : season(alike, 1);
    return lag == 0 ? Optional.empty() : Optional.of(warning(lag, alike));
  }

  /** The product of both sides. */
  private double alike(int lag) {
    double ofX = mostAlike(x, lag, sure(lag));
    return ofX > 0 ? ofX * mostAlike(y, lag, sure(lag)) : 0;
  }

  private static double sure(int lag) {
    return lag == 1 ? SURE : SURE_OF_LAGS;
  }

  private static double mostAlike(Column[] side, int lag, double sure) {
    return Arrays.stream(side).mapToDouble(column -> column.alike(lag, sure)).max().orElse(0);
  }

  /** The shortest lag beyond another at which rows are about most alike; 0 where they are not. */
  private static int season(double[] alike, int beyond) {
    double most = Arrays.stream(alike).skip(beyond).max().orElse(0);
    return most < ALIKE
        ? 0
        : IntStream.rangeClosed(beyond + 1, alike.length)
            .filter(lag -> alike[lag - 1] >= AS_GOOD * most)
            .findFirst()
            .orElse(0);
  }

  private Warning warning(int lag, double[] alike) {
    int memory = memory();
    int season = memory == 0 ? 0 : season(alike, memory);
    int block = season == 0 ? 2 * memory : (2 * memory + season - 1) / season * season;
    String right =
        block > 0 && FEWEST_BLOCKS * block <= x[0].values.length
            ? "EstimateOptions.withBlockLength (--block %s) keeps %s"
                .formatted(
                    block,
                    season > 0
                        ? "whole seasons together"
                        : "them together, or as many rows as a unit has")
            : "estimate changes from row to row, or keep long blocks of rows together:"
                + " EstimateOptions.withBlockLength (--block)";
    return new Warning(
        Warning.Kind.NEIGHBOURING_ROWS_ALIKE,
        ("%s are alike in '%s' and in '%s', as in %s: if they are that, interval and p-value are"
                + " too sure; %s")
            .formatted(
                lag == 1 ? "neighbouring rows" : "rows that are %s apart".formatted(lag),
                name(x, lag),
                name(y, lag),
                lag == 1
                    ? "a series or where a unit has several rows"
                    : "a season or where units take turns",
                right));
  }

  private static String name(Column[] side, int lag) {
    return Arrays.stream(side)
        .reduce((a, b) -> b.alike(lag, sure(lag)) > a.alike(lag, sure(lag)) ? b : a)
        .orElseThrow()
        .name;
  }

  /**
   * The lag from which on one side has forgotten, beside rows that are far in any case; 0 where
   * that is too far to be told.
   */
  private int memory() {
    Column[] ofX = farther(x);
    Column[] ofY = farther(y);
    return IntStream.rangeClosed(1, longest)
        .filter(lag -> Math.min(mostAlike(ofX, lag, 0), mostAlike(ofY, lag, 0)) < FORGOTTEN)
        .findFirst()
        .orElse(0);
  }
}
