package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.sample.Sample;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * The multivariate Student law: normal rows, each divided by √(χ²_ν/ν) of its own. X and Y depend
 * through this radius even where the dispersion has no correlation.
 *
 * <p>Its mutual information is that of the normal law plus log[Γ(ν/2) Γ((ν+d)/2) / (Γ((ν+dx)/2)
 * Γ((ν+dy)/2))] + h(ν+dx) + h(ν+dy) − h(ν+d) − h(ν), h(a) = (a/2) ψ(a/2) (Czyż et al., 2023).
 *
 * <pre>{@code
 * new Student(Dispersion.identity(1, 1), 1).mutualInformation() // 0.224 nats, uncorrelated
 * }</pre>
 *
 * @param dispersion Σ
 * @param degreesOfFreedom ν, the degrees of freedom, positive
 */
public record Student(Dispersion dispersion, double degreesOfFreedom) implements KnownColumns {
  /** Checks Σ and ν. */
  public Student {
    require(dispersion != null, "dispersion must be given, was null");
    require(
        degreesOfFreedom > 0 && Double.isFinite(degreesOfFreedom),
        "degreesOfFreedom must be positive, was %s",
        degreesOfFreedom);
  }

  @Override
  public int dx() {
    return dispersion.dx();
  }

  @Override
  public int dy() {
    return dispersion.dy();
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    double[][] columns = dispersion.normalColumns(n, rng);
    var chiSquare =
        AhrensDieterMarsagliaTsangGammaSampler.of(rng::nextLong, degreesOfFreedom / 2, 2);
    for (int r = 0; r < n; r++) {
      double radius = Math.sqrt(degreesOfFreedom / chiSquare.sample());
      for (double[] column : columns) {
        column[r] *= radius;
      }
    }
    return ColumnDraws.split(columns, dx());
  }

  @Override
  public double mutualInformation() {
    double nu = degreesOfFreedom;
    int d = dx() + dy();
    double gammas =
        LogGamma.value(nu / 2)
            + LogGamma.value((nu + d) / 2)
            - LogGamma.value((nu + dx()) / 2)
            - LogGamma.value((nu + dy()) / 2);
    return dispersion.normalInformation()
        + gammas
        + halfPsi(nu + dx())
        + halfPsi(nu + dy())
        - halfPsi(nu + d)
        - halfPsi(nu);
  }

  /** log[(νπ)^(d/2) Γ(ν/2)/Γ((ν+d)/2)] + (ν+d)/2 (ψ((ν+d)/2) − ψ(ν/2)) for d columns of scale 1. */
  @Override
  public Optional<Entropies> entropies() {
    return Optional.of(dispersion.entropies(this::entropy));
  }

  private double entropy(double columns) {
    double nu = degreesOfFreedom;
    double half = (nu + columns) / 2;
    return columns / 2 * Math.log(nu * Math.PI)
        + LogGamma.value(nu / 2)
        - LogGamma.value(half)
        + half * (Digamma.value(half) - Digamma.value(nu / 2));
  }

  @Override
  public double sumOfMeans(int from, int to, DoubleUnaryOperator function) {
    return dispersion.sumOverScales(from, to, scale -> mean(function, scale));
  }

  private double mean(DoubleUnaryOperator function, double scale) {
    double nu = degreesOfFreedom;
    double height =
        Math.exp(LogGamma.value((nu + 1) / 2) - LogGamma.value(nu / 2))
            / (scale * Math.sqrt(nu * Math.PI));
    return Integral.mean(
        function, v -> height * Math.pow(1 + v * v / (scale * scale * nu), -(nu + 1) / 2), scale);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "Student with %.3g degrees of freedom, %d x %d columns, %s, MI = normal MI + f(ν, dx, dy)",
        degreesOfFreedom,
        dx(),
        dy(),
        dispersion.describe());
  }

  private static double halfPsi(double a) {
    return a / 2 * Digamma.value(a / 2);
  }
}
