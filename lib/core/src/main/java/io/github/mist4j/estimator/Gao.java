package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Nearest neighbours and counts of equal rows: with ρ the distance of a row to its k-th neighbour,
 * the mean of ψ(k̃) + log n − ψ(n_x) − ψ(n_y), where k̃ is k and n_x, n_y the rows nearer than ρ on
 * each side, or all three the rows that are equal where ρ is 0, the row itself with them. Of Gao,
 * Kannan, Oh and Viswanath (2017), <i>Estimating mutual information for discrete-continuous
 * mixtures</i>, as in its authors' program.
 *
 * <p>Distances are those of the maximum norm over columns scaled to unit variance; those of names
 * are 0 or 1. It takes any mixture of columns. The time grows as n².
 *
 * <pre>{@code
 * Estimate mixed = new Gao(5).estimate(sample);
 * }</pre>
 */
public final class Gao implements MutualInformationEstimator {
  private static final int NEIGHBOURS = 5; // as in the paper
  private static final int ROWS_OF_PAIRS = 5000; // above, all pairs take longer than is waited for

  private final int neighbours;

  /** With five neighbours. */
  public Gao() {
    this(NEIGHBOURS);
  }

  /** With so many neighbours. */
  public Gao(int neighbours) {
    require(neighbours > 0, "neighbours must be positive, was %d", neighbours);
    this.neighbours = neighbours;
  }

  @Override
  public String method() {
    return "gao";
  }

  /**
   * The mutual information of the sample, in nats.
   *
   * @throws IllegalArgumentException if n ≤ k
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return Resampling.estimate(method(), sample, options, this::prepared, List.of());
  }

  @Override
  public String description() {
    return "nearest neighbours and counts of equal rows, for any mixture (Gao et al., 2017)";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        MethodOption.whole(
            "neighbours",
            neighbours,
            "k; fewer have less bias, more have less variance",
            Gao::new));
  }

  @Override
  public int unaskedUpToRows() {
    return ROWS_OF_PAIRS;
  }

  @Override
  public boolean suits(Sample sample) {
    return sample.hasNames(); // of numbers ksg says the same
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return Optional.of("a row without equal ones is compared with its neighbours, be they few");
  }

  private Statistic prepared(Sample sample, RandomGenerator unused) {
    require(
        sample.n() > neighbours,
        "method %s needs more rows than k = %d, had %d",
        method(),
        neighbours,
        sample.n());
    double[][] columns = SampleColumns.of(sample);
    var nominal = new boolean[columns.length];
    for (int c = 0; c < columns.length; c++) {
      nominal[c] = SampleColumns.isNominal(sample, c);
      columns[c] = nominal[c] ? columns[c] : Scaling.standardized(columns[c]);
    }
    int dx = sample.dx();
    return order -> {
      double[][] ordered = columns.clone();
      System.arraycopy(
          SampleColumns.ordered(Arrays.copyOfRange(columns, dx, columns.length), order),
          0,
          ordered,
          dx,
          columns.length - dx);
      var terms = new double[order.length];
      IntStream.range(0, terms.length)
          .parallel()
          .forEach(row -> terms[row] = term(row, ordered, nominal, dx));
      return Arrays.stream(terms).average().orElseThrow();
    };
  }

  private double term(int row, double[][] columns, boolean[] nominal, int dx) {
    int n = columns[0].length;
    double[] ofX = distances(row, columns, nominal, 0, dx);
    double[] ofY = distances(row, columns, nominal, dx, columns.length);
    var joint = new double[n];
    Arrays.setAll(joint, r -> Math.max(ofX[r], ofY[r]));
    Arrays.sort(joint); // the row itself is the first
    double radius = joint[neighbours];
    return Digamma.value(radius > 0 ? neighbours : within(joint, radius))
        + Math.log(n)
        - Digamma.value(within(ofX, radius))
        - Digamma.value(within(ofY, radius));
  }

  private static double[] distances(
      int row, double[][] columns, boolean[] nominal, int from, int to) {
    var distances = new double[columns[0].length];
    for (int c = from; c < to; c++) {
      double[] column = columns[c];
      for (int r = 0; r < distances.length; r++) {
        double apart = Math.abs(column[r] - column[row]);
        distances[r] = Math.max(distances[r], nominal[c] && apart > 0 ? 1 : apart);
      }
    }
    return distances;
  }

  /** How many are nearer, or equal where the radius is 0, with the row itself. */
  private static double within(double[] distances, double radius) {
    return Arrays.stream(distances).filter(distance -> distance < radius || distance == 0).count();
  }
}
