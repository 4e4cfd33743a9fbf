package io.github.mist4j.training;

import io.github.mist4j.file.Floats;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * AdamW (Loshchilov and Hutter, 2019) with clipping of the gradient's norm, and an exponential
 * moving average of the weights.
 */
final class Optimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double LARGEST_NORM = 1;
  private static final double AVERAGE = 0.999;

  private final double weightDecay;
  private final double epsilon;
  private final float[] weights;
  private final float[] average;
  private final float[] mean;
  private final float[] square;
  private long step;

  Optimizer(float[] initial, double weightDecay, double epsilon) {
    this.weightDecay = weightDecay;
    this.epsilon = epsilon;
    weights = initial;
    average = initial.clone();
    mean = new float[initial.length];
    square = new float[initial.length];
  }

  float[] weights() {
    return weights;
  }

  /** The moving average of the weights: what is evaluated and saved. */
  float[] average() {
    return average;
  }

  long step() {
    return step;
  }

  /** One step against the gradient, which is scaled to norm 1 where it is longer. */
  void update(float[] gradient, double rate) {
    step++;
    double norm = 0;
    for (float g : gradient) {
      norm += (double) g * g;
    }
    float scale = (float) Math.min(1, LARGEST_NORM / (Math.sqrt(norm) + 1e-12));
    float correct1 = (float) (rate / (1 - Math.pow(BETA1, (double) step)));
    float correct2 = (float) (1 / (1 - Math.pow(BETA2, (double) step)));
    float decay = (float) (1 - rate * weightDecay);
    float b1 = (float) BETA1;
    float b2 = (float) BETA2;
    float keep = (float) Math.min(AVERAGE, (1.0 + step) / (10 + step));
    for (int i = 0; i < weights.length; i++) {
      float g = scale * gradient[i];
      mean[i] = b1 * mean[i] + (1 - b1) * g;
      square[i] = b2 * square[i] + (1 - b2) * g * g;
      weights[i] =
          decay * weights[i]
              - correct1 * mean[i] / ((float) Math.sqrt(correct2 * square[i]) + (float) epsilon);
      average[i] = keep * average[i] + (1 - keep) * weights[i];
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(step);
    for (float[] array : new float[][] {weights, average, mean, square}) {
      Floats.write(out, array);
    }
  }

  void read(DataInputStream in) throws IOException {
    step = in.readLong();
    for (float[] array : new float[][] {weights, average, mean, square}) {
      Floats.read(in, array);
    }
  }
}
