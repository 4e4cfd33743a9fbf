package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The probabilities of the cells that cuts divide a bivariate normal law into. */
final class NormalCells {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double[] PLACES = { // Gauss–Legendre, 8 points on (−1, 1)
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
  };
  private static final double[] WEIGHTS = {
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };
  private static final double REACH = 8;

  private NormalCells() {}

  /**
   * P(cell) = ∫ φ(x) [Φ((b − ρx)/√(1−ρ²)) − Φ((a − ρx)/√(1−ρ²))] dx over each interval of x.
   *
   * @return (cutsOfX + 1, cutsOfY + 1)
   */
  static double[][] probabilities(double rho, double[] cutsOfX, double[] cutsOfY, int panels) {
    double[] edges = edges("X", cutsOfX);
    double[] cuts = edges("Y", cutsOfY);
    double own = Math.sqrt(1 - rho * rho);
    var cells = new double[cutsOfX.length + 1][cutsOfY.length + 1];
    for (int i = 0; i < cells.length; i++) {
      double width = edges[i + 1] - edges[i];
      int parts = Math.max(1, (int) Math.ceil(panels * width / (2 * REACH)));
      for (int part = 0; part < parts; part++) {
        double half = 0.5 * width / parts;
        double centre = edges[i] + half * (2 * part + 1);
        for (int g = 0; g < PLACES.length; g++) {
          add(cells[i], rho, own, cuts, centre - half * PLACES[g], half * WEIGHTS[g]);
          add(cells[i], rho, own, cuts, centre + half * PLACES[g], half * WEIGHTS[g]);
        }
      }
    }
    return cells;
  }

  private static void add(
      double[] cells, double rho, double own, double[] cuts, double x, double weight) {
    double mass = weight * NORMAL.density(x);
    double before = 0;
    for (int j = 0; j < cells.length; j++) {
      double now =
          j == cells.length - 1 ? 1 : NORMAL.cumulativeProbability((cuts[j + 1] - rho * x) / own);
      cells[j] += mass * (now - before);
      before = now;
    }
  }

  /** The cuts between the ends of what counts as the line. */
  private static double[] edges(String side, double[] cuts) {
    require(cuts.length > 0, "%s needs at least one cut, had none", side);
    for (int k = 0; k < cuts.length; k++) {
      require(
          Math.abs(cuts[k]) < REACH && (k == 0 || cuts[k] > cuts[k - 1]),
          "cuts of %s must rise and lie within %s standard deviations, were %s",
          side,
          REACH,
          Arrays.toString(cuts));
    }
    var edges = new double[cuts.length + 2];
    edges[0] = -REACH;
    System.arraycopy(cuts, 0, edges, 1, cuts.length);
    edges[cuts.length + 1] = REACH;
    return edges;
  }
}
