package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Several columns of X and the Y of a {@link MultipleRegression} as it comes to stand in a table.
 *
 * <p>The mutual information H(Y) − E H(Y | X), over the atoms of what is written down and small
 * cells of what stays as it is, averages over the same points of X as that of the regression, when
 * it is first asked for; its error is the standard error over their parts.
 */
final class RecordedResponse extends QuadratureLaw {
  private static final int PARTS = 4;
  private static final int BLOCKS = 4; // of points
  private static final int MOST_CELLS = 1024;

  private final MultipleRegression law;
  private final Recording ofY;

  private RecordedResponse(MultipleRegression law, Recording ofY) {
    this.law = law;
    this.ofY = ofY;
  }

  /** A regression on several columns whose response is recorded. */
  static RecordedResponse of(MultipleRegression law, Recording ofY) {
    require(law != null && ofY != null, "the law and the recording must be given, was null");
    return new RecordedResponse(law, ofY);
  }

  @Override
  public int dx() {
    return law.dx();
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
        dx(),
        () -> {
          double[][] columns = ColumnDraws.all(law.sample(n, rng));
          double[] y = columns[dx()];
          Arrays.setAll(y, r -> ofY.record(y[r], rng));
          return columns;
        });
  }

  @Override
  public String describe() {
    return "y %s, of a %s".formatted(ofY.describe(), law.describe());
  }

  @Override
  Quadrature quadrature() {
    MultipleRegression.Points points = law.points(BLOCKS, NormalPoints.SEQUENCES / PARTS);
    RecordedCells y = RecordedCells.between(points.low(), points.high(), cells(points), ofY);
    var all = new double[y.classes()];
    var values = new double[PARTS];
    var recorded = new double[y.classes()];
    double lost = 0;
    for (int part = 0; part < PARTS; part++) {
      var mean = new double[y.classes()];
      double lostInPart = 0;
      WeightedPoints at = WeightedPoints.of(points, part, PARTS);
      at = law.x().sharedByLaws() ? at.gathered(MultipleRegression.GATHERED) : at;
      for (int i = 0; i < at.weights().length; i++) {
        Arrays.fill(recorded, 0);
        y.add(recorded, 1, at.f()[i], at.sigma()[i], law.noise());
        lostInPart += at.weights()[i] * entropy(recorded);
        ColumnDraws.addScaled(mean, at.weights()[i], recorded);
      }
      ColumnDraws.addScaled(all, 1.0 / PARTS, mean);
      lost += lostInPart / PARTS;
      values[part] = entropy(mean) - lostInPart;
    }
    return Quadrature.ofFewPoints(entropy(all) - lost, values);
  }

  /** Cells a grain of the smallest σ wide where values stay as they are. */
  private int cells(MultipleRegression.Points points) {
    if (!ofY.keepsValues()) {
      return 1;
    }
    double count = (points.high() - points.low()) / (law.noise().grain() * points.smallSigma());
    return (int) Math.min(MOST_CELLS, Math.ceil(count));
  }

  private static double entropy(double[] p) {
    return Arrays.stream(p).map(Response::entropyTerm).sum();
  }
}
