package io.github.mist4j.deep;

import io.github.mist4j.deep.CriticOptions.Inputs;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The columns of a sample as networks take them.
 *
 * @param x (dx, n)
 * @param y (dy, n)
 */
record SampleMatrix(float[][] x, float[][] y) {
  /** Columns whose equal values stay equal. */
  static SampleMatrix of(Sample sample, Inputs inputs) {
    return new SampleMatrix(
        IntStream.range(0, sample.dx())
            .mapToObj(c -> input(sample.x(c), inputs))
            .toArray(float[][]::new),
        IntStream.range(0, sample.dy())
            .mapToObj(c -> input(sample.y(c), inputs))
            .toArray(float[][]::new));
  }

  /**
   * Normal scores, those of Y with equal values in an order at random: a density of atoms would
   * have no bound.
   */
  static SampleMatrix withoutTiesOfY(Sample sample, long seed) {
    return new SampleMatrix(
        of(sample, Inputs.NORMAL_SCORES).x, withoutTies(sample.dy(), sample::y, seed));
  }

  /** Normal scores of both sides, equal values in an order at random. */
  static SampleMatrix withoutTies(Sample sample, long seed) {
    return new SampleMatrix(
        withoutTies(sample.dx(), sample::x, RandomStreams.hash(seed)),
        withoutTies(sample.dy(), sample::y, seed));
  }

  private static float[][] withoutTies(int d, IntFunction<double[]> column, long seed) {
    return IntStream.range(0, d)
        .mapToObj(
            c -> {
              int[] ranks = Ranks.of(column.apply(c), RandomStreams.of(seed, -21L - c));
              double[] scores = normalScores(ranks.length);
              return floats(Arrays.stream(ranks).mapToDouble(r -> scores[r]).toArray());
            })
        .toArray(float[][]::new);
  }

  private static float[] input(double[] column, Inputs inputs) {
    return floats(
        Scaling.standardized(
            switch (inputs) {
              case NORMAL_SCORES -> scores(column);
              case STANDARDIZED -> column;
            }));
  }

  /** The normal scores, that of equal values the mean of theirs. */
  private static double[] scores(double[] column) {
    int n = column.length;
    double[] score = normalScores(n);
    int[] rows = Ranks.inverse(Ranks.of(column, RandomStreams.of(0, 0))); // by value
    var scores = new double[n];
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && column[rows[to]] == column[rows[from]]) {
        to++;
      }
      double mean = Arrays.stream(score, from, to).average().orElseThrow();
      for (int k = from; k < to; k++) {
        scores[rows[k]] = mean;
      }
      from = to;
    }
    return scores;
  }

  private static double[] normalScores(int n) {
    var normal = NormalDistribution.of(0, 1);
    return IntStream.range(0, n)
        .mapToDouble(r -> normal.inverseCumulativeProbability((r + 0.5) / n))
        .toArray();
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int r = 0; r < floats.length; r++) {
      floats[r] = (float) values[r];
    }
    return floats;
  }

  int dx() {
    return x.length;
  }

  int dy() {
    return y.length;
  }

  /** X in some rows, (dx, rows). */
  Tensor x(int[] rows) {
    return side(x, rows);
  }

  /** Y in some rows, (dy, rows). */
  Tensor y(int[] rows) {
    return side(y, rows);
  }

  private static Tensor side(float[][] columns, int[] rows) {
    var values = new float[columns.length * rows.length];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < rows.length; r++) {
        values[c * rows.length + r] = columns[c][rows[r]];
      }
    }
    return Tape.input(values, columns.length, rows.length);
  }
}
