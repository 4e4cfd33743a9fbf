package io.github.mist4j.sample;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often rows stand again beside how often other rows stand one step away from them. */
final class NeighbouringRows {
  private static final int COLUMNS = 4; // those with most values; equal rows are equal in these
  private static final int PROBES = 2000; // rows that are asked
  private static final int DIRECTIONS = 3; // those with most rows: one is not enough at an edge
  private static final double SURE = 3; // standard errors
  private static final double FEW = 0.01; // copies a row, beyond what neighbours tell
  private static final int MOST = 5; // rows that count of one place: an atom is one place

  private NeighbouringRows() {}

  /**
   * How often a row stands again, on average, less how often rows stand on either side of it, in
   * that direction in which most stand: a relation without scatter has neighbours in one direction
   * alone, and levels at an edge along it. Of all directions three are looked at, as the most of
   * many is large by chance.
   *
   * @param columns their steps among the rows that are different
   * @param times how often each of these rows stands
   */
  static double excess(List<ColumnSteps> columns, int[] times) {
    List<ColumnSteps> finest = finest(columns, times);
    Map<List<Integer>, Integer> rows = rows(finest, times);
    int[] probes = probes(finest, times);
    double again = IntStream.of(probes).mapToDouble(k -> Math.min(MOST, times[k] - 1)).sum();
    List<List<Integer>> places = IntStream.of(probes).mapToObj(k -> place(finest, k)).toList();
    double[][] full =
        directions(finest.size())
            .map(d -> places.stream().mapToDouble(place -> beside(rows, place, d)).toArray())
            .sorted(Comparator.comparingDouble((double[] of) -> -DoubleStream.of(of).sum()))
            .limit(DIRECTIONS)
            .toArray(double[][]::new);
    double beside =
        IntStream.range(0, probes.length)
            .mapToDouble(i -> Stream.of(full).mapToDouble(of -> of[i]).max().orElse(0))
            .sum();
    return (again - beside) / probes.length;
  }

  /**
   * Whether rows stand again for sure more often than the rows beside them tell, in any direction.
   * What a neighbouring place tells is weighed by how often its values stand beside the own ones,
   * so that values that are frequent for themselves, as round ones are, explain themselves.
   *
   * @param columns their steps among the rows that are different
   * @param times how often each of these rows stands
   */
  static boolean standAgain(List<ColumnSteps> columns, int[] times) {
    List<ColumnSteps> finest = finest(columns, times);
    Map<List<Integer>, Integer> rows = rows(finest, times);
    List<Map<Integer, Integer>> margins =
        IntStream.range(0, finest.size()).mapToObj(c -> margin(finest.get(c), times)).toList();
    int[] probes = probes(finest, times);
    return directions(finest.size())
        .allMatch(
            direction ->
                isSurely(
                    FEW,
                    IntStream.of(probes)
                        .mapToDouble(
                            k ->
                                Math.min(MOST, times[k] - 1)
                                    - told(rows, margins, place(finest, k), direction))
                        .toArray()));
  }

  /** Whether the mean of values is above one by some standard errors. */
  private static boolean isSurely(double above, double[] values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return mean - SURE * Math.sqrt(squares) / values.length > above;
  }

  /** How many rows the two places beside one let expect there. */
  private static double told(
      Map<List<Integer>, Integer> rows,
      List<Map<Integer, Integer>> margins,
      List<Integer> place,
      int[] direction) {
    double sum = 0;
    for (int sign = -1; sign <= 1; sign += 2) {
      List<Integer> beside = beside(place, direction, sign);
      double weight = 1;
      for (int c = 0; c < direction.length; c++) {
        int there = margins.get(c).getOrDefault(beside.get(c), 0);
        weight *= there == 0 ? 0 : (double) margins.get(c).get(place.get(c)) / there;
      }
      sum += weight * rows.getOrDefault(beside, 0);
    }
    return sum / 2;
  }

  private static Map<Integer, Integer> margin(ColumnSteps column, int[] times) {
    var margin = new HashMap<Integer, Integer>();
    for (int k = 0; k < times.length; k++) {
      margin.merge(column.place()[k], times[k], Integer::sum);
    }
    return margin;
  }

  private static List<ColumnSteps> finest(List<ColumnSteps> columns, int[] times) {
    return columns.stream()
        .sorted(
            Comparator.comparingInt((ColumnSteps s) -> -s.values().length)
                .thenComparingLong(s -> hash(s, times))) // so that no order decides
        .limit(COLUMNS)
        .toList();
  }

  private static Map<List<Integer>, Integer> rows(List<ColumnSteps> columns, int[] times) {
    Map<List<Integer>, Integer> rows = new HashMap<>();
    for (int k = 0; k < times.length; k++) {
      rows.merge(place(columns, k), times[k], Integer::sum);
    }
    return rows;
  }

  /** Rows chosen by what they hold, so that no order of rows decides. */
  private static int[] probes(List<ColumnSteps> columns, int[] times) {
    long[] hashes =
        IntStream.range(0, times.length)
            .mapToLong(k -> hash(place(columns, k), times[k]))
            .toArray();
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    long last = sorted[Math.min(PROBES, sorted.length) - 1];
    return IntStream.range(0, times.length).filter(k -> hashes[k] <= last).toArray();
  }

  private static long hash(ColumnSteps column, int[] times) {
    return IntStream.range(0, times.length)
        .mapToLong(k -> hash(List.of(column.place()[k]), times[k]))
        .sum();
  }

  private static long hash(List<Integer> place, int times) {
    return RandomStreams.hash(place.hashCode() + RandomStreams.hash(times));
  }

  private static List<Integer> place(List<ColumnSteps> columns, int k) {
    return columns.stream().map(column -> column.place()[k]).toList();
  }

  /** The mean number of rows of the two places. */
  private static double beside(
      Map<List<Integer>, Integer> rows, List<Integer> place, int[] direction) {
    int both = 0;
    for (int sign = -1; sign <= 1; sign += 2) {
      both += rows.getOrDefault(beside(place, direction, sign), 0);
    }
    return Math.min(MOST, both / 2.0);
  }

  private static List<Integer> beside(List<Integer> place, int[] direction, int sign) {
    return IntStream.range(0, direction.length)
        .mapToObj(c -> place.get(c) + sign * direction[c])
        .toList();
  }

  /** Steps of −1, 0 and 1 in every column, one of two that are opposite. */
  private static Stream<int[]> directions(int d) {
    int all = (int) Math.pow(3, d);
    return IntStream.range(all / 2 + 1, all)
        .mapToObj(
            code -> IntStream.range(0, d).map(c -> code / (int) Math.pow(3, c) % 3 - 1).toArray());
  }
}
