package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The copula network as a trainer sees it: examples in, loss and gradient out. Thread safe. */
public final class CopulaLearner {
  private final CopulaNetwork network;
  private final int queries;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  /**
   * A learner.
   *
   * @param size the network's sizes
   * @param queries the most rows of a dataset whose neighbours are counted, positive
   */
  public CopulaLearner(Architecture size, int queries) {
    require(queries > 0, "queries must be positive, were %d", queries);
    this.network = new CopulaNetwork(size);
    this.queries = queries;
  }

  /** The number of weights. */
  public int size() {
    return network.layout().size();
  }

  /** Random weights to start from. */
  public float[] initialWeights(RandomGenerator rng) {
    return network.initialWeights(rng);
  }

  /**
   * The features of a dataset, with X and Y exchanged half of the time where dx = dy, so that the
   * shape stays.
   */
  public Example example(Dataset dataset, RandomGenerator rng) {
    var features = CopulaFeatures.of(Copula.of(dataset.sample(), rng), queries, rng);
    boolean exchange = features.dx() == features.dy() && rng.nextBoolean();
    return new Example(exchange ? features.swapped() : features, dataset.mutualInformation());
  }

  /**
   * The summed loss of examples of one shape; adds the gradient of {@code weight} times that sum.
   *
   * @param weights the network's, ({@link #size()})
   * @param gradient added to, ({@link #size()})
   * @throws ArithmeticException if the loss is not finite
   */
  public double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight) {
    Buffers arrays = buffers.get();
    try {
      var tape = new Tape(weights, gradient, arrays);
      Tensor o = forward(tape, batch);
      double loss = 0;
      for (int b = 0; b < batch.size(); b++) {
        Example example = batch.get(b);
        loss += Head.loss(o.value(), b, example.features(), example.truth());
        Head.addGradient(o.value(), o.gradient(), b, example.features(), example.truth(), weight);
      }
      if (!Double.isFinite(loss)) {
        throw new ArithmeticException("the loss is " + loss + ", training has diverged");
      }
      tape.backward();
      return loss;
    } finally {
      arrays.release();
    }
  }

  /** The summed loss of examples of one shape. */
  public double loss(float[] weights, List<Example> batch) {
    Buffers arrays = buffers.get();
    try {
      Tensor o = forward(new Tape(weights, null, arrays), batch);
      double loss = 0;
      for (int b = 0; b < batch.size(); b++) {
        loss += Head.loss(o.value(), b, batch.get(b).features(), batch.get(b).truth());
      }
      return loss;
    } finally {
      arrays.release();
    }
  }

  private Tensor forward(Tape tape, List<Example> batch) {
    return network.forward(tape, batch.stream().map(Example::features).toList());
  }

  /**
   * What the network says of an example, in nats.
   *
   * @param value the estimate
   * @param lower the lower end of the 90% interval
   * @param upper the upper end
   * @param deciles the quantiles at 10%, 20%, … 90%, below 0 where independence is likely
   */
  public record Prediction(double value, double lower, double upper, double[] deciles) {}

  /** What the network says of examples of one shape. */
  public List<Prediction> predict(float[] weights, List<Example> batch) {
    Buffers arrays = buffers.get();
    try {
      Tensor o = forward(new Tape(weights, null, arrays), batch);
      var predictions = new ArrayList<Prediction>();
      for (int b = 0; b < batch.size(); b++) {
        var answer = Head.answer(o.value(), b, batch.get(b).features());
        double[] deciles = new double[9];
        Arrays.setAll(deciles, k -> answer.freeQuantile((k + 1) / 10.0));
        predictions.add(
            new Prediction(answer.value(), answer.quantile(0.05), answer.quantile(0.95), deciles));
      }
      return predictions;
    } finally {
      arrays.release();
    }
  }
}
