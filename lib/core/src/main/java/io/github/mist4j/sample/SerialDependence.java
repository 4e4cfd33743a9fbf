package io.github.mist4j.sample;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether neighbouring rows are alike on both sides, as in a series or where a unit has several
 * rows: rows are no draws of their own then, and shuffles of them take too much for dependence.
 *
 * <p>A row is compared with the next one and with one that is a twentieth of the rows away, from
 * ten to a hundred. In how many more cases the next one is nearer, of all, is a statistic s that
 * needs no ranks, knows no units and is 0 where rows stand in no order. For a normal column whose
 * neighbours have the correlation ρ, and whose far rows have none, s = (2/π) arcsin(ρ / √(3 − 2ρ)),
 * which gives ρ back: with t = sin(π s / 2), ρ = √(t⁴ + 3t²) − t².
 *
 * <p>A table that was sorted by some column, or by classes, is no series: there the next row is
 * hardly nearer than the far one, in most cases.
 */
final class SerialDependence {
  private static final int FEWEST_ROWS = 40;
  private static final int PART = 20; // of all rows, that a far row is away
  private static final int NEAREST = 10; // rows
  private static final int FARTHEST = 100;
  private static final double SURE = 3.5; // standard errors of s, which are at most 1/√n
  private static final double ALIKE = 0.15; // the product, where a correlation scatters by 1.16
  private static final double FORGOTTEN = 0.2;

  /** The column of a side in which neighbours are most alike. */
  private record Column(int place, double[] values, boolean names, double alike) {}

  private SerialDependence() {}

  /** A warning, with a length of blocks beyond which rows have forgotten each other. */
  static Optional<Warning> between(Side x, Side y) {
    int n = x.columns()[0].length;
    if (n < FEWEST_ROWS) {
      return Optional.empty();
    }
    Column ofX = mostAlike(x);
    Column ofY = mostAlike(y);
    if (ofX.alike <= 0 || ofY.alike <= 0 || ofX.alike * ofY.alike < ALIKE) {
      return Optional.empty();
    }
    int block = block(ofX, ofY, n);
    String right =
        block > 0
            ? ("EstimateOptions.withBlockLength (--block %s, or the rows of a unit) keeps them"
                    + " together")
                .formatted(block)
            : "estimate changes from row to row, or keep long blocks of rows together:"
                + " EstimateOptions.withBlockLength (--block)";
    return Optional.of(
        new Warning(
            Warning.Kind.NEIGHBOURING_ROWS_ALIKE,
            ("neighbouring rows are alike in '%s' and in '%s', as in a series or where a unit has"
                    + " several rows: if they are that, interval and p-value are too sure; %s")
                .formatted(x.names().get(ofX.place), y.names().get(ofY.place), right)));
  }

  private static Column mostAlike(Side side) {
    boolean[] names = side.areNames();
    return IntStream.range(0, names.length)
        .mapToObj(
            c -> {
              double[] values = side.columns()[c];
              double alike = alike(values, names[c], 1);
              boolean sure = nearer(values, names[c], 1) * Math.sqrt(values.length) > SURE;
              return new Column(c, values, names[c], sure ? alike : 0);
            })
        .reduce((a, b) -> b.alike > a.alike ? b : a)
        .orElseThrow();
  }

  /** Twice the lag at which one of the two has forgotten; 0 where that is too far to be told. */
  private static int block(Column x, Column y, int n) {
    for (int lag = 1; lag < far(n); lag *= 2) {
      if (Math.min(alike(x.values, x.names, lag), alike(y.values, y.names, lag)) < FORGOTTEN) {
        return 2 * lag;
      }
    }
    return 0;
  }

  private static int far(int n) {
    return Math.max(NEAREST, Math.min(FARTHEST, n / PART));
  }

  /** The correlation of normal values with those so many rows on that would show as much. */
  private static double alike(double[] values, boolean names, int lag) {
    double t = Math.sin(Math.PI / 2 * Math.max(0, nearer(values, names, lag)));
    return Math.sqrt(t * t * t * t + 3 * t * t) - t * t;
  }

  /** In how many more cases than not the row at a lag is nearer than the far one, of all. */
  private static double nearer(double[] values, boolean names, int lag) {
    int far = far(values.length);
    int balance = 0;
    int cases = values.length - far - lag;
    for (int r = 0; r < cases; r++) {
      double here = values[r + lag];
      double near = values[r];
      double away = values[r + lag + far];
      balance +=
          names
              ? (here == near ? 1 : 0) - (here == away ? 1 : 0)
              : (int) Math.signum(Math.abs(here - away) - Math.abs(here - near));
    }
    return (double) balance / cases;
  }
}
