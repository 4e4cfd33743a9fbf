package io.github.mist4j.training;

import io.github.mist4j.training.Learner.HeldOutPrediction;

import io.github.mist4j.training.Learner.Example;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Learns a {@link LineArchitecture} by least squares.
 *
 * @param degree of the polynomial
 */
record LineLearner(int degree) implements Learner {
  private record Point(double feature, double truth, int work) implements Example {}

  /** The normal information of the first columns. */
  static double feature(Sample sample) {
    double[] x = sample.x(0);
    double[] y = sample.y(0);
    double xx = 1e-9;
    double xy = 0;
    double yy = 1e-9;
    for (int r = 0; r < sample.n(); r++) {
      xx += x[r] * x[r];
      xy += x[r] * y[r];
      yy += y[r] * y[r];
    }
    return -0.5 * Math.log1p(-0.999 * xy * xy / (xx * yy));
  }

  static double value(float[] weights, double feature) {
    double value = 0;
    for (int k = weights.length - 1; k >= 0; k--) {
      value = value * feature + weights[k];
    }
    return value;
  }

  @Override
  public int size() {
    return degree + 1;
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[size()];
    for (int k = 0; k < size(); k++) {
      weights[k] = (float) rng.nextGaussian();
    }
    return weights;
  }

  @Override
  public Example example(Dataset dataset, RandomGenerator rng) {
    Sample sample = dataset.sample();
    return new Point(feature(sample), dataset.mutualInformation(), sample.n());
  }

  @Override
  public int workAtOnce() {
    return 100;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight) {
    for (Example example : batch) {
      double feature = ((Point) example).feature;
      double slope = 2 * weight * (value(weights, feature) - example.truth());
      for (int k = 0; k < size(); k++) {
        gradient[k] += (float) (slope * Math.pow(feature, k));
      }
    }
    return loss(weights, batch);
  }

  @Override
  public double loss(float[] weights, List<Example> batch) {
    return batch.stream()
        .mapToDouble(e -> value(weights, ((Point) e).feature) - e.truth())
        .map(error -> error * error)
        .sum();
  }

  @Override
  public List<HeldOutPrediction> predict(
      float[] weights, Recalibration unused, List<Example> batch) {
    return batch.stream()
        .mapToDouble(e -> value(weights, ((Point) e).feature))
        .mapToObj(value -> new HeldOutPrediction(value, value - 1, value + 1, new double[9]))
        .toList();
  }
}
