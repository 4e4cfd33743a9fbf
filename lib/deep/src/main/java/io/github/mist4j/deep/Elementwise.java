package io.github.mist4j.deep;

/** Functions of single values and sums of them, in loops that vectorize. */
final class Elementwise {
  private static final float SIXTEENTH = 1f / 16;
  private static final float ROOT_HALF = (float) Math.sqrt(0.5);
  private static final float DENSITY = (float) (1 / Math.sqrt(2 * Math.PI));

  private static final float LARGE = 1e38f; // times any normal number is more than 1, times 0 is 0

  private Elementwise() {}

  /**
   * exp(−x) for x ≥ 0, to 2e-6 of 1: the sixteenth power of the inverse of a Taylor series, in
   * which no term is negative. Neither a branch nor a table.
   */
  static float expOfMinus(float x) {
    float z = x * SIXTEENTH;
    float t =
        1
            + z
                * (1
                    + z
                        * (0.5f
                            + z
                                * (1f / 6
                                    + z
                                        * (1f / 24
                                            + z * (1f / 120 + z * (1f / 720 + z * (1f / 5040)))))));
    float t2 = t * t;
    float t4 = t2 * t2;
    float t8 = t4 * t4;
    return 1 / (t8 * t8);
  }

  /** The upper tail of the normal distribution from size ≥ 0 on (Abramowitz and Stegun 7.1.28). */
  private static float tail(float size) {
    float u = ROOT_HALF * size;
    float t =
        1
            + u
                * (0.070523076f
                    + u
                        * (0.04228201f
                            + u
                                * (0.009270527f
                                    + u
                                        * (0.0001520143f
                                            + u * (0.0002765672f + u * 4.30638e-5f)))));
    float t2 = t * t;
    float t4 = t2 * t2;
    float t8 = t4 * t4;
    return 0.5f / (t8 * t8);
  }

  /** y = v Φ(v). */
  static void gelu(float[] y, float[] v) {
    for (int i = 0; i < y.length; i++) {
      float x = v[i];
      float size = Math.abs(x);
      y[i] = 0.5f * (x + size) - size * tail(size);
    }
  }

  /** dv += dy (Φ(v) + v φ(v)), in two loops that are short enough to vectorize. */
  static void addGeluGradient(float[] dv, float[] v, float[] dy) {
    addBelow(dv, v, dy);
    addDensity(dv, v, dy);
  }

  private static void addBelow(float[] dv, float[] v, float[] dy) {
    for (int i = 0; i < dv.length; i++) {
      float size = Math.abs(v[i]);
      float sign = v[i] / (size + 1e-30f);
      dv[i] += dy[i] * (0.5f + sign * (0.5f - tail(size)));
    }
  }

  private static void addDensity(float[] dv, float[] v, float[] dy) {
    for (int i = 0; i < dv.length; i++) {
      float x = v[i];
      dv[i] += dy[i] * x * DENSITY * expOfMinus(0.5f * x * x);
    }
  }

  /** v = max(v, 0). */
  static void relu(float[] v) {
    for (int i = 0; i < v.length; i++) {
      v[i] = Math.max(v[i], 0);
    }
  }

  /** dv = 0 where y = max(v, 0) is 0; without a branch, so that it vectorizes. */
  static void reluGradient(float[] dv, float[] y) {
    for (int i = 0; i < dv.length; i++) {
      dv[i] *= Math.min(y[i] * LARGE, 1);
    }
  }

  /** a += b. */
  static void add(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
  }

  /** Σ a over some places. */
  static double sum(float[] a, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (; i < to; i++) {
      s0 += a[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Σ a b over some places of both. */
  static double dot(float[] a, float[] b, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < to; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** y = exp(−y) for y ≥ 0. */
  static void expOfMinus(float[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = expOfMinus(y[i]);
    }
  }

  /** Turns values into how far they lie below the largest, which is returned, over some places. */
  static float belowLargest(float[] p, int from, int to) {
    float most = p[from];
    for (int i = from + 1; i < to; i++) {
      most = p[i] > most ? p[i] : most;
    }
    for (int i = from; i < to; i++) {
      p[i] = most - p[i];
    }
    return most;
  }

  /** Divides by the sum, from one place to another. */
  static void share(float[] p, int from, int to) {
    float part = (float) (1 / sum(p, from, to));
    for (int i = from; i < to; i++) {
      p[i] *= part;
    }
  }

  /** Turns the gradient dp of the softmax p into that of what it was taken of. */
  static void softmaxGradient(float[] dp, float[] p, int from, int to) {
    float mean = (float) dot(dp, p, from, to);
    for (int i = from; i < to; i++) {
      dp[i] = p[i] * (dp[i] - mean);
    }
  }
}
