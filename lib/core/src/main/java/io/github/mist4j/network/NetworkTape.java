package io.github.mist4j.network;

import java.util.ArrayList;
import java.util.List;

/**
 * One pass through a network: each operation computes its result at once and, where gradients are
 * wanted, remembers how to carry the gradient of its result back to its arguments and weights.
 */
final class NetworkTape {
  private static final float EPSILON = 1e-5f;

  private final float[] weights;
  private final float[] weightGradient; // null: forward only
  private final boolean toInputs; // whether gradients flow to the data as well
  private final Buffers buffers;
  private final List<Runnable> backward = new ArrayList<>();

  NetworkTape(float[] weights, float[] weightGradient, Buffers buffers) {
    this(weights, weightGradient, false, buffers);
  }

  private NetworkTape(float[] weights, float[] weightGradient, boolean toInputs, Buffers buffers) {
    this.weights = weights;
    this.weightGradient = weightGradient;
    this.toInputs = toInputs;
    this.buffers = buffers;
  }

  /** A tape on which gradients flow to the data, not to the weights. */
  static NetworkTape toInputs(float[] weights, Buffers buffers) {
    return new NetworkTape(weights, null, true, buffers);
  }

  /** Carries the gradients of the results back to the weights, or to the data. */
  void backward() {
    for (int i = backward.size() - 1; i >= 0; i--) {
      backward.get(i).run();
    }
  }

  private boolean recording() {
    return weightGradient != null || toInputs;
  }

  private Activations tensor(float[][] value, int rows) {
    return new Activations(value, recording() ? buffers.takeZeros(value.length, rows) : null, rows);
  }

  private Activations tensor(int channels, int rows) {
    return tensor(buffers.take(channels, rows), rows);
  }

  /** Data: a gradient flows into it where one is wanted of data. */
  Activations input(float[][] value, int rows) {
    return new Activations(value, toInputs ? buffers.takeZeros(value.length, rows) : null, rows);
  }

  /** W x + b. */
  Activations linear(WeightLayout.Linear layer, Activations x) {
    int rows = x.rows();
    Activations y = tensor(layer.outputs(), rows);
    for (int o = 0; o < layer.outputs(); o++) {
      java.util.Arrays.fill(
          y.value()[o], 0, rows, layer.biased() ? weights[layer.biasAt() + o] : 0);
    }
    ChannelProducts.addProduct(y.value(), x.value(), weights, layer.at(), 1, layer.outputs(), rows);
    if (recording()) {
      backward.add(
          () -> {
            if (!toInputs) {
              ChannelProducts.addOuter(weightGradient, layer.at(), x.value(), y.gradient(), rows);
            }
            if (!toInputs && layer.biased()) {
              ChannelProducts.addSums(weightGradient, layer.biasAt(), y.gradient(), rows);
            }
            if (x.gradient() != null) {
              ChannelProducts.addProduct(
                  x.gradient(), y.gradient(), weights, layer.at(), layer.outputs(), 1, rows);
            }
          });
    }
    return y;
  }

  /** x + y. */
  Activations plus(Activations x, Activations y) {
    Activations sum = tensor(x.channels(), x.rows());
    for (int c = 0; c < x.channels(); c++) {
      float[] to = sum.value()[c];
      float[] a = x.value()[c];
      float[] b = y.value()[c];
      for (int r = 0; r < x.rows(); r++) {
        to[r] = a[r] + b[r];
      }
    }
    if (recording()) {
      backward.add(
          () -> {
            add(x.gradient(), sum.gradient(), x.rows());
            add(y.gradient(), sum.gradient(), x.rows());
          });
    }
    return sum;
  }

  private static void add(float[][] to, float[][] from, int rows) {
    for (int c = 0; c < to.length; c++) {
      float[] target = to[c];
      float[] source = from[c];
      for (int r = 0; r < rows; r++) {
        target[r] += source[r];
      }
    }
  }

  /** y plus, in each row, the row of x that stands for its group; y itself is changed. */
  Activations plusGroups(Activations y, Activations x, GroupAxis axis) {
    for (int c = 0; c < y.channels(); c++) {
      Groups.addEach(y.value()[c], x.value()[c], axis);
    }
    if (recording()) {
      backward.add(
          () -> {
            for (int c = 0; c < y.channels(); c++) {
              Groups.addSum(x.gradient()[c], y.gradient()[c], axis, 1);
            }
          });
    }
    return y;
  }

