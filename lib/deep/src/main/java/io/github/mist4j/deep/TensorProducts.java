package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** By ND4J, on whatever its backend computes. */
final class TensorProducts implements Products {
  @Override
  public void addProduct(float[] y, float[] weights, int at, float[] x, int in, int out, int rows) {
    add(
        y,
        0,
        matrix(weights, at, in, out).transpose().mmul(Nd4j.create(x, new long[] {in, rows}, 'c')));
  }

  @Override
  public void addInputGradient(
      float[] dx, float[] weights, int at, float[] dy, int in, int out, int rows) {
    add(dx, 0, matrix(weights, at, in, out).mmul(Nd4j.create(dy, new long[] {out, rows}, 'c')));
  }

  @Override
  public void addMatrixGradient(
      float[] gradient, int at, float[] x, float[] dy, int in, int out, int rows) {
    INDArray slopes = Nd4j.create(dy, new long[] {out, rows}, 'c');
    add(gradient, at, Nd4j.create(x, new long[] {in, rows}, 'c').mmul(slopes.transpose()));
  }

  @Override
  public String device() {
    return device(Nd4j.getExecutioner().getEnvironmentInformation());
  }

  /** The GPUs that ND4J lists, or that its backend computes on the CPU. */
  static String device(Properties environment) {
    var gpus = environment.get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY);
    if (gpus instanceof List<?> list && !list.isEmpty()) {
      return list.stream()
              .map(
                  gpu ->
                      String.valueOf(((Map<?, ?>) gpu).get(Nd4jEnvironment.CUDA_DEVICE_NAME_KEY)))
              .distinct()
              .collect(Collectors.joining(", "))
          + " by CUDA";
    }
    return "the CPU by ND4J";
  }

  private static INDArray matrix(float[] weights, int at, int in, int out) {
    return Nd4j.create(Arrays.copyOfRange(weights, at, at + in * out), new long[] {in, out}, 'c');
  }

  private static void add(float[] to, int at, INDArray product) {
    float[] values = product.dup('c').data().asFloat();
    for (int i = 0; i < values.length; i++) {
      to[at + i] += values[i];
    }
  }
}
