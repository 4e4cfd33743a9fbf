package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Nearest neighbours within a level: ψ(n) + mean[ψ(k) − ψ(n_l) − ψ(m)], with ε the distance of a
 * row to its k-th neighbour among the n_l rows of its level, and m − 1 the other rows of any level
 * that are nearer than ε. Of Ross (2014), <i>Mutual information between discrete and continuous
 * data sets</i>.
 *
 * <p>One side holds names or booleans, the other numbers, in the maximum norm over columns scaled
 * to unit variance. Rows that are alone in their level are left out; a level of fewer than k + 1
 * rows has fewer neighbours.
 *
 * <pre>{@code
 * Estimate between = new Ross(3).estimate(sample);
 * }</pre>
 */
public final class Ross implements MutualInformationEstimator {
  private static final int NEIGHBOURS = 3; // as in the paper
  private static final int ROWS_OF_PAIRS = 5000; // above, all pairs take longer than is waited for

  private final int neighbours;

  /** With three neighbours. */
  public Ross() {
    this(NEIGHBOURS);
  }

  /** With so many neighbours. */
  public Ross(int neighbours) {
    require(neighbours > 0, "neighbours must be positive, was %d", neighbours);
    this.neighbours = neighbours;
  }

  @Override
  public String method() {
    return "ross";
  }

  /**
   * The mutual information of the sample, in nats.
   *
   * @throws IllegalArgumentException unless one side holds names or booleans and the other numbers,
   *     or if no level has two rows
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    require(
        suits(sample),
        "method %s takes names or booleans on one side and numbers on the other, was given %s and"
            + " %s",
        method(),
        sample.xKinds(),
        sample.yKinds());
    return Resampling.estimate(method(), sample, options, this::prepared, List.of());
  }

  private static boolean namesInX(Sample sample) {
    return IntStream.range(0, sample.dx()).noneMatch(c -> SampleColumns.isNumeric(sample, c))
        && IntStream.range(0, sample.dy())
            .allMatch(c -> SampleColumns.isNumeric(sample, sample.dx() + c));
  }

  @Override
  public String description() {
    return "nearest neighbours within a level, for names against numbers (Ross, 2014)";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        MethodOption.whole(
            "neighbours",
            neighbours,
            "k; fewer have less bias, more have less variance",
            Ross::new));
  }

  @Override
  public int unaskedUpToRows() {
    return ROWS_OF_PAIRS;
  }

  @Override
  public boolean suits(Sample sample) {
    return namesInX(sample) || namesInX(sample.swapped());
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return Optional.of("its neighbours within a level are few, and far where a level is rare");
  }

  private Statistic prepared(Sample sample, RandomGenerator ties) {
    boolean namesInX = namesInX(sample);
    JointLevels names =
        namesInX ? SampleColumns.levelsOfX(sample) : SampleColumns.levelsOfY(sample);
    require(
        Arrays.stream(names.counts()).anyMatch(count -> count > 1),
        "method %s needs a level of at least two rows, had none",
        method());
    int from = namesInX ? sample.dx() : 0;
    double[][] numbers =
        Ksg.blurred(
            Arrays.copyOfRange(
                SampleColumns.of(sample), from, from + (namesInX ? sample.dy() : sample.dx())),
            ties);
    return order -> {
      int[] level = new int[order.length]; // of the row of numbers
      for (int r = 0; r < order.length; r++) {
        level[namesInX ? order[r] : r] = names.codes()[namesInX ? r : order[r]];
      }
      return information(level, names.counts(), numbers);
    };
  }

  /** The same of one column, found in order. */
  static double ofColumn(int[] level, int[] counts, double[] numbers, int neighbours) {
    int[] rows =
        IntStream.range(0, level.length)
            .filter(r -> counts[level[r]] > 1)
            .boxed()
            .sorted(Comparator.comparingDouble(r -> numbers[r]))
            .mapToInt(Integer::intValue)
            .toArray();
    int n = rows.length;
    double[] all = Arrays.stream(rows).mapToDouble(r -> numbers[r]).toArray();
    var within = new double[counts.length][];
    Arrays.setAll(within, l -> new double[counts[l]]);
    var next = new int[counts.length];
    for (int r : rows) {
      within[level[r]][next[level[r]]++] = numbers[r];
    }
    double sum = 0;
    var place = new int[counts.length];
    for (int k = 0; k < n; k++) {
      int l = level[rows[k]];
      int neighbour = Math.min(neighbours, counts[l] - 1);
      double radius = radius(within[l], place[l]++, neighbour);
      int nearer = nearer(all, k, radius);
      sum += Digamma.value(neighbour) - Digamma.value(counts[l]) - Digamma.value(nearer);
    }
    return Digamma.value(n) + sum / n;
  }

  /** How far the k-th neighbour is among sorted values. */
  private static double radius(double[] sorted, int at, int k) {
    int below = at;
    int above = at;
    double radius = 0;
    for (int found = 0; found < k; found++) {
      double down = below > 0 ? sorted[at] - sorted[below - 1] : Double.POSITIVE_INFINITY;
      double up =
          above < sorted.length - 1 ? sorted[above + 1] - sorted[at] : Double.POSITIVE_INFINITY;
      radius = Math.min(down, up);
      if (down < up) {
        below--;
      } else {
        above++;
      }
    }
    return radius;
  }

  /** How many of sorted values are nearer than a radius, with the one itself. */
  private static int nearer(double[] sorted, int at, double radius) {
    int from = at;
    while (from > 0 && sorted[at] - sorted[from - 1] < radius) {
      from--;
    }
    int to = at;
    while (to < sorted.length - 1 && sorted[to + 1] - sorted[at] < radius) {
      to++;
    }
    return to - from + 1;
  }

  private double information(int[] level, int[] counts, double[][] numbers) {
    if (numbers.length == 1) {
      return ofColumn(level, counts, numbers[0], neighbours);
    }
    int n = (int) IntStream.of(level).filter(l -> counts[l] > 1).count();
    double sum =
        IntStream.range(0, level.length)
            .filter(r -> counts[level[r]] > 1)
            .mapToDouble(r -> term(r, level, counts, numbers))
            .sum();
    return Digamma.value(n) + sum / n;
  }

  private double term(int row, int[] level, int[] counts, double[][] numbers) {
    int k = Math.min(neighbours, counts[level[row]] - 1);
    var within = new double[counts[level[row]]];
    var distances = new double[level.length];
    int w = 0;
    for (int r = 0; r < level.length; r++) {
      double distance = 0;
      for (double[] column : numbers) {
        distance = Math.max(distance, Math.abs(column[r] - column[row]));
      }
      distances[r] = counts[level[r]] > 1 ? distance : Double.POSITIVE_INFINITY;
      if (level[r] == level[row]) {
        within[w++] = distance;
      }
    }
    Arrays.sort(within); // the row itself is the first
    int nearer = 0; // with the row itself
    for (double distance : distances) {
      nearer += distance < within[k] ? 1 : 0;
    }
    return Digamma.value(k) - Digamma.value(counts[level[row]]) - Digamma.value(nearer);
  }
}
