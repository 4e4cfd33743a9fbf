package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
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
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
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

  /**
   * A function at the points of some first blocks: those of the first {@code sequences} sequences,
   * of the next ones, and so on.
   *
   * @param f of the normal coordinates, which it must not change or keep
   * @return (sequences · blocks · points), all finite
   * @throws IllegalArgumentException if one is not
   */
  static double[] values(int d, int blocks, int sequences, ToDoubleFunction<double[]> f) {
    int together = sequences * BLOCK;
    var values = new double[SEQUENCES * blocks * BLOCK];
    var row = new double[d];
    for (int b = 0; b < blocks; b++) {
      double[] points = block(d, b);
      for (int i = 0; i < SEQUENCES * BLOCK; i++) {
        System.arraycopy(points, i * (d + 1), row, 0, d);
        double value = f.applyAsDouble(row);
        require(Double.isFinite(value), "functions of X must be finite everywhere, was %s", value);
        values[(i / together * blocks + b) * together + i % together] = value;
      }
    }
    return values;
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
