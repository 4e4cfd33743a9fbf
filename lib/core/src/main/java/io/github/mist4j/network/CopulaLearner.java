package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The copula network as a trainer sees it. */
public final class CopulaLearner implements Learner {
  private static final int PAIRS_AT_ONCE = 2048; // of columns: what stays in the caches

  private final CopulaNetwork network;
  private final int queries;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  /**
   * A learner.
   *
   * @param size the network's sizes
   * @param queries the most rows of a dataset whose neighbours are counted, positive
   */
  public CopulaLearner(CopulaArchitecture size, int queries) {
    require(queries > 0, "queries must be positive, were %d", queries);
    this.network = new CopulaNetwork(size);
    this.queries = queries;
  }

  @Override
  public int size() {
    return network.layout().size();
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    return network.initialWeights(rng);
  }

  /**
   * The features of a dataset, with X and Y exchanged half of the time where dx = dy, so that the
   * shape stays.
   */
  @Override
  public Example example(Dataset dataset, RandomGenerator rng) {
    Copula copula = Copula.of(dataset.sample(), rng);
    Look look = Look.at(copula, CopulaFeatures.queries(copula.n(), queries, rng));
    boolean exchange = copula.dx() == copula.dy() && rng.nextBoolean();
    return new CopulaExample(exchange ? look.swapped() : look, dataset.mutualInformation());
  }

  @Override
  public int workAtOnce() {
    return PAIRS_AT_ONCE;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight) {
    Buffers arrays = buffers.get();
    try {
      var tape = new Tape(weights, gradient, arrays);
      Tensor o = forward(tape, batch);
      double loss = 0;
      for (int b = 0; b < batch.size(); b++) {
        CopulaFeatures features = features(batch.get(b));
        double truth = batch.get(b).truth();
        loss += Head.loss(o.value(), b, features, truth);
        Head.addGradient(o.value(), o.gradient(), b, features, truth, weight);
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

  @Override
  public double loss(float[] weights, List<Example> batch) {
    Buffers arrays = buffers.get();
    try {
      Tensor o = forward(new Tape(weights, null, arrays), batch);
      double loss = 0;
      for (int b = 0; b < batch.size(); b++) {
        loss += Head.loss(o.value(), b, features(batch.get(b)), batch.get(b).truth());
      }
      return loss;
    } finally {
      arrays.release();
    }
  }

  private Tensor forward(Tape tape, List<Example> batch) {
    return network.forward(tape, batch.stream().map(CopulaLearner::features).toList());
  }

  private static CopulaFeatures features(Example example) {
    return ((CopulaExample) example).features();
  }

  @Override
  public List<Prediction> predict(float[] weights, List<Example> batch) {
    Buffers arrays = buffers.get();
    try {
      List<Look> looks = batch.stream().map(e -> ((CopulaExample) e).look()).toList();
      var predictions = new ArrayList<Prediction>();
      for (Head.Answer answer : new TwoLooks(network, weights).inOneOrder(looks, arrays)) {
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
