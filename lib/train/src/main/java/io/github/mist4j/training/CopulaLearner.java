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
import io.github.mist4j.sample.Sample;
import io.github.mist4j.training.Learner.Example;
import io.github.mist4j.training.Learner.HeldOutPrediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The copula network as a trainer sees it. */
final class CopulaLearner implements Learner {
  private static final int PAIRS_AT_ONCE = 2048; // of columns: what stays in the caches

  // With a quarter and an eighth of the datasets a step of up to 6 columns a side takes a quarter
  // as
  // long again.
  private static final double PROCESSED = 0.25;
  private static final double COPIED = 0.125;
  private static final int MOST_COPIED = 8; // columns a side: 64 pairs become 256
  private static final double[] NO_SLOPES = new double[PredictedQuantiles.levels().length];

  private final CopulaNetwork network;
  private final int queries;
  private final double ranking;
  private final double consistency;

  /**
   * A learner of the prediction alone.
   *
   * @param size the network's sizes
   * @param queries the most rows of a dataset whose neighbours are counted, positive
   */
  CopulaLearner(CopulaArchitecture size, int queries) {
    this(size, queries, 0, 0);
  }

  /**
   * A learner.
   *
   * @param size the network's sizes
   * @param queries the most rows of a dataset whose neighbours are counted, positive
   * @param ranking the weight of the {@link RankingLoss}
   * @param consistency the weight of the {@link ConsistencyLoss}
   */
  CopulaLearner(CopulaArchitecture size, int queries, double ranking, double consistency) {
    require(queries > 0, "queries must be positive, were %d", queries);
    this.network = new CopulaNetwork(size);
    this.queries = queries;
    this.ranking = ranking;
    this.consistency = consistency;
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
   * shape stays. Related samples are drawn last, so that they change no dataset.
   */
  @Override
  public Example example(Dataset dataset, RandomGenerator rng) {
    Sample sample = dataset.sample();
    var input = NetworkInput.of(sample, queries, rng);
    boolean exchange = input.dx() == input.dy() && rng.nextBoolean();
    NetworkInput seen = exchange ? input.swapped() : input;
    if (consistency == 0) {
      return new CopulaExample(seen, dataset.mutualInformation());
    }
    Sample turned = exchange ? sample.swapped() : sample;
    Optional<NetworkInput> processed =
        rng.nextDouble() < PROCESSED
            ? Optional.of(NetworkInput.of(RelatedSamples.processed(turned, rng), queries, rng))
            : Optional.empty();
    boolean copied = rng.nextDouble() < COPIED && Math.max(sample.dx(), sample.dy()) <= MOST_COPIED;
    Optional<NetworkInput> copies =
        copied
            ? Optional.of(NetworkInput.of(RelatedSamples.copies(turned, rng), queries, rng))
            : Optional.empty();
    return new CopulaExample(seen, dataset.mutualInformation(), processed, copies);
  }

  @Override
  public int workAtOnce() {
    return PAIRS_AT_ONCE;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight) {
    List<CopulaExample> examples = batch.stream().map(CopulaExample.class::cast).toList();
    List<NetworkInput> inputs =
        Stream.concat(
                examples.stream().map(CopulaExample::input),
                examples.stream().flatMap(example -> example.processed().stream()))
            .toList();
    try (NetworkPass pass = network.pass(weights, gradient, inputs)) {
      List<PredictedQuantiles> predictions = pass.predictions();
      double[] values = predictions.stream().mapToDouble(PredictedQuantiles::value).toArray();
      double[] truths = examples.stream().mapToDouble(CopulaExample::truth).toArray();
      var ofValues =
          new double[inputs.size()]; // the slopes of what is beside the prediction's loss
      double loss = 0;
      if (ranking > 0) {
        loss += ranking * RankingLoss.add(values, truths, weight * ranking, ofValues);
      }
      loss += addProcessed(examples, values, weight, ofValues);
      loss += addCopies(weights, gradient, examples, values, weight, ofValues);
      var slopes = new ArrayList<LossSlopes>();
      for (int b = 0; b < truths.length; b++) {
        loss += PredictionLoss.of(predictions.get(b), truths[b]);
        LossSlopes own = PredictionLoss.slopes(predictions.get(b), truths[b], weight);
        slopes.add(new LossSlopes(own.ofValue() + ofValues[b], own.ofQuantiles()));
      }
      for (int b = truths.length; b < inputs.size(); b++) {
        slopes.add(new LossSlopes(ofValues[b], NO_SLOPES));
      }
      if (!Double.isFinite(loss)) {
        throw new ArithmeticException("the loss is " + loss + ", training has diverged");
      }
      pass.backward(slopes);
      return loss;
    }
  }

  /** The loss of the processed samples, whose values stand behind all others. */
  private double addProcessed(
      List<CopulaExample> examples, double[] values, double weight, double[] slopes) {
    double loss = 0;
    int at = examples.size();
    for (int b = 0; b < examples.size(); b++) {
      if (examples.get(b).processed().isPresent()) {
        var term = ConsistencyLoss.processed(values[at], values[b]);
        loss += consistency * term.loss();
        slopes[at] += weight * consistency * term.ofRelated();
        slopes[b] += weight * consistency * term.ofOriginal();
        at++;
      }
    }
    return loss;
  }

  /** The loss of the copies, whose gradient is added at once, as they are of another shape. */
  private double addCopies(
      float[] weights,
      float[] gradient,
      List<CopulaExample> examples,
      double[] values,
      double weight,
      double[] slopes) {
    int[] copied =
        IntStream.range(0, examples.size())
            .filter(b -> examples.get(b).copies().isPresent())
            .toArray();
    if (copied.length == 0) {
      return 0;
    }
    List<NetworkInput> inputs =
        IntStream.of(copied).mapToObj(b -> examples.get(b).copies().orElseThrow()).toList();
    try (NetworkPass pass = network.pass(weights, gradient, inputs)) {
      List<PredictedQuantiles> predictions = pass.predictions();
      var ofCopies = new ArrayList<LossSlopes>();
      double loss = 0;
      for (int k = 0; k < copied.length; k++) {
        int b = copied[k];
        var term = ConsistencyLoss.copies(predictions.get(k).value(), values[b]);
        loss += consistency * term.loss();
        ofCopies.add(new LossSlopes(weight * consistency * term.ofRelated(), NO_SLOPES));
        slopes[b] += weight * consistency * term.ofOriginal();
      }
      pass.backward(ofCopies);
      return loss;
    }
  }

  /** The summed loss of the predictions alone. */
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
