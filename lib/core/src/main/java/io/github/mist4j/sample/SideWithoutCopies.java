package io.github.mist4j.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a side but those that are a strictly monotone map of one before them.
 *
 * @param names the names of those that stay
 * @param columns those that stay
 * @param sentences one for each that does not
 */
record SideWithoutCopies(List<String> names, List<double[]> columns, List<String> sentences) {
  static SideWithoutCopies of(List<String> names, double[][] columns) {
    var side = new SideWithoutCopies(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int[] asTheyStand = IntStream.range(0, columns[0].length).toArray();
    for (int c = 0; c < columns.length; c++) {
      side.add(names.get(c), columns[c], asTheyStand);
    }
    return side;
  }

  private void add(String name, double[] column, int[] rows) {
    Optional<String> original =
        IntStream.range(0, columns.size())
            .filter(c -> areCopies(columns.get(c), column, rows))
            .mapToObj(names::get)
            .findFirst();
    if (original.isPresent()) {
      sentences.add(
          "column '%s' orders the rows as '%s' does and was left out: it says nothing more"
              .formatted(name, original.get()));
    } else {
      names.add(name);
      columns.add(column);
    }
  }

  private static boolean areCopies(double[] a, double[] b, int[] rows) {
    return inStep(a, b, rows) && inStep(a, b, sorted(a)); // few pass the first
  }

  /** Whether both columns rise, fall or stay together along the rows, or one falls as one rises. */
  private static boolean inStep(double[] a, double[] b, int[] rows) {
    int direction = 0;
    for (int k = 1; k < rows.length; k++) {
      int ofA = Double.compare(a[rows[k]] + 0.0, a[rows[k - 1]] + 0.0); // −0.0 equals 0.0
      int ofB = Double.compare(b[rows[k]] + 0.0, b[rows[k - 1]] + 0.0);
      if (direction == 0) {
        direction = ofA * ofB;
      }
      if (ofB != direction * ofA) {
        return false;
      }
    }
    return true;
  }

  private static int[] sorted(double[] column) {
    return IntStream.range(0, column.length)
        .boxed()
        .sorted(Comparator.comparingDouble(r -> column[r]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
