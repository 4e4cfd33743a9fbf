package io.github.mist4j.meta;

import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Columns computed from the others of their side, which say nothing new: totals, differences,
 * extremes, places, classes, indicators, products, lengths, shares, curves.
 */
final class RandomRedundantColumns {
  private static final int MOST_INPUTS = 6;
  private static final int MOST_CUTS = 4;
  private static final int TRIES = 20;
  private static final double LARGEST_SHARE = 0.8;

  private final double[][] pilot; // (rows, d)
  private final int d;
  private final RandomGenerator rng;

  private RandomRedundantColumns(double[][] columns, RandomGenerator rng) {
    d = columns.length;
    pilot =
        IntStream.range(0, columns[0].length)
            .mapToObj(r -> Arrays.stream(columns).mapToDouble(column -> column[r]).toArray())
            .toArray(double[][]::new);
    this.rng = rng;
  }

  /**
   * Some columns more, all of one kind in half of the draws.
   *
   * @param columns a few rows of those that there are, (d, rows), which show where they lie
   * @param more how many columns to add
   */
  static Transform of(double[][] columns, int more, RandomGenerator rng) {
    return new RandomRedundantColumns(columns, rng).draw(more);
  }

  private Transform draw(int more) {
    boolean alike = rng.nextBoolean();
    int kind = kind();
    int[] inputs = inputs();
    Transform transform = Transform.identity();
    for (int k = 0; k < more; k++) {
      Derived column = alike ? column(kind, inputs, k) : column(kind(), inputs(), k);
      for (int i = 1; i < TRIES && nearlyConstant(column.ofRow); i++) {
        column = column(kind(), inputs(), k);
      }
      if (nearlyConstant(column.ofRow)) {
        column = new Derived("a mirror image", row -> -row[0]);
      }
      transform = transform.then(Transform.withFunction(column.name, column.ofRow));
    }
    return transform;
  }

  private record Derived(String name, ToDoubleFunction<double[]> ofRow) {}

  private boolean nearlyConstant(ToDoubleFunction<double[]> ofRow) {
    double[] values = sorted(ofRow);
    int most = (int) (LARGEST_SHARE * values.length);
    return IntStream.range(0, values.length - most).anyMatch(i -> values[i] == values[i + most]);
  }

  private double[] sorted(ToDoubleFunction<double[]> ofRow) {
    return Arrays.stream(pilot).mapToDouble(ofRow).sorted().toArray();
  }

  private int kind() {
    return d == 1 ? rng.nextInt(3) : rng.nextInt(13);
  }

  /** All columns or up to six, often of the first. */
  private int[] inputs() {
    if (d == 1 || rng.nextInt(3) == 0) {
      return Ranks.shuffled(d, rng);
    }
    int among = rng.nextBoolean() ? Math.min(d, MOST_INPUTS) : d;
    int count = 2 + rng.nextInt(Math.min(among, MOST_INPUTS) - 1);
    return Arrays.copyOf(Ranks.shuffled(among, rng), count);
  }

  /** One more column, which differs from others of the same kind by its number. */
  private Derived column(int kind, int[] in, int number) {
    int first = in[number % in.length];
    int second = in[(number + 1) % in.length];
    return switch (kind) {
      case 0 -> classes(first);
      case 1 -> indicator(in[0]);
      case 2 -> curve(first);
      case 3, 4, 5, 6 -> total(in, number == 0 ? rng.nextInt(3) : 1 + rng.nextInt(2));
      case 7 -> extreme(in, rng.nextBoolean() ? 1 : -1);
      case 8, 9 -> new Derived("a place", row -> place(row, in, first));
      case 10 -> new Derived("a product", row -> row[first] * row[second]);
      case 11 -> new Derived("a length", row -> Math.sqrt(squares(row, in)));
      default -> new Derived("a share", row -> share(row, in, first));
    };
  }

  private Derived classes(int column) {
    double[] values = sorted(row -> row[column]);
    double[] cuts =
        rng.ints(1 + rng.nextInt(MOST_CUTS), values.length / 8, values.length * 7 / 8)
            .mapToDouble(i -> values[i])
            .distinct()
            .toArray();
    return new Derived(
        "a class", row -> Arrays.stream(cuts).filter(cut -> cut < row[column]).count());
  }

  /** Of values around one of a few rows. */
  private Derived indicator(int column) {
    double[] values = sorted(row -> row[column]);
    int width = values.length / (2 + rng.nextInt(MOST_CUTS));
    int from = rng.nextInt(values.length - width);
    double low = values[from];
    double high = values[from + width];
    return new Derived("an indicator", row -> low <= row[column] && row[column] <= high ? 1 : 0);
  }

  private Derived curve(int column) {
    Curve curve = RandomCurve.sines(rng);
    return new Derived(curve.name(), row -> curve.at(row[column]));
  }

  /** All alike, some of them taken off, or weighted. */
  private Derived total(int[] in, int kind) {
    double[] weights =
        switch (kind) {
          case 0 -> IntStream.of(in).mapToDouble(c -> 1).toArray();
          case 1 -> rng.ints(in.length, 0, 2).mapToDouble(w -> 2 * w - 1).toArray();
          default -> rng.doubles(in.length, -1.5, 1.5).toArray();
        };
    return new Derived("a total", row -> total(row, in, weights));
  }

  private static double total(double[] row, int[] in, double[] weights) {
    double sum = 0;
    for (int k = 0; k < in.length; k++) {
      sum += weights[k] * row[in[k]];
    }
    return sum;
  }

  private static Derived extreme(int[] in, int direction) {
    return new Derived(
        "an extreme",
        row -> Arrays.stream(in).mapToDouble(c -> direction * row[c]).max().orElseThrow());
  }

  private static double place(double[] row, int[] in, int column) {
    int place = 0;
    for (int c : in) {
      place += row[c] < row[column] || (row[c] == row[column] && c < column) ? 1 : 0;
    }
    return place;
  }

  private static double squares(double[] row, int[] in) {
    return Arrays.stream(in).mapToDouble(c -> row[c] * row[c]).sum();
  }

  private static double share(double[] row, int[] in, int column) {
    return 1 / Arrays.stream(in).mapToDouble(c -> Math.exp(row[c] - row[column])).sum();
  }
}
