package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.DiscreteResponse;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Regression;
import io.github.mist4j.distribution.Response;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Pairs of which one column or both have few levels. */
final class RandomLevels {
  private static final int MOST_LEVELS = 6;
  private static final double LARGEST_SHARE = 0.95;
  private static final double LEAST_OF_LEVEL = 0.5; // of the most frequent
  private static final int ROUNDS = 10;
  private static final int PILOT = 64; // rows that show where Y lies

  private RandomLevels() {}

  /** X has a density, Y levels. */
  static Distribution response(RandomGenerator rng) {
    return switch (rng.nextInt(6)) {
      case 0 -> of(rng, Response.logistic(between(rng, -2, 2), logBetween(rng, 0.2, 6)));
      case 1 ->
          of(
              rng,
              Response.binomial(2 + rng.nextInt(9), between(rng, -1, 1), logBetween(rng, 0.2, 3)));
      case 2 -> of(rng, Response.poisson(between(rng, -1, 2), between(rng, 0.1, 1)));
      case 3 -> of(rng, classes(rng));
      case 4 -> rounded(RandomCurve.regression(rng), rng);
      default -> thresholded(RandomCurve.regression(rng), rng);
    };
  }

  /** In steps of 0.3 to 2 standard deviations, as a few rows show them. */
  private static Distribution rounded(Regression law, RandomGenerator rng) {
    double[] y = law.sample(PILOT, rng).y(0);
    double mean = Arrays.stream(y).average().orElseThrow();
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / PILOT;
    return law.rounded(logBetween(rng, 0.3, 2) * Math.sqrt(variance));
  }

  /** At one to four of the inner values of a few rows. */
  private static Distribution thresholded(Regression law, RandomGenerator rng) {
    double[] y = law.sample(PILOT, rng).y(0);
    Arrays.sort(y);
    int[] places =
        rng.ints(1 + rng.nextInt(4), PILOT / 8, PILOT - PILOT / 8).distinct().sorted().toArray();
    return law.thresholded(Arrays.stream(places).mapToDouble(i -> y[i]).distinct().toArray());
  }

  /** Both have levels: a normal pair cut, or a table at random. */
  static Distribution table(RandomGenerator rng) {
    int rows = 2 + rng.nextInt(MOST_LEVELS - 1);
    int columns = 2 + rng.nextInt(MOST_LEVELS - 1);
    if (rng.nextBoolean()) {
      return ContingencyTable.ofNormal(
          between(rng, -0.98, 0.98), cuts(rng, rows - 1), cuts(rng, columns - 1));
    }
    return ContingencyTable.of(chances(rng, rows, columns));
  }

  /** X as an indicator of each of so many levels, Y likewise; one column where there are two. */
  static Distribution indicators(int dx, int dy, RandomGenerator rng) {
    double[][] x = dx == 1 ? numbers(2 + rng.nextInt(MOST_LEVELS - 1)) : indicators(dx);
    double[][] y = dy == 1 ? numbers(2 + rng.nextInt(MOST_LEVELS - 1)) : indicators(dy);
    double[][] p = chances(rng, x.length, y.length);
    double[] ofX = rng.doubles(x.length, LEAST_OF_LEVEL, 1).toArray();
    double[] ofY = rng.doubles(y.length, LEAST_OF_LEVEL, 1).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      scaleRows(p, ofX);
      p = transposed(p);
      scaleRows(p, ofY);
      p = transposed(p);
    }
    return ContingencyTable.of(x, y, p);
  }

  /** Rows of these sums, which are not rare, so that short samples hold every level. */
  private static void scaleRows(double[][] p, double[] sums) {
    for (int i = 0; i < p.length; i++) {
      double factor = sums[i] / Arrays.stream(sums).sum() / Arrays.stream(p[i]).sum();
      p[i] = Arrays.stream(p[i]).map(v -> factor * v).toArray();
    }
  }

  private static double[][] transposed(double[][] p) {
    return IntStream.range(0, p[0].length)
        .mapToObj(j -> Arrays.stream(p).mapToDouble(row -> row[j]).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] numbers(int levels) {
    return IntStream.range(0, levels).mapToObj(k -> new double[] {k}).toArray(double[][]::new);
  }

  private static double[][] indicators(int levels) {
    var indicators = new double[levels][levels];
    for (int k = 0; k < levels; k++) {
      indicators[k][k] = 1;
    }
    return indicators;
  }

  private static double[][] chances(RandomGenerator rng, int rows, int columns) {
    double sharpness = between(rng, 0.2, 2.5);
    var p = new double[rows][columns];
    do {
      for (double[] row : p) {
        Arrays.setAll(row, j -> Math.exp(sharpness * rng.nextGaussian()));
      }
    } while (nearlyConstant(p));
    return p;
  }

  /** Both have levels and nothing to do with each other. */
  static Distribution independent(RandomGenerator rng) {
    double[] ofX = rng.doubles(2 + rng.nextInt(MOST_LEVELS - 1), 0.1, 1).toArray();
    double[] ofY = rng.doubles(2 + rng.nextInt(MOST_LEVELS - 1), 0.1, 1).toArray();
    return ContingencyTable.of(
        Arrays.stream(ofX)
            .mapToObj(px -> Arrays.stream(ofY).map(py -> px * py).toArray())
            .toArray(double[][]::new));
  }

  /** Whether one row or one column holds nearly all: short samples of it would be constant. */
  private static boolean nearlyConstant(double[][] p) {
    double[] ofRows = Arrays.stream(p).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] ofColumns = new double[p[0].length];
    for (double[] row : p) {
      Arrays.setAll(ofColumns, j -> ofColumns[j] + row[j]);
    }
    double most = LARGEST_SHARE * Arrays.stream(ofRows).sum();
    return DoubleStream.concat(Arrays.stream(ofRows), Arrays.stream(ofColumns))
        .anyMatch(share -> share > most);
  }

  private static Distribution of(RandomGenerator rng, Response response) {
    return DiscreteResponse.of(RandomCurve.predictor(rng), response);
  }

  private static Response classes(RandomGenerator rng) {
    int count = 3 + rng.nextInt(MOST_LEVELS - 2);
    double strength = logBetween(rng, 0.5, 4);
    var intercepts = new double[count];
    var slopes = new double[count];
    Arrays.setAll(intercepts, k -> rng.nextGaussian());
    Arrays.setAll(slopes, k -> strength * rng.nextGaussian());
    return Response.classes(intercepts, slopes);
  }

  /** Rising, within ±1.5, at least 0.05 apart. */
  static double[] cuts(RandomGenerator rng, int count) {
    double[] cuts = rng.doubles(count, -1.5, 1.5).sorted().toArray();
    for (int k = 1; k < count; k++) {
      cuts[k] = Math.max(cuts[k], cuts[k - 1] + 0.05);
    }
    return cuts;
  }
}
