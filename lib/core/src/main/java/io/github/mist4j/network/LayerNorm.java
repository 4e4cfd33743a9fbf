package io.github.mist4j.network;

import java.util.Arrays;

/** Layer norm over the channels of each row, y = gain·(x − mean)/√(variance + ε) + bias. */
final class LayerNorm {
  private LayerNorm() {}

  /**
   * Writes (x − mean)/√(variance + ε) to {@code unit}; returns {@code scale} = 1/√(variance + ε).
   */
  static float[] forward(float[][] x, float[][] unit, float[] scale, int rows, float epsilon) {
    int channels = x.length;
    var mean = new float[rows];
    for (float[] column : x) {
      for (int r = 0; r < rows; r++) {
        mean[r] += column[r];
      }
    }
    for (int r = 0; r < rows; r++) {
      mean[r] /= channels;
    }
    Arrays.fill(scale, 0, rows, 0);
    for (int c = 0; c < channels; c++) {
      float[] column = x[c];
      float[] to = unit[c];
      for (int r = 0; r < rows; r++) {
        float centred = column[r] - mean[r];
        to[r] = centred;
        scale[r] += centred * centred;
      }
    }
    for (int r = 0; r < rows; r++) {
      scale[r] = 1 / (float) Math.sqrt(scale[r] / channels + epsilon);
    }
    for (float[] to : unit) {
      for (int r = 0; r < rows; r++) {
        to[r] *= scale[r];
      }
    }
    return scale;
  }

  static void weightGradient(
      float[] gradient, WeightLayout.Norm norm, float[][] unit, float[][] dy, int rows) {
    ChannelProducts.addSums(gradient, norm.at() + norm.channels(), dy, rows);
    for (int c = 0; c < norm.channels(); c++) {
      double sum = 0;
      for (int r = 0; r < rows; r++) {
        sum += dy[c][r] * unit[c][r];
      }
      gradient[norm.at() + c] += (float) sum;
    }
  }

  /** dx += scale·(g − mean(g) − unit·mean(g·unit)), g = gain·dy, means over the channels. */
  static void backward(
      float[][] dx,
      float[][] unit,
      float[] scale,
      float[][] dy,
      float[] weights,
      WeightLayout.Norm norm,
      int rows) {
    int channels = norm.channels();
    var mean = new float[rows];
    var along = new float[rows];
    for (int c = 0; c < channels; c++) {
      float gain = weights[norm.at() + c] / channels;
      float[] from = dy[c];
      float[] u = unit[c];
      for (int r = 0; r < rows; r++) {
        float g = gain * from[r];
        mean[r] += g;
        along[r] += g * u[r];
      }
    }
    for (int c = 0; c < channels; c++) {
      float gain = weights[norm.at() + c];
      float[] from = dy[c];
      float[] u = unit[c];
      float[] to = dx[c];
      for (int r = 0; r < rows; r++) {
        to[r] += scale[r] * (gain * from[r] - mean[r] - u[r] * along[r]);
      }
    }
  }
}
