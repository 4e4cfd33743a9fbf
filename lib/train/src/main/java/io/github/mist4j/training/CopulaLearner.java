package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.CopulaNetwork;
import io.github.mist4j.network.GatedPredictor;
import io.github.mist4j.network.LossSlopes;
import io.github.mist4j.network.NetworkInput;
import io.github.mist4j.network.NetworkPass;
import io.github.mist4j.network.PredictedQuantiles;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.training.Learner.Example;
import io.github.mist4j.training.Learner.HeldOutPrediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The copula network as a trainer sees it. */
final class CopulaLearner implements Learner {
  private static final int PAIRS_AT_ONCE = 2048; // of columns: what stays in the caches

  private final CopulaNetwork network;
  private final int queries;

  /**
   * A learner.
   *
   * @param size the network's sizes
   * @param queries the most rows of a dataset whose neighbours are counted, positive
   */
  CopulaLearner(CopulaArchitecture size, int queries) {
    require(queries > 0, "queries must be positive, were %d", queries);
    this.network = new CopulaNetwork(size);
    this.queries = queries;
  }

  @Override
  public int size() {
    return network.weights();
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    return network.initialWeights(rng);
  }

  /**
   * The input of a dataset, with X and Y exchanged half of the time where dx = dy, so that the
   * shape stays.
   */
  @Override
  public Example example(Dataset dataset, RandomGenerator rng) {
    var input = NetworkInput.of(dataset.sample(), queries, rng);
    boolean exchange = input.dx() == input.dy() && rng.nextBoolean();
    return new CopulaExample(exchange ? input.swapped() : input, dataset.mutualInformation());
  }

  @Override
  public int workAtOnce() {
    return PAIRS_AT_ONCE;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight) {
    try (NetworkPass pass = network.pass(weights, gradient, inputs(batch))) {
      List<PredictedQuantiles> predictions = pass.predictions();
      var slopes = new ArrayList<LossSlopes>();
      double loss = 0;
      for (int b = 0; b < batch.size(); b++) {
        double truth = batch.get(b).truth();
        loss += PredictionLoss.of(predictions.get(b), truth);
        slopes.add(PredictionLoss.slopes(predictions.get(b), truth, weight));
      }
      if (!Double.isFinite(loss)) {
        throw new ArithmeticException("the loss is " + loss + ", training has diverged");
      }
      pass.backward(slopes);
      return loss;
    }
  }

  @Override
  public double loss(float[] weights, List<Example> batch) {
    try (NetworkPass pass = network.pass(weights, inputs(batch))) {
      List<PredictedQuantiles> predictions = pass.predictions();
      double loss = 0;
      for (int b = 0; b < batch.size(); b++) {
        loss += PredictionLoss.of(predictions.get(b), batch.get(b).truth());
      }
      return loss;
    }
  }

  private static List<NetworkInput> inputs(List<Example> batch) {
    return batch.stream().map(example -> ((CopulaExample) example).input()).toList();
  }

  @Override
  public List<HeldOutPrediction> predict(
      float[] weights, Recalibration recalibration, List<Example> batch) {
    var predictor = new GatedPredictor(network, weights, recalibration);
    return predictor.inOneOrder(inputs(batch)).stream().map(CopulaLearner::heldOut).toList();
  }

  private static HeldOutPrediction heldOut(PredictedQuantiles prediction) {
    double[] deciles = new double[9];
    Arrays.setAll(deciles, k -> prediction.freeQuantile((k + 1) / 10.0));
    return new HeldOutPrediction(
        prediction.value(), prediction.quantile(0.05), prediction.quantile(0.95), deciles);
  }
}
