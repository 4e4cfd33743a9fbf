package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
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
   * What the network says of examples of one shape: for each the value and the lower and upper ends
   * of its 90% interval, nats.
   */
  public double[][] predict(float[] weights, List<Example> batch) {
    Buffers arrays = buffers.get();
    try {
      Tensor o = forward(new Tape(weights, null, arrays), batch);
      var predictions = new double[batch.size()][];
      for (int b = 0; b < predictions.length; b++) {
        var answer = Head.answer(o.value(), b, batch.get(b).features());
        predictions[b] =
            new double[] {answer.value(), answer.quantile(0.05), answer.quantile(0.95)};
      }
      return predictions;
    } finally {
      arrays.release();
    }
  }
}
