package io.github.mist4j.network;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Names K and numbers U on one side, by the chain rule: I(K, U; Y) = I(K; Y) + Σ_k p_k I(U; Y | K =
 * k), with an estimate within every level of enough rows.
 *
 * <p>What is found within levels is drawn towards what their ranks say taken together, by as much
 * as the difference of both is within the scatter of the former: it is the same where the relation
 * is the same in all levels, and no more in any case.
 */
final class ByLevels {
  /** Of a level: the estimates of fewer rows are those of the prior. */
  private static final int FEWEST_ROWS = 12;

  private static final double NORMAL = 3.29; // standard deviations in a 90% interval
  private static final double WIDER =
      1.2; // of the suite of names 37 of 48 held at 1, all of 24 at 1.35

  private final Sample sample; // names and numbers on X
  private final EstimateOptions options;
  private final BiFunction<Sample, EstimateOptions, Estimate> estimator;
  private final int[] levels; // by row
  private final int[] counts;

  private ByLevels(
      Sample sample,
      EstimateOptions options,
      BiFunction<Sample, EstimateOptions, Estimate> estimator) {
    this.sample = sample;
    this.estimator = estimator;
    this.options = options.withLevel(0.9).withPermutations(0);
    levels = levels(sample);
    counts = new int[Arrays.stream(levels).max().orElseThrow() + 1];
    for (int level : levels) {
      counts[level]++;
    }
  }

  /** A value with the standard deviation of its error, nats. */
  record Scattered(double value, double deviation) {
    private static Scattered of(Estimate estimate) {
      Interval interval = estimate.interval().orElseThrow();
      return new Scattered(estimate.value(), (interval.upper() - interval.lower()) / NORMAL);
    }

    private Scattered plus(Scattered other) {
      return new Scattered(value + other.value, Math.hypot(deviation, other.deviation));
    }

    private Scattered meanWith(Scattered other) {
      return new Scattered((value + other.value) / 2, Math.max(deviation, other.deviation));
    }

