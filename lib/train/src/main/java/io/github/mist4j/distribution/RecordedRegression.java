package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One column each: the two of a {@link Regression} as they come to stand in a table.
 *
 * <p>The mutual information of what is written down is Σ p log(p/(p_x p_y)) over the atoms and
 * small cells of what stays as it is, by a quadrature refined until it changes by less than 0.0015
 * nats or 0.15%, when it is first asked for.
 */
final class RecordedRegression extends QuadratureLaw {
  private static final double FINE = 0.4; // of σ: the width of a cell, at first
  private static final int MOST_CELLS = 1 << 13;

  private final Regression law;
  private final Recording ofX;
  private final Recording ofY;

  private RecordedRegression(Regression law, Recording ofX, Recording ofY) {
    this.law = law;
    this.ofX = ofX;
    this.ofY = ofY;
  }

  /** A regression as it is recorded. */
  static RecordedRegression of(Regression law, Recording ofX, Recording ofY) {
    require(
        law != null && ofX != null && ofY != null,
        "the law and both recordings must be given, was null");
    return new RecordedRegression(law, ofX, ofY);
  }

  @Override
  public int dx() {
    return 1;
  }

  @Override
  public int dy() {
    return 1;
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    return ColumnDraws.varying(
        1,
        () -> {
          Sample exact = law.sample(n, rng);
          return new double[][] {
            Arrays.stream(exact.x(0)).map(v -> ofX.record(v, rng)).toArray(),
            Arrays.stream(exact.y(0)).map(v -> ofY.record(v, rng)).toArray()
          };
        });
  }

  @Override
  public String describe() {
    return "x %s, y %s, of a %s".formatted(ofX.describe(), ofY.describe(), law.describe());
  }

  @Override
  Quadrature quadrature() {
    return Quadrature.of(this::value);
  }

  private double value(int resolution) {
    Nodes nodes = Nodes.of(law.x(), resolution);
    RecordedCells x = RecordedCells.of(nodes.x(), ofX);
    RecordedCells y = cellsOfY(nodes, resolution);
    var joint = new double[x.classes()][y.classes()];
    double all = law.x().probability(x.low(0), x.high(x.cells() - 1));
    for (int i = 0; i < x.cells(); i++) {
      double at = x.middle(i);
      double weight = law.x().probability(x.low(i), x.high(i)) / all;
      for (int rule = 0; rule < ofX.rules(); rule++) {
        y.add(
            joint[x.classOf(rule, i)],
            weight * ofX.share(rule),
            law.f().at(at),
            law.sigma().at(at),
            law.noise());
      }
    }
    return information(joint);
  }

  /** Cells that are fine where values stay as they are. */
  private RecordedCells cellsOfY(Nodes nodes, int resolution) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double logSigma = 0;
    for (int m = 0; m < nodes.count(); m++) {
      double f = law.f().at(nodes.x()[m]);
      double sigma = law.sigma().at(nodes.x()[m]);
      low = Math.min(low, f + sigma * law.noise().low());
      high = Math.max(high, f + sigma * law.noise().high());
      logSigma += nodes.weights()[m] * Math.log(sigma);
    }
    double width = FINE * Math.exp(logSigma) * 128 / resolution;
    double count = ofY.keepsValues() ? (high - low) / width : 1;
    return RecordedCells.between(low, high, (int) Math.min(MOST_CELLS, Math.ceil(count)), ofY);
  }

  private static double information(double[][] joint) {
    var ofY = new double[joint[0].length];
    double value = 0;
    for (double[] row : joint) {
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        value -= Response.entropyTerm(row[j]);
        sum += row[j];
        ofY[j] += row[j];
      }
      value += Response.entropyTerm(sum);
    }
    return value + Arrays.stream(ofY).map(Response::entropyTerm).sum();
  }
}
