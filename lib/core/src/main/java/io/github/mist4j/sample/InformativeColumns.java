package io.github.mist4j.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The columns of a side but those that follow from others: a column that is a monotone function of
 * another, of copies the later, and one of each {@linkplain LinearRelation linear relation}.
 *
 * @param names the names of those that stay
 * @param columns those of them that are not of names
 * @param left of each that does not, that it follows and from what
 */
record InformativeColumns(List<String> names, List<double[]> columns, List<String> left) {
  private static final int MOST_BESIDE = 64; // columns of both sides: relations of more take long
  private static final int VALUES = 5; // a measure has more than one for so many rows
  private static final double EVIDENCE = 14; // nats

  /** Columns of names have no order to follow, and stay. */
  static InformativeColumns of(Side whole) {
    List<Integer> ordered =
        IntStream.range(0, whole.names().size())
            .filter(c -> whole.kinds().get(c) != ColumnKind.NOMINAL)
            .boxed()
            .toList();
    var side =
        new InformativeColumns(
            new ArrayList<>(ordered.stream().map(whole.names()::get).toList()),
            new ArrayList<>(ordered.stream().map(c -> whole.columns()[c]).toList()),
            new ArrayList<>());
    if (!ordered.isEmpty()) {
      side.leaveOutFunctionsOfOne();
      side.leaveOutFunctionsOfSeveral();
    }
    List<String> stay =
        whole.names().stream()
            .filter(name -> nominal(whole, name) || side.names.contains(name))
            .toList();
    return new InformativeColumns(stay, side.columns, side.left);
  }

  /** A warning for each column that does not stay. */
  List<Warning> warnings() {
    return left.stream()
        .map(
            follows ->
                new Warning(
                    Warning.Kind.COLUMN_LEFT_OUT,
                    follows + " and was left out: it says nothing more"))
        .toList();
  }

  /**
   * A warning where a measure of one side follows from columns of the other.
   *
   * @param x a side of informative columns
   * @param y the same
   */
  static Optional<Warning> between(Side x, Side y) {
    boolean few = x.names().size() + y.names().size() <= MOST_BESIDE;
    return Optional.of(x.beside(y))
        .filter(
            both -> few && Arrays.stream(both.columns()).allMatch(InformativeColumns::isMeasure))
        .flatMap(both -> of(both).left.stream().findFirst())
        .map(
            follows ->
                new Warning(
                    Warning.Kind.FOLLOWS_EXACTLY,
                    follows
                        + " without scatter: their information is as large as values are fine, and"
                        + " the estimate is what so many rows can show of it"));
  }

  private static boolean isMeasure(double[] column) {
    return Arrays.stream(column).distinct().count() * VALUES > column.length;
  }

  private static boolean nominal(Side side, String name) {
    return side.kinds().get(side.names().indexOf(name)) == ColumnKind.NOMINAL;
  }

  private void leaveOutFunctionsOfOne() {
    int[] asTheyStand = IntStream.range(0, columns.get(0).length).toArray();
    for (int c = columns.size() - 1; c >= 0; c--) {
      OptionalInt source = source(c, asTheyStand);
      if (source.isPresent()) {
        leaveOut(c, IntStream.of(source.getAsInt()));
      }
    }
  }

  private void leaveOutFunctionsOfSeveral() {
    for (var relation = relation(); relation.isPresent(); relation = relation()) {
      leaveOut(relation.get().column(), IntStream.of(relation.get().sources()));
    }
  }

  private Optional<LinearRelation> relation() {
    return LinearRelation.of(columns);
  }

  private void leaveOut(int column, IntStream sources) {
    String from = sources.mapToObj(c -> "'" + names.get(c) + "'").collect(Collectors.joining(", "));
    left.add("column '%s' follows from %s".formatted(names.get(column), from));
    names.remove(column);
    columns.remove(column);
  }

  /** The first column of which one is a monotone function. */
  private OptionalInt source(int column, int[] rows) {
    double[] values = columns.get(column);
    return IntStream.range(0, columns.size())
        .filter(c -> c != column && inStep(values, columns.get(c), rows)) // few pass
        .filter(c -> follows(values, columns.get(c)))
        .findFirst();
  }

  /** Not by chance, unless they are copies, whose ranks are the same. */
  private static boolean follows(double[] values, double[] from) {
    return inStep(values, from, sorted(from))
        && (orders(values) >= EVIDENCE || inStep(from, values, sorted(values)));
  }

  /** Whether values move only where others move, and always up with them or always down. */
  private static boolean inStep(double[] values, double[] others, int[] rows) {
    int direction = 0;
    for (int k = 1; k < rows.length; k++) {
      int move = move(values, rows, k);
      if (move != 0) {
        int along = move * move(others, rows, k);
        if (along == 0 || along == -direction) {
          return false;
        }
        direction = along;
      }
    }
    return true;
  }

  private static int move(double[] values, int[] rows, int k) {
    return Double.compare(values[rows[k]] + 0.0, values[rows[k - 1]] + 0.0); // −0.0 equals 0.0
  }

  private static int[] sorted(double[] column) {
    return IntStream.range(0, column.length)
        .boxed()
        .sorted(Comparator.comparingDouble(r -> column[r]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The logarithm of the number of orders in which the values could stand. */
  private static double orders(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double orders = LogGamma.value(values.length + 1.0);
    int same = 1;
    for (int k = 1; k < sorted.length; k++) {
      same = sorted[k] == sorted[k - 1] ? same + 1 : 1;
      orders -= Math.log(same);
    }
    return orders;
  }
}
