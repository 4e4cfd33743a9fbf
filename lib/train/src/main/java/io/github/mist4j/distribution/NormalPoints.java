package io.github.mist4j.distribution;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Points that fill the space of d standard normal variables and one uniform variable more evenly
 * than random ones: Kronecker sequences of powers of the generalized golden ratio (Roberts, 2018),
 * each from a random start of its own.
 */
final class NormalPoints {
  static final int SEQUENCES = 16;
  static final int BLOCK = 64; // points of a sequence that are made together

  private static final int KEPT_COLUMNS = 16;
  private static final int KEPT_BLOCKS = 16;
  private static final long STARTS = 5;
  static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Map<Place, double[]> KEPT = new ConcurrentHashMap<>();

  private record Place(int d, int block) {}

  private NormalPoints() {}

  /**
   * Points number block · {@value #BLOCK} and following of every sequence.
   *
   * @return (sequences, points, d + 1) in one array: d normal coordinates, then the uniform one
   */
  static double[] block(int d, int block) {
    var place = new Place(d, block);
    return d <= KEPT_COLUMNS && block < KEPT_BLOCKS
        ? KEPT.computeIfAbsent(place, NormalPoints::make)
        : make(place);
  }

  /** Is shown a point. */
  @FunctionalInterface
  interface Visitor {
    /**
     * A point.
     *
     * @param place its number: those of the first sequences first, then of the next ones
     * @param row its normal coordinates, which may be changed but not kept
     */
    void visit(int place, double[] row);
  }

  /**
   * Shows the points of some first blocks, {@value #SEQUENCES} · blocks · {@value #BLOCK}.
   *
   * @param sequences whose points stand together
   */
  static void each(int d, int blocks, int sequences, Visitor visitor) {
    int together = sequences * BLOCK;
    var row = new double[d];
    for (int b = 0; b < blocks; b++) {
      double[] points = block(d, b);
      for (int i = 0; i < SEQUENCES * BLOCK; i++) {
        System.arraycopy(points, i * (d + 1), row, 0, d);
        visitor.visit((i / together * blocks + b) * together + i % together, row);
      }
    }
  }

  private static double[] make(Place place) {
    int width = place.d + 1;
    double[] steps = steps(width);
    var starts = new SplittableRandom(STARTS);
    var points = new double[SEQUENCES * BLOCK * width];
    int at = 0;
    for (int s = 0; s < SEQUENCES; s++) {
      double[] start = starts.doubles(width).toArray();
      for (int i = 0; i < BLOCK; i++) {
        long number = (long) place.block * BLOCK + i;
        for (int j = 0; j < width; j++) {
          double u = start[j] + number * steps[j];
          u -= Math.floor(u);
          points[at++] = j < place.d ? NORMAL.inverseCumulativeProbability(inside(u)) : u;
        }
      }
    }
    return points;
  }

  private static double inside(double u) {
    return Math.min(1 - 1e-12, Math.max(1e-12, u));
  }

  /** g⁻¹, g⁻², … for the root of g^(width + 1) = g + 1. */
  private static double[] steps(int width) {
    double g = 2;
    for (int i = 0; i < 64; i++) {
      g = Math.pow(1 + g, 1.0 / (width + 1));
    }
    var steps = new double[width];
    double step = 1;
    for (int j = 0; j < width; j++) {
      step /= g;
      steps[j] = step;
    }
    return steps;
  }
}
