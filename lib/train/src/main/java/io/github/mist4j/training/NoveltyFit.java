package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.network.NetworkInput;
import io.github.mist4j.network.Novelty;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Fits how unlike the draws of a distribution a sample is, see {@link Novelty}. */
final class NoveltyFit {
  private static final int FIT = 4000;
  private static final int CHECK = 4000;
  private static final double KEPT = 0.99;
  private static final double RIDGE = 1e-6;
  private static final long SEED = 0x6E6F76656CL;

  private NoveltyFit() {}

  /** From draws of a distribution that no training uses, {@value #FIT} and {@value #CHECK}. */
  static Novelty of(MetaDistribution distribution, ProgressListener listener) {
    return of(distribution, FIT, CHECK, listener);
  }

  /**
   * From so many draws for the mean and the covariance, and so many others for the limit.
   *
   * @param fit more than a hundred
   * @param check positive
   * @param listener hears how many are drawn, and can stop it
   * @throws CancellationException if it is stopped
   */
  static Novelty of(MetaDistribution distribution, int fit, int check, ProgressListener listener) {
    var work = Work.of("datasets of the trained range", fit + check, listener);
    List<NetworkInput> draws =
        work.list(
            fit + check,
            i -> {
              NetworkInput draw = draw(distribution, i);
              work.advance(1);
              return draw;
            });
    List<NetworkInput> fitted = draws.subList(0, fit);
    List<Double> coefficients = coefficients(fitted);
    var unlimited = new Novelty(coefficients, whitening(fitted, coefficients), 1);
    double[] scores =
        draws.subList(fit, fit + check).stream().mapToDouble(unlimited::ratio).sorted().toArray();
    return new Novelty(
        unlimited.coefficients(), unlimited.whitening(), scores[(int) (KEPT * check)]);
  }

  private static NetworkInput draw(MetaDistribution distribution, int index) {
    return NetworkInput.of(
        distribution.sample(SEED, index),
        NetworkInput.MOST_QUERIES,
        RandomStreams.of(~SEED, index));
  }

  /** Least squares of the summaries on the terms. */
  private static List<Double> coefficients(List<NetworkInput> draws) {
    var terms = new DMatrixRMaj(draws.stream().map(Novelty::terms).toArray(double[][]::new));
    var summaries = new DMatrixRMaj(draws.stream().map(Novelty::summary).toArray(double[][]::new));
    var inverse = new DMatrixRMaj(terms.numCols, draws.size());
    CommonOps_DDRM.pinv(terms, inverse);
    var coefficients = new DMatrixRMaj(terms.numCols, summaries.numCols);
    CommonOps_DDRM.mult(inverse, summaries, coefficients);
    return Arrays.stream(coefficients.data).boxed().toList();
  }

  /** The inverse of the Cholesky factor of the residuals' covariance, row by row. */
  private static List<Double> whitening(List<NetworkInput> draws, List<Double> coefficients) {
    int features = Novelty.summary(draws.get(0)).length;
    var covariance = new DMatrixRMaj(features, features);
    for (NetworkInput draw : draws) {
      double[] rest = Novelty.residual(draw, coefficients);
      for (int i = 0; i < features; i++) {
        for (int j = 0; j < features; j++) {
          covariance.data[i * features + j] += rest[i] * rest[j] / draws.size();
        }
      }
    }
    for (int i = 0; i < features; i++) {
      covariance.data[i * features + i] += RIDGE * (1 + covariance.data[i * features + i]);
    }
    var cholesky = DecompositionFactory_DDRM.chol(features, true);
    if (!cholesky.decompose(covariance)) {
      throw new ArithmeticException("the covariance of the summaries is not positive definite");
    }
    DMatrixRMaj inverse = cholesky.getT(null);
    CommonOps_DDRM.invert(inverse);
    return Arrays.stream(inverse.data).boxed().toList();
  }
}
