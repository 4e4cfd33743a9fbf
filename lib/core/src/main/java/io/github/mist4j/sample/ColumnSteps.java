package io.github.mist4j.sample;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values of a column in rows that are different.
 *
 * @param values its different values, rising
 * @param step the least between two of them
 * @param once how many of the rows have a value that no other has
 * @param place where the value of each of these rows stands: one beside another where they are
 *     neighbours
 */
record ColumnSteps(double[] values, double step, int once, int[] place) {
  private static final double RANGE = 2; // times as many steps as rows: few are left out
  private static final double BESIDE = 0.05; // of the values of a measure have another beside them
  private static final int CHANCE = 2; // times more than are equal by chance
  private static final double ONCE = 0.9; // of the values of a measure; some may be equal by chance
  private static final double HALF = 0.5;
  private static final double FEW_A_VALUE = 3.5; // different rows; a value without any is not seen
  private static final double NEVER =
      -3.5; // normal score of the sum of squares, by Wilson-Hilferty
  private static final double LEFT_OUT = 1.5; // steps, between values of a grid

  static ColumnSteps of(double[] column, int[] kept) {
    double[] cells = IntStream.of(kept).mapToDouble(r -> column[r] + 0.0).toArray();
    double[] values = Arrays.stream(cells).sorted().distinct().toArray();
    double step =
        IntStream.range(1, values.length)
            .mapToDouble(v -> values[v] - values[v - 1])
            .min()
            .orElse(1);
    int[] value =
        Arrays.stream(cells).mapToInt(cell -> Arrays.binarySearch(values, cell)).toArray();
    var rows = new int[values.length];
    for (int v : value) {
      rows[v]++;
    }
    int once = (int) IntStream.of(rows).filter(count -> count == 1).count();
    // The next value of a sparse grid is no neighbour unless it is a step away; levels have no
    // gaps.
    double most = once > HALF * kept.length ? LEFT_OUT * step : Double.POSITIVE_INFINITY;
    var places = new int[values.length];
    for (int v = 1; v < values.length; v++) {
      places[v] = places[v - 1] + (values[v] - values[v - 1] > most ? 2 : 1);
    }
    return new ColumnSteps(values, step, once, IntStream.of(value).map(v -> places[v]).toArray());
  }

  /**
   * Whether it is a measure whose values repeat for no other reason than that rows are copies: it
   * has no grid, as few values have another a step away, and so many rows more would hardly be
   * equal by chance.
   *
   * @param copies how many
   */
  boolean isMeasure(int copies) {
    int beside = 0;
    for (int v = 1; v < values.length; v++) {
      beside += values[v] - values[v - 1] < LEFT_OUT * step ? 1 : 0;
    }
    return once >= ONCE * place.length
        && beside <= BESIDE * values.length
        && copies > CHANCE * beside; // as many are equal by chance as are a step apart
  }

  /** Whether it numbers the rows: each has another value, and few are left out. */
  boolean isKey() {
    return once == place.length && range() < RANGE * once * step;
  }

  /**
   * Whether the rows fall on the values more evenly than independent rows do, as they do where each
   * value is crossed with the same others: by the sum of squares, which even of equally likely
   * values is χ² with one degree of freedom less than values.
   */
  boolean isEven() {
    int free = values.length - 1;
    double mean = (double) place.length / values.length;
    if (free < 2 || mean < FEW_A_VALUE) {
      return false;
    }
    Map<Integer, Long> rows =
        Arrays.stream(place).boxed().collect(Collectors.groupingBy(p -> p, Collectors.counting()));
    double squares = rows.values().stream().mapToDouble(k -> (k - mean) * (k - mean) / mean).sum();
    double spread = 2.0 / (9 * free);
    double score = (StrictMath.cbrt(squares / free) - (1 - spread)) / Math.sqrt(spread);
    return score < NEVER && squares < HALF * free;
  }

  private double range() {
    return values[values.length - 1] - values[0];
  }
}
