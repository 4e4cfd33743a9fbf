package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/**
 * A law of which X, Y or both are lost in some rows, where one number stands in all columns of the
 * side: nobody bought, nothing was measured, no rain fell.
 *
 * <p>With p the chance that both are there, and Z the two events that a side is there, I(X; Y) =
 * I(Z_x; Z_y) + p·I of the law: what stands in a side that is there does not depend on whether the
 * other is.
 *
 * @param law of the rows in which both sides are there; none of its columns ever holds the atom
 * @param neither the chance that both are lost, in [0, 1)
 * @param onlyX the chance that X is there alone
 * @param onlyY the chance that Y is there alone; with the others below 1
 * @param atom what stands in a side that is lost
 */
record WithLosses(Distribution law, double neither, double onlyX, double onlyY, double atom)
    implements DelegatingDistribution {
  WithLosses {
    require(law != null, "the law must be given, was null");
    require(
        neither >= 0 && onlyX >= 0 && onlyY >= 0 && neither + onlyX + onlyY < 1,
        "the chances of losses must not be negative and must add up to less than 1, were %s, %s,"
            + " %s",
        neither,
        onlyX,
        onlyY);
    require(Double.isFinite(atom), "atom must be finite, was %s", atom);
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    return ColumnDraws.varying(dx(), () -> draw(n, rng));
  }

  private double[][] draw(int n, RandomGenerator rng) {
    double[][] both = ColumnDraws.all(law.sample(n, rng));
    double[][] alone = ColumnDraws.all(law.sample(n, rng));
    var columns = new double[dx() + dy()][n];
    for (int r = 0; r < n; r++) {
      double mark = rng.nextDouble();
      boolean none = mark < neither;
      boolean x = !none && mark < neither + onlyX;
      boolean y = !none && !x && mark < neither + onlyX + onlyY;
      for (int c = 0; c < columns.length; c++) {
        boolean ofX = c < dx();
        boolean lost = none || (ofX ? y : x);
        columns[c][r] = lost ? atom : (x || y ? alone : both)[c][r];
      }
    }
    return columns;
  }

  @Override
  public double mutualInformation() {
    double both = 1 - neither - onlyX - onlyY;
    double patterns =
        Response.entropyTerm(both + onlyX)
            + Response.entropyTerm(neither + onlyY)
            + Response.entropyTerm(both + onlyY)
            + Response.entropyTerm(neither + onlyX)
            - Response.entropyTerm(both)
            - Response.entropyTerm(neither)
            - Response.entropyTerm(onlyX)
            - Response.entropyTerm(onlyY);
    return Math.max(0, patterns + both * law.mutualInformation());
  }

  @Override
  public double mutualInformationError() {
    return (1 - neither - onlyX - onlyY) * law.mutualInformationError();
  }

  @Override
  public String describe() {
    return "%s; both sides lost in %s of the rows, Y in %s, X in %s, MI = I(lost; lost) + p MI"
        .formatted(law.describe(), Curve.number(neither), Curve.number(onlyX), Curve.number(onlyY));
  }
}
