package io.github.mist4j.network;

import io.github.mist4j.meta.MetaDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How unlike the training data a sample is.
 *
 * <p>The summary f of a sample is what correlations and neighbour counts say about the information,
 * in {@value #FEATURES} numbers. Over training draws its mean is fitted as a quadratic in log n,
 * log dx and log dy, its covariance Σ around that taken; the score of a sample is √((f − mean)ᵀ Σ⁻¹
 * (f − mean) / {@value #FEATURES}). The limit is the score that 99% of other training draws keep.
 *
 * @param coefficients of the mean, (terms · features), term by term
 * @param whitening the inverse of the Cholesky factor of Σ, (features · features) row by row
 * @param limit the score above which a sample is novel
 */
public record Novelty(List<Double> coefficients, List<Double> whitening, double limit) {
  private static final int FEATURES = CopulaFeatures.INFORMATIONS;
  private static final int TERMS = 7;
  private static final int FIT = 4000;
  private static final int CHECK = 4000;
  private static final double KEPT = 0.99;
  private static final double RIDGE = 1e-6;
  private static final long SEED = 0x6E6F76656CL;

  /** Copies the lists. */
  public Novelty {
    coefficients = List.copyOf(coefficients);
    whitening = List.copyOf(whitening);
  }

  /** A summary and the shape it is of. */
  private record Draw(double[] summary, double[] terms) {
    static Draw of(CopulaFeatures features) {
      return new Draw(features.informations(), termsOf(features));
    }
  }

  /** From draws of a distribution that no training uses. */
  static Novelty of(MetaDistribution distribution) {
    return of(distribution, FIT, CHECK);
  }

  static Novelty of(MetaDistribution distribution, int fit, int check) {
    Draw[] draws =
        IntStream.range(0, fit + check)
            .parallel()
            .mapToObj(i -> draw(distribution, i))
            .toArray(Draw[]::new);
    Draw[] fitted = Arrays.copyOf(draws, fit);
    List<Double> coefficients = coefficients(fitted);
    List<Double> whitening = whitening(fitted, coefficients);
    double[] scores =
        Arrays.stream(draws, fit, fit + check)
            .mapToDouble(draw -> score(draw, coefficients, whitening))
            .sorted()
            .toArray();
    return new Novelty(coefficients, whitening, scores[(int) (KEPT * check)]);
  }

  private static Draw draw(MetaDistribution distribution, int index) {
    var copula =
        Copula.of(distribution.draw(SEED, index).sample(), MetaDistribution.stream(~SEED, index));
    return Draw.of(CopulaFeatures.of(copula));
  }

  /** The score of a sample over the limit: above 1 it is novel. */
  double ratio(CopulaFeatures features) {
    return score(Draw.of(features), coefficients, whitening) / limit;
  }

  /** A sentence if the sample is novel. */
  Optional<String> warning(CopulaFeatures features) {
    double ratio = ratio(features);
    return ratio <= 1
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "outside what this model has seen: %.1f times as unusual as the limit that 99 of"
                    + " 100 training datasets keep",
                ratio));
  }

  private static double[] termsOf(CopulaFeatures features) {
    double n = Math.log(features.n());
    double columns = Math.log(features.dx()) + Math.log(features.dy());
    double difference = Math.log(features.dx()) - Math.log(features.dy());
    return new double[] {
      1, n, columns, n * n, n * columns, columns * columns, difference * difference
    };
  }

  /** Least squares of the summaries on the terms. */
  private static List<Double> coefficients(Draw[] draws) {
    var terms = new DMatrixRMaj(draws.length, TERMS);
    var summaries = new DMatrixRMaj(draws.length, FEATURES);
    for (int i = 0; i < draws.length; i++) {
      System.arraycopy(draws[i].terms, 0, terms.data, i * TERMS, TERMS);
      System.arraycopy(draws[i].summary, 0, summaries.data, i * FEATURES, FEATURES);
    }
    var inverse = new DMatrixRMaj(TERMS, draws.length);
    CommonOps_DDRM.pinv(terms, inverse);
    var coefficients = new DMatrixRMaj(TERMS, FEATURES);
    CommonOps_DDRM.mult(inverse, summaries, coefficients);
    return Arrays.stream(coefficients.data).boxed().toList();
  }

  private static List<Double> whitening(Draw[] draws, List<Double> coefficients) {
    var covariance = new DMatrixRMaj(FEATURES, FEATURES);
    for (Draw draw : draws) {
      double[] rest = rest(draw, coefficients);
      for (int i = 0; i < FEATURES; i++) {
        for (int j = 0; j < FEATURES; j++) {
          covariance.data[i * FEATURES + j] += rest[i] * rest[j] / draws.length;
        }
      }
    }
    for (int i = 0; i < FEATURES; i++) {
      covariance.data[i * FEATURES + i] += RIDGE * (1 + covariance.data[i * FEATURES + i]);
    }
    return Arrays.stream(GaussianPart.inverseFactor(covariance).data).boxed().toList();
  }

  private static double[] rest(Draw draw, List<Double> coefficients) {
    double[] rest = draw.summary.clone();
    for (int t = 0; t < TERMS; t++) {
      for (int i = 0; i < FEATURES; i++) {
        rest[i] -= draw.terms[t] * coefficients.get(t * FEATURES + i);
      }
    }
    return rest;
  }

  private static double score(Draw draw, List<Double> coefficients, List<Double> whitening) {
    double[] rest = rest(draw, coefficients);
    double square = 0;
    for (int i = 0; i < FEATURES; i++) {
      double white = 0;
      for (int j = 0; j <= i; j++) {
        white += whitening.get(i * FEATURES + j) * rest[j];
      }
      square += white * white;
    }
    return Math.sqrt(square / FEATURES);
  }
}
