package io.github.mist4j.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a network says of a sample, the mean of both orders of the sides, and the slopes of that by
 * the features.
 *
 * @param value nats
 * @param slopes by each feature, in the shape of the features; those of directions within
 */
record ValueSlopes(double value, CopulaFeatures slopes) {

  static ValueSlopes of(
      CopulaNetwork network, float[] weights, CopulaFeatures features, Buffers buffers) {
    ValueSlopes first = inOneOrder(network, weights, features, buffers);
    ValueSlopes second = inOneOrder(network, weights, features.swapped(), buffers);
    return new ValueSlopes(
        0.5 * (first.value + second.value), mean(first.slopes, second.slopes.swapped()));
  }

  private static ValueSlopes inOneOrder(
      CopulaNetwork network, float[] weights, CopulaFeatures features, Buffers buffers) {
    NetworkTape tape = NetworkTape.toInputs(weights, buffers);
    Batch columns = network.batch(tape, List.of(features));
    Optional<Batch> directions = network.inDirections(tape, List.of(features));
    Activations o = network.forward(tape, columns, directions);
    double value = ValueHead.value(o.value(), 0, features);
    ValueHead.addGradient(o.value(), o.gradient(), 0, features, 1);
    tape.backward();
    var ofColumns = new double[ClassicalEstimate.COUNT];
    double[] ofDirections =
        directions.isPresent() ? new double[ClassicalEstimate.COUNT] : ofColumns;
    ClassicalEstimate.addSlopes(ValueHead.slopesByEstimates(o.value(), 0), ofColumns, ofDirections);
    Optional<CopulaFeatures> inDirections =
        directions.map(d -> d.gradient(features.n(), ofDirections, Optional.empty()));
    CopulaFeatures slopes = columns.gradient(features.n(), ofColumns, inDirections);
    buffers.release();
    return new ValueSlopes(value, slopes);
  }

  private static CopulaFeatures mean(CopulaFeatures a, CopulaFeatures b) {
    var classical = new double[a.classical().length];
    Arrays.setAll(classical, k -> 0.5 * (a.classical()[k] + b.classical()[k]));
    return new CopulaFeatures(
        a.n(),
        a.dx(),
        a.dy(),
        classical,
        mean(a.pair(), b.pair()),
        mean(a.nodesX(), b.nodesX()),
        mean(a.nodesY(), b.nodesY()),
        mean(a.rows(), b.rows()),
        mean(a.tokens(), b.tokens()),
        mean(a.global(), b.global()),
        new Memo<>(
            () -> a.directions().map(inDirections -> mean(inDirections, b.directions().get()))));
  }

  private static float[][] mean(float[][] a, float[][] b) {
    var mean = new float[a.length][];
    Arrays.setAll(mean, c -> mean(a[c], b[c]));
    return mean;
  }

  private static float[] mean(float[] a, float[] b) {
    var mean = new float[a.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = 0.5f * (a[i] + b[i]);
    }
    return mean;
  }
}