  /** act(v) = ½ v (1 + v/√(1+v²)), a smooth gate like GELU made of operations that vectorize. */
  Activations activate(Activations x) {
    Activations y = tensor(x.channels(), x.rows());
    for (int c = 0; c < x.channels(); c++) {
      float[] to = y.value()[c];
      float[] from = x.value()[c];
      for (int r = 0; r < x.rows(); r++) {
        float v = from[r];
        to[r] = 0.5f * v * (1 + v / (float) Math.sqrt(1 + v * v));
      }
    }
    if (recording()) {
      backward.add(() -> activateBackward(x, y));
    }
    return y;
  }

  private static void activateBackward(Activations x, Activations y) {
    for (int c = 0; c < x.channels(); c++) {
      float[] to = x.gradient()[c];
      float[] at = x.value()[c];
      float[] from = y.gradient()[c];
      for (int r = 0; r < x.rows(); r++) {
        float v = at[r];
        float i = 1 / (float) Math.sqrt(1 + v * v);
        to[r] += from[r] * 0.5f * (1 + v * i * (1 + i * i));
      }
    }
  }

  /** Each row less its mean over the channels, by its standard deviation; then gain and bias. */
  Activations normalize(WeightLayout.Norm norm, Activations x) {
    int rows = x.rows();
    Activations y = tensor(x.channels(), rows);
    float[][] unit = buffers.take(x.channels(), rows);
    float[] scale = LayerNorm.forward(x.value(), unit, buffers.take(1, rows)[0], rows, EPSILON);
    for (int c = 0; c < x.channels(); c++) {
      float gain = weights[norm.at() + c];
      float bias = weights[norm.at() + norm.channels() + c];
      float[] to = y.value()[c];
      float[] from = unit[c];
      for (int r = 0; r < rows; r++) {
        to[r] = gain * from[r] + bias;
      }
    }
    if (recording()) {
      backward.add(
          () -> {
            if (!toInputs) {
              LayerNorm.weightGradient(weightGradient, norm, unit, y.gradient(), rows);
            }
            LayerNorm.backward(x.gradient(), unit, scale, y.gradient(), weights, norm, rows);
          });
    }
    return y;
  }

  /** The sum over each group, times {@code factor}. */
  Activations sum(Activations x, GroupAxis axis, float factor) {
    Activations y = tensor(buffers.takeZeros(x.channels(), axis.groups()), axis.groups());
    for (int c = 0; c < x.channels(); c++) {
      Groups.addSum(y.value()[c], x.value()[c], axis, factor);
    }
    if (recording()) {
      backward.add(
          () -> {
            for (int c = 0; c < x.channels(); c++) {
              Groups.addEach(x.gradient()[c], scaled(y.gradient()[c], y.rows(), factor), axis);
            }
          });
    }
    return y;
  }

  /** The mean over each group. */
  Activations mean(Activations x, GroupAxis axis) {
    return sum(x, axis, 1f / axis.length());
  }

  private float[] scaled(float[] values, int rows, float factor) {
    float[] scaled = buffers.take(1, rows)[0];
    for (int r = 0; r < rows; r++) {
      scaled[r] = factor * values[r];
    }
    return scaled;
  }

  /** The maximum over each group; its gradient goes to the first row that reaches it. */
  Activations max(Activations x, GroupAxis axis) {
    Activations y = tensor(x.channels(), axis.groups());
    for (int c = 0; c < x.channels(); c++) {
      Groups.max(y.value()[c], x.value()[c], axis);
    }
    if (recording()) {
      backward.add(
          () -> {
            for (int c = 0; c < x.channels(); c++) {
              Groups.maxBackward(
                  x.gradient()[c], x.value()[c], y.gradient()[c], y.value()[c], axis);
            }
          });
    }
    return y;
  }

  /** The channels of all arguments, one after the other; nothing is copied. */
  static Activations concat(Activations... parts) {
    var value = new ArrayList<float[]>();
    var gradient = new ArrayList<float[]>();
    for (Activations part : parts) {
      value.addAll(List.of(part.value()));
      if (part.gradient() != null) {
        gradient.addAll(List.of(part.gradient()));
      }
    }
    return new Activations(
        value.toArray(float[][]::new),
        gradient.isEmpty() ? null : gradient.toArray(float[][]::new),
        parts[0].rows());
  }
}
