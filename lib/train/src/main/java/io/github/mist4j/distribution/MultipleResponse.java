package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Several columns of X, independent of each other, and columns of Y with few levels, independent of
 * each other where X is known: a class, an answer in grades, several of them.
 *
 * <p>The mutual information H(Y) − Σ E H(Y_j | X) averages the probabilities of all levels of Y
 * together over points of X that fill the space evenly, in {@value #PARTS} independent parts, when
 * it is first asked for; its error is the standard error over the parts.
 *
 * <pre>{@code
 * Distribution answers = MultipleResponse.of(
 *     Predictors.normal(1),
 *     List.of(
 *         new MultipleResponse.Question(
 *             "agrees", 2, (x, p) -> { p[1] = 1 / (1 + Math.exp(-x[0])); p[0] = 1 - p[1]; })));
 * }</pre>
 */
public final class MultipleResponse extends QuadratureLaw {
  private static final int PARTS = 4;
  private static final int BLOCKS = 8; // of points
  private static final int MOST_CELLS = 256;

  private final Predictors x;
  private final List<Question> questions;
  private final int cells;

  /** The probabilities of the levels of a column of Y at a row of X. */
  @FunctionalInterface
  public interface Probabilities {
    /**
     * Fills them in.
     *
     * @param x a row of X, which must not be changed or kept
     * @param p one for each level; they must add up to 1
     */
    void at(double[] x, double[] p);
  }

  /**
   * A column of Y.
   *
   * @param name in words, for {@link #describe()}
   * @param levels their number, 2 or more
   * @param probabilities of the levels
   */
  public record Question(String name, int levels, Probabilities probabilities) {
    /** Checks the levels. */
    public Question {
      require(levels > 1, "a column of Y needs two levels or more, had %d", levels);
      require(probabilities != null, "the probabilities must be given, were null");
    }
  }

  private MultipleResponse(Predictors x, List<Question> questions, int cells) {
    this.x = x;
    this.questions = questions;
    this.cells = cells;
  }

  /**
   * A law.
   *
   * @param x the columns of X
   * @param questions the columns of Y
   * @throws IllegalArgumentException if there is no column of Y, or the product of their numbers of
   *     levels is above {@value #MOST_CELLS}
   */
  public static MultipleResponse of(Predictors x, List<Question> questions) {
    require(x != null && questions != null, "the columns of X and Y must be given, were null");
    require(!questions.isEmpty(), "dy must be positive, was 0");
    int cells = 1;
    for (Question question : questions) {
      cells *= question.levels;
      require(
          cells <= MOST_CELLS,
          "the levels of all columns of Y together must be at most %d, were more",
          MOST_CELLS);
    }
    return new MultipleResponse(x, List.copyOf(questions), cells);
  }

  @Override
  public int dx() {
    return x.columns();
  }

  @Override
  public int dy() {
    return questions.size();
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    double[][] p = probabilities();
    return x.sample(
        n,
        rng,
        (row, y) -> {
          for (int j = 0; j < p.length; j++) {
            questions.get(j).probabilities.at(row, p[j]);
            y[j] = new Response.Levels(0, p[j]).draw(rng);
          }
        },
        p.length);
  }

  @Override
  public String describe() {
    return "levels that depend on %s, Y = %s, MI = H(Y) − Σ E H(Y_j | X)"
        .formatted(x, questions.stream().map(Question::name).collect(Collectors.joining(" and ")));
  }

  private double[][] probabilities() {
    return questions.stream().map(q -> new double[q.levels]).toArray(double[][]::new);
  }

  @Override
  Quadrature quadrature() {
    int sequences = NormalPoints.SEQUENCES / PARTS; // of each part
    int points = sequences * BLOCKS * NormalPoints.BLOCK;
    var means = new double[PARTS][cells];
    var lost = new double[PARTS];
    double[][] p = probabilities();
    x.each(
        BLOCKS,
        sequences,
        (place, row) -> {
          int part = place / points;
          double[] together = {1.0 / points};
          for (int j = 0; j < p.length; j++) {
            questions.get(j).probabilities.at(row, p[j]);
            lost[part] += entropy(p[j]) / points;
            together = products(together, p[j]);
          }
          ColumnDraws.addScaled(means[part], 1, together);
        });
    var all = new double[cells];
    var values = new double[PARTS];
    double meanLost = 0;
    for (int part = 0; part < PARTS; part++) {
      ColumnDraws.addScaled(all, 1.0 / PARTS, means[part]);
      meanLost += lost[part] / PARTS;
      values[part] = entropy(means[part]) - lost[part];
    }
    double whole = entropy(all) - meanLost;
    return Quadrature.ofFewPoints(whole, values);
  }

  private static double[] products(double[] a, double[] b) {
    var products = new double[a.length * b.length];
    for (int k = 0; k < products.length; k++) {
      products[k] = a[k / b.length] * b[k % b.length];
    }
    return products;
  }

  private static double entropy(double[] p) {
    return Arrays.stream(p).map(Response::entropyTerm).sum();
  }
}
