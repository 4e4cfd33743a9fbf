package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * X and Y with few levels each, and the probability of every combination; one column or several.
 *
 * <p>The mutual information is Σ p(x, y) log(p(x, y)/(p(x) p(y))).
 *
 * <pre>{@code
 * ContingencyTable.of(new double[][] {{0.4, 0.1}, {0.1, 0.4}}).mutualInformation() // 0.193 nats
 * }</pre>
 */
public final class ContingencyTable implements Distribution {
  private static final int PANELS = 64;

  private final double[][] x; // (levels of X, dx) values
  private final double[][] y; // (levels of Y, dy)
  private final double[] cumulative; // over the cells, row by row
  private final double information;

  private ContingencyTable(double[][] x, double[][] y, double[][] probabilities) {
    this.x = x;
    this.y = y;
    this.cumulative = new double[x.length * y.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        sum += probabilities[i][j];
        cumulative[i * y.length + j] = sum;
      }
    }
    this.information = information(probabilities, sum);
  }

  /**
   * One column each, with values 0, 1, 2, ….
   *
   * @param probabilities of every level of X (a row) with every level of Y, not negative; they are
   *     divided by their sum
   */
  public static ContingencyTable of(double[][] probabilities) {
    require(probabilities != null, "probabilities must be given, was null");
    require(probabilities.length > 0, "a contingency table needs at least one row, had none");
    return of(numbers(probabilities.length), numbers(probabilities[0].length), probabilities);
  }

  /**
   * Several columns.
   *
   * @param x the values of X's columns at each of its levels, (levels of X, dx)
   * @param y those of Y's, (levels of Y, dy)
   * @param probabilities (levels of X, levels of Y), not negative; divided by their sum
   */
  public static ContingencyTable of(double[][] x, double[][] y, double[][] probabilities) {
    checkLevels("X", x);
    checkLevels("Y", y);
    require(
        probabilities.length == x.length
            && Arrays.stream(probabilities).allMatch(row -> row.length == y.length),
        "probabilities must be %d x %d, as many as the levels of X and of Y",
        x.length,
        y.length);
    double sum = 0;
    for (double[] row : probabilities) {
      for (double p : row) {
        require(p >= 0 && Double.isFinite(p), "a probability must not be negative, was %s", p);
        sum += p;
      }
    }
    require(sum > 0, "probabilities must not all be 0");
    return new ContingencyTable(copy(x), copy(y), probabilities);
  }

  /**
   * Two normal columns, each replaced by the number of cuts below it.
   *
   * @param correlation of the normal columns, in (−1, 1)
   * @param cutsOfX rising, in standard deviations
   * @param cutsOfY the same for Y
   */
  public static ContingencyTable ofNormal(double correlation, double[] cutsOfX, double[] cutsOfY) {
    require(Math.abs(correlation) < 1, "correlation must be in (-1, 1), was %s", correlation);
    return of(NormalCells.probabilities(correlation, cutsOfX, cutsOfY, PANELS));
  }

  /**
   * Values anywhere in [level, level + 1) in the place of the levels: a density that is constant on
   * rectangles. The mutual information stays.
   */
  public Distribution spread() {
    return new Spread(this);
  }

  @Override
  public int dx() {
    return x[0].length;
  }

  @Override
  public int dy() {
    return y[0].length;
  }

  /**
   * Independent rows, drawn again where a column is constant, which no sample may have.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    return ColumnDraws.varying(dx(), () -> draw(n, rng));
  }

  @Override
  public double mutualInformation() {
    return information;
  }

  @Override
  public String describe() {
    return "contingency table, %s x %s levels, MI = Σ p(x, y) log(p(x, y)/(p(x) p(y)))"
        .formatted(x.length, y.length);
  }

  /** Independent rows, of which a column may be constant, (dx + dy, n). */
  double[][] draw(int n, RandomGenerator rng) {
    var columns = new double[dx() + dy()][n];
    for (int r = 0; r < n; r++) {
      double mark = rng.nextDouble() * cumulative[cumulative.length - 1];
      int cell = ColumnDraws.firstAbove(cumulative, mark); // past cells of probability 0
      for (int c = 0; c < columns.length; c++) {
        columns[c][r] = c < dx() ? x[cell / y.length][c] : y[cell % y.length][c - dx()];
      }
    }
    return columns;
  }

  private static double information(double[][] probabilities, double sum) {
    var ofY = new double[probabilities[0].length];
    double value = 0;
    for (double[] row : probabilities) {
      value += Response.entropyTerm(Arrays.stream(row).sum() / sum);
      for (int j = 0; j < row.length; j++) {
        ofY[j] += row[j] / sum;
        value -= Response.entropyTerm(row[j] / sum);
      }
    }
    return Math.max(0, value + Arrays.stream(ofY).map(Response::entropyTerm).sum());
  }

  private static double[][] numbers(int levels) {
    return IntStream.range(0, levels).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
  }

  private static void checkLevels(String side, double[][] levels) {
    require(levels.length > 1, "%s needs at least 2 levels, had %d", side, levels.length);
    for (int i = 0; i < levels.length; i++) {
      double[] level = levels[i];
      require(
          level.length == levels[0].length && level.length > 0,
          "every level of %s needs a value for each column, level %d has %d for %d columns",
          side,
          i,
          level.length,
          levels[0].length);
      require(
          Arrays.stream(levels, 0, i).noneMatch(other -> Arrays.equals(other, level)),
          "two levels of %s must not have the same values, level %d has those of another",
          side,
          i);
    }
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
