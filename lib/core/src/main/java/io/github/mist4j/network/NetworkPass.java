package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One pass of a copula network through a batch: forward at once and, where it was asked for, back.
 * Closed when nothing more is wanted of it.
 */
public final class NetworkPass implements AutoCloseable {
  private final BufferPool pool;
  private final Buffers buffers;
  private final NetworkTape tape;
  private final Activations outputs;
  private final List<CopulaFeatures> features;

  NetworkPass(
      CopulaNetwork network,
      float[] weights,
      float[] gradient,
      List<NetworkInput> batch,
      BufferPool pool) {
    this.pool = pool;
    buffers = pool.take();
    tape = new NetworkTape(weights, gradient, buffers);
    features = batch.stream().map(NetworkInput::features).toList();
    outputs = network.forward(tape, features);
  }

  /** What the network predicts of each input, in the order (X, Y), without recalibration. */
  public List<PredictedQuantiles> predictions() {
    return IntStream.range(0, features.size())
        .mapToObj(b -> Head.prediction(outputs.value(), b, features.get(b)))
        .toList();
  }

  /**
   * Adds the gradient of a loss to that of the weights; once, for a pass that records.
   *
   * @param slopes of the loss by each prediction
   */
  public void backward(List<LossSlopes> slopes) {
    require(
        slopes.size() == features.size(),
        "a pass through %d datasets needs as many slopes, had %d",
        features.size(),
        slopes.size());
    for (int b = 0; b < slopes.size(); b++) {
      Head.addGradient(outputs.value(), outputs.gradient(), b, features.get(b), slopes.get(b));
    }
    tape.backward();
  }

  @Override
  public void close() {
    pool.giveBack(buffers);
  }
}
