package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Transform;
import java.util.random.RandomGenerator;

/**
 * A density of one or two columns a side that is constant on boxes: the exponential of waves and of
 * noise, or, in a third of the draws, nearly all of it on the boxes where those are high.
 */
final class RandomDensity {
  private static final int MOST_CELLS = 16; // along a lone column
  private static final int MOST_CELLS_OF_TWO = 5; // along each of two columns
  private static final int MOST_WAVES = 4;
  private static final double EMPTY = 1e-3;
  private static final double WIDTH = Math.sqrt(12); // of a uniform law of variance 1

  private RandomDensity() {}

  /** A density of the given columns, 1 or 2 a side. */
  static Distribution of(int dx, int dy, RandomGenerator rng) {
    int ofX = cells(dx, rng);
    int ofY = cells(dy, rng);
    double[][] x = boxes(dx, ofX);
    double[][] y = boxes(dy, ofY);
    double[][] field = field(x, y, ofX, ofY, rng);
    double steep = logBetween(rng, 0.3, 4);
    boolean figure = rng.nextInt(3) == 0;
    double level = between(rng, -0.7, 0.7);
    for (double[] row : field) {
      for (int j = 0; j < row.length; j++) {
        double full = row[j] > level ? 1 : EMPTY;
        row[j] = figure ? full : Math.exp(steep * row[j]);
      }
    }
    return ContingencyTable.of(x, y, field)
        .spread()
        .transformed(scaled(dx, WIDTH / ofX), scaled(dy, WIDTH / ofY));
  }

  private static int cells(int d, RandomGenerator rng) {
    return (int) logBetween(rng, 2, (d == 1 ? MOST_CELLS : MOST_CELLS_OF_TWO) + 1.0);
  }

  /** The corners of the boxes, (count^d, d). */
  private static double[][] boxes(int d, int count) {
    var boxes = new double[(int) Math.pow(count, d)][d];
    for (int i = 0; i < boxes.length; i++) {
      for (int c = 0, rest = i; c < d; c++, rest /= count) {
        boxes[i][c] = rest % count;
      }
    }
    return boxes;
  }

  private static Transform scaled(int d, double factor) {
    var matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      matrix[i][i] = factor;
    }
    return Transform.linear(matrix);
  }

  /** Waves over the space and independent noise, of variance about 1. */
  private static double[][] field(
      double[][] x, double[][] y, int ofX, int ofY, RandomGenerator rng) {
    int waves = 1 + rng.nextInt(MOST_WAVES);
    double rough = rng.nextBoolean() ? 0 : rng.nextDouble();
    var field = new double[x.length][y.length];
    for (int w = 0; w < waves; w++) {
      double[] phaseOfX = phases(x, ofX, rng);
      double[] phaseOfY = phases(y, ofY, rng);
      double start = between(rng, 0, 2 * Math.PI);
      double height = Math.sqrt(2 * (1 - rough) / waves);
      boolean product = rng.nextInt(3) == 0; // of a wave in X and a wave in Y
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < y.length; j++) {
          field[i][j] +=
              product
                  ? Math.sqrt(2) * height * Math.cos(phaseOfX[i] + start) * Math.cos(phaseOfY[j])
                  : height * Math.cos(phaseOfX[i] + phaseOfY[j] + start);
        }
      }
    }
    for (double[] row : field) {
      for (int j = 0; j < row.length; j++) {
        row[j] += Math.sqrt(rough) * rng.nextGaussian();
      }
    }
    return field;
  }

  /** Up to three half turns along each column. */
  private static double[] phases(double[][] boxes, int count, RandomGenerator rng) {
    int d = boxes[0].length;
    double[] speeds = rng.doubles(d, -3 * Math.PI / count, 3 * Math.PI / count).toArray();
    var phases = new double[boxes.length];
    for (int i = 0; i < boxes.length; i++) {
      for (int c = 0; c < d; c++) {
        phases[i] += speeds[c] * boxes[i][c];
      }
    }
    return phases;
  }
}