    /** The interval of a level. */
    Interval interval(double level) {
      double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + level / 2);
      double half = WIDER * z * deviation;
      return new Interval(Math.max(0, value - half), Math.max(0, value) + half, level);
    }
  }

  /** Whether a side holds names and numbers, and most rows are in levels of enough rows. */
  static boolean applies(Sample sample) {
    return isMixed(sample) || isMixed(sample.swapped());
  }

  private static boolean isMixed(Sample sample) {
    int names = (int) sample.xKinds().stream().filter(kind -> kind == ColumnKind.NOMINAL).count();
    if (names == 0 || names == sample.dx()) {
      return false;
    }
    int[] levels = levels(sample);
    var counts = new int[sample.n()];
    for (int level : levels) {
      counts[level]++;
    }
    return 2 * Arrays.stream(counts).filter(count -> count >= FEWEST_ROWS).sum() >= sample.n();
  }

  /** The combinations of the names of X, numbered as they appear, (n). */
  private static int[] levels(Sample sample) {
    double[][] names =
        IntStream.range(0, sample.dx())
            .filter(c -> sample.xKinds().get(c) == ColumnKind.NOMINAL)
            .mapToObj(sample::x)
            .toArray(double[][]::new);
    Map<List<Double>, Integer> known = new HashMap<>();
    return IntStream.range(0, sample.n())
        .map(
            r ->
                known.computeIfAbsent(
                    Arrays.stream(names).map(column -> column[r]).toList(), key -> known.size()))
        .toArray();
  }

  /** The information; where both sides are mixed the mean of both ways. */
  static Scattered of(
      Sample sample,
      EstimateOptions options,
      BiFunction<Sample, EstimateOptions, Estimate> estimator) {
    Sample other = sample.swapped();
    if (!isMixed(sample)) {
      return new ByLevels(other, options, estimator).information();
    }
    Scattered ofX = new ByLevels(sample, options, estimator).information();
    return isMixed(other)
        ? ofX.meanWith(new ByLevels(other, options, estimator).information())
        : ofX;
  }

  private Scattered information() {
    Scattered ofNames = Scattered.of(estimator.apply(part(columns(true), allRows()), options));
    return ofNames.plus(within());
  }

  private int[] allRows() {
    return IntStream.range(0, sample.n()).toArray();
  }

  private int[] columns(boolean names) {
    return IntStream.range(0, sample.dx())
        .filter(c -> (sample.xKinds().get(c) == ColumnKind.NOMINAL) == names)
        .toArray();
  }

  /** Σ_k p_k I(U; Y | K = k), levels of few rows as the others are. */
  private Scattered within() {
    int[] numbers = columns(false);
    double sum = 0;
    double variance = 0;
    double rows = 0;
    for (int level = 0; level < counts.length; level++) {
      if (counts[level] < FEWEST_ROWS) {
        continue;
      }
      int own = level;
      int[] of = IntStream.range(0, sample.n()).filter(r -> levels[r] == own).toArray();
      rows += of.length;
      if (varies(numbers, of)) {
        Scattered found = Scattered.of(estimator.apply(part(numbers, of), options));
        sum += of.length * found.value;
        variance += Math.pow(of.length * found.deviation, 2);
      }
    }
    var mean = new Scattered(sum / rows, Math.sqrt(variance) / rows);
    return sample.yKinds().contains(ColumnKind.NOMINAL) ? mean : towards(mean, together(numbers));
  }

  private static Scattered towards(Scattered mean, double together) {
    double apart = mean.value - together;
    double own = apart * apart / (apart * apart + mean.deviation * mean.deviation + 1e-12);
    return new Scattered(together + own * apart, mean.deviation);
  }

  /** Whether no column of numbers and none of Y is constant in some rows. */
  private boolean varies(int[] numbers, int[] rows) {
    return Arrays.stream(numbers).mapToObj(sample::x).anyMatch(column -> varies(column, rows))
        && IntStream.range(0, sample.dy())
            .mapToObj(sample::y)
            .anyMatch(column -> varies(column, rows));
  }

  private static boolean varies(double[] column, int[] rows) {
    return Arrays.stream(rows).anyMatch(r -> column[r] != column[rows[0]]);
  }

  /** Some columns of X, and Y, in some rows, without what is constant there. */
  private Sample part(int[] ofX, int[] rows) {
    var x = new ArrayList<double[]>();
    var xKinds = new ArrayList<ColumnKind>();
    for (int c : ofX) {
      add(sample.x(c), sample.xKinds().get(c), rows, x, xKinds);
    }
    var y = new ArrayList<double[]>();
    var yKinds = new ArrayList<ColumnKind>();
    for (int c = 0; c < sample.dy(); c++) {
      add(sample.y(c), sample.yKinds().get(c), rows, y, yKinds);
    }
    return Sample.ofColumns(x.toArray(double[][]::new), y.toArray(double[][]::new))
        .withKinds(xKinds, yKinds);
  }

  private static void add(
      double[] column,
      ColumnKind kind,
      int[] rows,
      List<double[]> columns,
      List<ColumnKind> kinds) {
    if (varies(column, rows)) {
      columns.add(Arrays.stream(rows).mapToDouble(r -> column[r]).toArray());
      kinds.add(kind);
    }
  }

  /** What numbers say about Y by their ranks within the levels, all rows taken together, nats. */
  private double together(int[] numbers) {
    double[][] x =
        Arrays.stream(numbers)
            .mapToObj(c -> within(sample.x(c), sample.xKinds().get(c)))
            .toArray(double[][]::new);
    double[][] y =
        IntStream.range(0, sample.dy())
            .mapToObj(c -> within(sample.y(c), sample.yKinds().get(c)))
            .toArray(double[][]::new);
    List<ColumnKind> ofX = Arrays.stream(numbers).mapToObj(sample.xKinds()::get).toList();
    return estimator.apply(Sample.ofColumns(x, y).withKinds(ofX, sample.yKinds()), options).value();
  }

  /** The ranks of a column within the levels, in (0, 1); true and false as they are. */
  private double[] within(double[] column, ColumnKind kind) {
    if (kind == ColumnKind.BOOLEAN) {
      return column;
    }
    var ranks = new double[column.length];
    for (int level = 0; level < counts.length; level++) {
      int own = level;
      int[] rows = IntStream.range(0, column.length).filter(r -> levels[r] == own).toArray();
      double[] values = Arrays.stream(rows).mapToDouble(r -> column[r]).toArray();
      int[] firsts = Ranks.levels(values, Ranks.of(values, RandomStreams.of(0, 0)));
      for (int k = 0; k < rows.length; k++) {
        ranks[rows[k]] = (firsts[k] + 0.5) / rows.length;
      }
    }
    return ranks;
  }
}
