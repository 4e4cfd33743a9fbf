package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Warning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How unlike the training data a sample is.
 *
 * <p>The summary f of a sample is what correlations and neighbour counts say about the information.
 * Over training draws its mean is fitted as a quadratic in log n, log dx and log dy, its covariance
 * Σ around that taken; the score of a sample is √((f − mean)ᵀ Σ⁻¹ (f − mean) / features). The limit
 * is the score that 99% of other training draws keep.
 *
 * @param coefficients of the mean, (terms · features), term by term
 * @param whitening the inverse of the Cholesky factor of Σ, (features · features) row by row
 * @param limit the score above which a sample is novel
 */
public record Novelty(List<Double> coefficients, List<Double> whitening, double limit) {
  private static final int FEATURES = GlobalFeature.INFORMATIONS.size();
  private static final int TERMS = 7; // see terms

  /** Copies the lists and checks their lengths. */
  public Novelty {
    coefficients = List.copyOf(coefficients);
    whitening = List.copyOf(whitening);
    require(
        coefficients.size() == TERMS * FEATURES && whitening.size() == FEATURES * FEATURES,
        "a novelty has %d coefficients and %d numbers of whitening, had %d and %d",
        TERMS * FEATURES,
        FEATURES * FEATURES,
        coefficients.size(),
        whitening.size());
    require(
        limit > 0 && Double.isFinite(limit),
        "the limit of a novelty must be positive and finite, was %s",
        limit);
  }

  /** The summary of an input, (features). */
  public static double[] summary(NetworkInput input) {
    return input.features().informations();
  }

  /** The terms of the mean, which depend on the shape alone. */
  public static double[] terms(NetworkInput input) {
    double n = Math.log(input.n());
    double columns = Math.log(input.dx()) + Math.log(input.dy());
    double difference = Math.log(input.dx()) - Math.log(input.dy());
    return new double[] {
      1, n, columns, n * n, n * columns, columns * columns, difference * difference
    };
  }

  /** The summary of an input less the mean that fitted coefficients expect of its shape. */
  public static double[] residual(NetworkInput input, List<Double> coefficients) {
    double[] rest = summary(input).clone();
    double[] terms = terms(input);
    for (int t = 0; t < terms.length; t++) {
      for (int i = 0; i < FEATURES; i++) {
        rest[i] -= terms[t] * coefficients.get(t * FEATURES + i);
      }
    }
    return rest;
  }

  /** The score of a sample over the limit: above 1 it is novel. */
  public double ratio(NetworkInput input) {
    return score(input) / limit;
  }

  /** A warning if the sample is novel. */
  Optional<Warning> warning(NetworkInput input) {
    double ratio = ratio(input);
    return ratio <= 1
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Kind.NOVEL,
                String.format(
                    Locale.ROOT,
                    "unlike the datasets that this model was trained on: %.1f times as far out as"
                        + " 99 of 100 of them",
                    ratio)));
  }

  private double score(NetworkInput input) {
    double[] rest = residual(input, coefficients);
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
