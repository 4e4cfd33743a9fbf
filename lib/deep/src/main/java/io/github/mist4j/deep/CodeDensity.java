package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A variational autoencoder (Kingma and Welling, 2014): columns that are normal and independent
 * given a code z, which is normal itself, with means and variances by a network of z; another
 * network tells where codes of x lie, q(z|x). One column stays normal, as a normal score is.
 *
 * <p>It climbs E log p(x|z) − KL(q(z|x), p(z)). The density of held-out rows is the mean of p(x|z)
 * p(z)/q(z|x) over draws of z, whose logarithm is nearer the truth with every draw (Burda et al.,
 * 2016).
 */
final class CodeDensity implements Density {
  private static final int MOST_CODES = 16;
  private static final double MOST_LOG_VARIANCE = 8; // 4 nats below a column's own

  private final int codes;
  private final Mlp encoder; // means and log variances of codes; null for one column
  private final Mlp decoder; // those of the columns

  CodeDensity(Layout layout, String name, int d, FitOptions fit) {
    codes = Math.min(MOST_CODES, d);
    encoder = d == 1 ? null : Mlp.of(layout, name + ".encoder", d, 2 * codes, fit);
    decoder = d == 1 ? null : Mlp.of(layout, name + ".decoder", codes, 2 * d, fit);
  }

  /** A decoder that says nothing of the columns, and codes at random: all zeros would stay so. */
  @Override
  public void initialize(float[] weights, RandomGenerator rng) {
    if (encoder != null) {
      encoder.initialize(weights, rng);
      decoder.initializeButLast(weights, rng);
    }
  }

  @Override
  public double climb(Tape tape, Tensor x, RandomGenerator rng) {
    if (encoder == null) {
      return JointNormalModel.meanLogNormal(x);
    }
    int rows = x.rows();
    Tensor q = encoder.apply(tape, x);
    Tensor z = drawn(tape, q, Noise.normal(codes * rows, rng));
    Tensor p = decoder.apply(tape, z);
    double sum = 0;
    for (int i = 0; i < codes * rows; i++) { // less KL
      double mean = q.value()[i];
      double log = logVariance(q, i);
      sum += 0.5 * (1 + log - mean * mean - Math.exp(log)) / rows;
      if (tape.recording()) {
        q.gradient()[i] -= (float) (mean / rows);
        q.gradient()[codes * rows + i] += (float) (0.5 * (1 - Math.exp(log)) * slope(q, i) / rows);
      }
    }
    for (int i = 0; i < x.value().length; i++) {
      double log = logVariance(p, i);
      double precision = Math.exp(-log);
      double error = x.value()[i] - p.value()[i];
      sum -= 0.5 * (log + error * error * precision) / rows;
      if (tape.recording()) {
        p.gradient()[i] = (float) (error * precision / rows);
        p.gradient()[x.value().length + i] =
            (float) (-0.5 * (1 - error * error * precision) * slope(p, i) / rows);
      }
    }
    return sum;
  }

  @Override
  public double meanLog(float[] weights, Tensor x, int draws, RandomGenerator rng) {
    if (encoder == null) {
      return JointNormalModel.meanLogNormal(x);
    }
    var tape = new Tape(weights, null);
    Tensor q = encoder.apply(tape, x);
    var ratios = new double[draws][];
    for (int k = 0; k < draws; k++) {
      float[] noise = Noise.normal(codes * x.rows(), rng);
      Tensor z = drawn(tape, q, noise);
      ratios[k] = logRatios(x, q, noise, z, decoder.apply(tape, z));
    }
    double sum = 0;
    for (int r = 0; r < x.rows(); r++) {
      int row = r;
      double most = Arrays.stream(ratios).mapToDouble(of -> of[row]).max().orElseThrow();
      double mean = Arrays.stream(ratios).mapToDouble(of -> Math.exp(of[row] - most)).sum() / draws;
      sum += (most + Math.log(mean)) / x.rows();
    }
    return sum;
  }

  /** log p(x|z) p(z)/q(z|x) of each row. */
  private double[] logRatios(Tensor x, Tensor q, float[] noise, Tensor z, Tensor p) {
    int rows = x.rows();
    var ratios = new double[rows];
    for (int i = 0; i < noise.length; i++) {
      ratios[i % rows] +=
          0.5 * (logVariance(q, i) + (double) noise[i] * noise[i] - z.value()[i] * z.value()[i]);
    }
    for (int i = 0; i < x.value().length; i++) {
      double log = logVariance(p, i);
      double error = x.value()[i] - p.value()[i];
      ratios[i % rows] -= 0.5 * (log + error * error * Math.exp(-log));
    }
    return ratios;
  }

  /** Codes: their means, and noise by their standard deviations. */
  private static Tensor drawn(Tape tape, Tensor q, float[] noise) {
    return tape.apply(
        q.channels() / 2,
        q.rows(),
        new Operation() {
          @Override
          public void forward(float[] output) {
            for (int i = 0; i < output.length; i++) {
              output[i] = (float) (q.value()[i] + noise[i] * Math.exp(0.5 * logVariance(q, i)));
            }
          }

          @Override
          public void backward(float[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
              q.gradient()[i] += gradient[i];
              double spread = noise[i] * Math.exp(0.5 * logVariance(q, i));
              q.gradient()[gradient.length + i] +=
                  (float) (0.5 * spread * slope(q, i) * gradient[i]);
            }
          }
        });
  }

  /** The log variance of a place; that of the raw number a network says, within bounds. */
  private static double logVariance(Tensor said, int i) {
    return MOST_LOG_VARIANCE
        * Math.tanh(said.value()[said.value().length / 2 + i] / MOST_LOG_VARIANCE);
  }

  private static double slope(Tensor said, int i) {
    double share = logVariance(said, i) / MOST_LOG_VARIANCE;
    return 1 - share * share;
  }
}
