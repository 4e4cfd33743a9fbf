package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.DifferentiableEstimator.Gradient;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Finds what of X says most about Y, by climbing the gradient of an estimate with Adam: a linear
 * map of X to a few columns, or weights of its columns.
 *
 * <pre>{@code
 * var found = InformationMaximizer.linear(1).withSteps(200).maximize(Mist.estimator(), sample);
 * double[] direction = found.weights()[0]; // (dx), of length 1 for standardized columns
 * double nats = found.value();
 * }</pre>
 *
 * <p>The columns are standardized before. A linear map has rows of length 1. Weights of columns
 * begin at ½, stay in [0, 1] and meet noise: X becomes w ∘ X + √v ε, with fresh normal ε at every
 * step, since without it no weight but 0 would change what there is to know.
 *
 * @param outputs the columns of the linear map, 0 for weights of columns
 * @param noise the variance v of the noise that weighted columns meet; 0 for a linear map
 * @param steps how many, positive
 * @param rate of Adam, positive
 * @param seed of the first map and the noise
 * @param progress hears of steps and can end them; what has been found by then is returned
 */
public record InformationMaximizer(
    int outputs, double noise, int steps, double rate, long seed, ProgressListener progress) {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final double HALF = 0.5;

  /** Checks every number. */
  public InformationMaximizer {
    require(outputs >= 0, "outputs must not be negative, was %s", outputs);
    require(
        Double.isFinite(noise) && (outputs == 0 ? noise > 0 : noise == 0),
        "noise must be positive for weights of columns and 0 for a linear map, was %s",
        noise);
    require(steps > 0, "steps must be positive, was %s", steps);
    require(rate > 0 && Double.isFinite(rate), "rate must be positive, was %s", rate);
    require(progress != null, "progress must be a listener, was null");
  }

  /** A linear map of X to so many columns: 300 steps at the rate 0.05. */
  public static InformationMaximizer linear(int outputs) {
    require(outputs > 0, "outputs must be positive, was %s", outputs);
    return new InformationMaximizer(outputs, 0, 300, 0.05, 0, ProgressListener.NONE);
  }

  /**
   * Weights of the columns of X, which say how much of each is worth its noise: 500 steps at the
   * rate 0.01.
   *
   * @param noise its variance, in units of that of a column
   */
  public static InformationMaximizer weights(double noise) {
    return new InformationMaximizer(0, noise, 500, 0.01, 0, ProgressListener.NONE);
  }

  /** The same with another number of steps. */
  public InformationMaximizer withSteps(int newSteps) {
    return new InformationMaximizer(outputs, noise, newSteps, rate, seed, progress);
  }

  /** The same with another rate. */
  public InformationMaximizer withRate(double newRate) {
    return new InformationMaximizer(outputs, noise, steps, newRate, seed, progress);
  }

  /** The same with another seed. */
  public InformationMaximizer withSeed(long newSeed) {
    return new InformationMaximizer(outputs, noise, steps, rate, newSeed, progress);
  }

  /** The same with a listener, which is told of each step and can stop. */
  public InformationMaximizer withProgress(ProgressListener newProgress) {
    return new InformationMaximizer(outputs, noise, steps, rate, seed, newProgress);
  }

  /**
   * What was found.
   *
   * @param weights the linear map of the standardized columns, (outputs, dx), at the largest value;
   *     or the weights of the columns after the last step, (1, dx)
   * @param value the estimate there, nats: of the rows that it was fitted to, so rather too high
   * @param path the estimates at all steps, nats
   * @param weightsPath the weights at all steps, of which path is, and after the last: one more
   */
  public record Found(
      double[][] weights, double value, List<Double> path, List<double[][]> weightsPath) {
    /** Copies the paths. */
    public Found {
      path = List.copyOf(path);
      weightsPath = List.copyOf(weightsPath);
    }

    /** The columns from the largest size of their weights on, over all outputs. */
    public int[] order() {
      double[] sizes = new double[weights[0].length];
      Arrays.setAll(sizes, c -> Arrays.stream(weights).mapToDouble(row -> row[c] * row[c]).sum());
      return IntStream.range(0, sizes.length)
          .boxed()
          .sorted((a, b) -> Double.compare(sizes[b], sizes[a]))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }

  /**
   * Climbs.
   *
   * @param sample numbers alone
   * @throws IllegalArgumentException if the estimator cannot serve such a sample
   * @throws CancellationException if it is stopped within the first step
   */
  public Found maximize(DifferentiableEstimator estimator, Sample sample) {
    require(estimator != null && sample != null, "estimator and sample must be given, was null");
    require(!sample.hasNames(), "a maximizer needs numbers, and the sample has names");
    double[][] x = standardized(sample);
    double[][] y = IntStream.range(0, sample.dy()).mapToObj(sample::y).toArray(double[][]::new);
    RandomGenerator rng = RandomStreams.of(seed, 0);
    double[][] weights = first(x.length, rng);
    double[][] best = copy(weights);
    double most = Double.NEGATIVE_INFINITY;
    var path = new ArrayList<Double>();
    var weightsPath = new ArrayList<double[][]>();
    weightsPath.add(copy(weights));
    var mean = new double[weights.length][x.length];
    var square = new double[weights.length][x.length];
    DifferentiableEstimator climbed = estimator.ofClimb();
    Work work = Work.of("steps", steps, progress);
    for (int step = 1; step <= steps && !work.stopped(); step++) {
      var seen = Sample.ofColumns(mapped(weights, x, rng), y);
      Gradient gradient;
      try {
        gradient = Work.attended(progress, listener -> climbed.gradient(seen));
      } catch (CancellationException e) {
        if (path.isEmpty()) {
          throw e;
        }
        break;
      }
      path.add(gradient.value());
      if (outputs == 0 || gradient.value() > most) {
        most = gradient.value();
        best = copy(weights);
      }
      ascend(weights, slopes(gradient, x), mean, square, step);
      weightsPath.add(copy(weights));
      work.advance(1);
    }
    return new Found(outputs == 0 ? weights : best, most, path, weightsPath);
  }

  private static double[][] standardized(Sample sample) {
    return IntStream.range(0, sample.dx())
        .mapToObj(c -> Scaling.standardized(sample.x(c)))
        .toArray(double[][]::new);
  }

  private double[][] first(int dx, RandomGenerator rng) {
    var weights = new double[Math.max(1, outputs)][dx];
    for (double[] row : weights) {
      Arrays.setAll(row, c -> outputs == 0 ? HALF : rng.nextGaussian());
      normalize(row);
    }
    return weights;
  }

  private void normalize(double[] row) {
    double size = Math.sqrt(Arrays.stream(row).map(w -> w * w).sum());
    Arrays.setAll(row, c -> outputs == 0 ? Math.max(0, Math.min(1, row[c])) : row[c] / size);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The columns of X that the estimator sees. */
  private double[][] mapped(double[][] weights, double[][] x, RandomGenerator rng) {
    int n = x[0].length;
    var columns = new double[outputs == 0 ? x.length : outputs][n];
    for (int k = 0; k < columns.length; k++) {
      for (int r = 0; r < n; r++) {
        if (outputs == 0) {
          columns[k][r] = weights[0][k] * x[k][r] + Math.sqrt(noise) * rng.nextGaussian();
        } else {
          for (int c = 0; c < x.length; c++) {
            columns[k][r] += weights[k][c] * x[c][r];
          }
        }
      }
    }
    return columns;
  }

  private double[][] slopes(Gradient gradient, double[][] x) {
    var slopes = new double[Math.max(1, outputs)][x.length];
    for (int k = 0; k < slopes.length; k++) {
      for (int c = 0; c < x.length; c++) {
        for (int r = 0; r < x[c].length; r++) {
          slopes[k][c] += gradient.x()[r][outputs == 0 ? c : k] * x[c][r];
        }
      }
    }
    return slopes;
  }

  private void ascend(
      double[][] weights, double[][] slopes, double[][] mean, double[][] square, int step) {
    double first = rate / (1 - Math.pow(BETA1, step));
    double second = 1 / (1 - Math.pow(BETA2, step));
    for (int k = 0; k < weights.length; k++) {
      for (int c = 0; c < weights[k].length; c++) {
        double slope = slopes[k][c];
        mean[k][c] = BETA1 * mean[k][c] + (1 - BETA1) * slope;
        square[k][c] = BETA2 * square[k][c] + (1 - BETA2) * slope * slope;
        weights[k][c] += first * mean[k][c] / (Math.sqrt(second * square[k][c]) + EPSILON);
      }
      normalize(weights[k]);
    }
  }
}
