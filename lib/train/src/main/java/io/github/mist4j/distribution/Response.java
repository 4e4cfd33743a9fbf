package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * A response with levels 0, 1, 2, …, whose probabilities depend on one variable x.
 *
 * <pre>{@code
 * Response visits = Response.poisson(0.5, 1); // a count whose rate is exp(0.5 + x)
 * }</pre>
 */
public final class Response {
  private static final double HIGHEST_RATE = 1e6;

  private final String words;
  private final DoubleFunction<Levels> levels;

  private Response(String words, DoubleFunction<Levels> levels) {
    this.words = words;
    this.levels = levels;
  }

  /**
   * The probabilities of the levels first, first + 1, …; the others have none.
   *
   * @param first the lowest level
   * @param probabilities they add up to 1
   */
  record Levels(int first, double[] probabilities) {
    /** Their entropy, in nats. */
    double entropy() {
      return Arrays.stream(probabilities).map(Response::entropyTerm).sum();
    }

    int draw(RandomGenerator rng) {
      double mark = rng.nextDouble();
      int last = probabilities.length - 1;
      for (int k = 0; k < last; k++) {
        mark -= probabilities[k];
        if (mark < 0) {
          return first + k;
        }
      }
      return first + last;
    }
  }

  /** −p log p. */
  static double entropyTerm(double p) {
    return p > 0 ? -p * Math.log(p) : 0;
  }

  /** Yes or no: P(1) = 1/(1 + exp(−intercept − slope x)). */
  public static Response logistic(double intercept, double slope) {
    return binomial(1, intercept, slope).named("logistic", intercept, slope);
  }

  /**
   * So many out of some trials, each with the probability of {@link #logistic}.
   *
   * @param trials positive
   */
  public static Response binomial(int trials, double intercept, double slope) {
    require(trials > 0, "trials must be positive, were %d", trials);
    checkFinite("intercept", intercept);
    checkFinite("slope", slope);
    double[] logChoose =
        IntStream.rangeClosed(0, trials)
            .mapToDouble(
                k ->
                    LogGamma.value(trials + 1.0)
                        - LogGamma.value(k + 1.0)
                        - LogGamma.value(trials - k + 1.0))
            .toArray();
    return new Response(
            "",
            x -> {
              double logit = intercept + slope * x;
              double logYes = -Math.log1p(Math.exp(-Math.abs(logit))) + Math.min(0, logit);
              double logNo = logYes - logit;
              var p = new double[trials + 1];
              Arrays.setAll(p, k -> Math.exp(logChoose[k] + k * logYes + (trials - k) * logNo));
              return new Levels(0, p);
            })
        .named("binomial of " + trials, intercept, slope);
  }

  /** A count: Poisson of the rate exp(intercept + slope x). */
  public static Response poisson(double intercept, double slope) {
    checkFinite("intercept", intercept);
    checkFinite("slope", slope);
    return new Response("", x -> poisson(Math.exp(intercept + slope * x)))
        .named("Poisson", intercept, slope);
  }

  /**
   * A class: P(k) proportional to exp(intercepts_k + slopes_k x).
   *
   * @param intercepts one for each of two or more classes
   * @param slopes as many
   */
  public static Response classes(double[] intercepts, double[] slopes) {
    require(
        intercepts.length > 1 && intercepts.length == slopes.length,
        "classes need two intercepts or more and as many slopes, were %d and %d",
        intercepts.length,
        slopes.length);
    double[] a = intercepts.clone();
    double[] b = slopes.clone();
    return new Response(
        "class of %s, P(k) ∝ exp(a_k + b_k x)".formatted(a.length),
        x -> {
          var p = new double[a.length];
          Arrays.setAll(p, k -> a[k] + b[k] * x);
          double most = Arrays.stream(p).max().orElseThrow();
          Arrays.setAll(p, k -> Math.exp(p[k] - most));
          double sum = Arrays.stream(p).sum();
          Arrays.setAll(p, k -> p[k] / sum);
          return new Levels(0, p);
        });
  }

  /** The number of cuts below f(x) + σ(x)·e. */
  static Response thresholded(Regression law, double[] cuts) {
    require(cuts.length > 0, "a threshold needs at least one cut, had none");
    Cells.checkCuts(cuts);
    double[] edges = cuts.clone();
    return new Response(
        "%s + σ e in %s levels, σ = %s, e %s"
            .formatted(law.f().name(), cuts.length + 1, law.sigma().name(), law.noise().name()),
        x -> between(edges, law.f().at(x), law.sigma().at(x), law.noise()));
  }

  Levels at(double x) {
    return levels.apply(x);
  }

  /** The law in words. */
  public String describe() {
    return words;
  }

  private Response named(String name, double intercept, double slope) {
    return new Response(
        "%s in %s + %s x".formatted(name, Curve.number(intercept), Curve.number(slope)), levels);
  }

  private static Levels poisson(double rate) {
    require(rate < HIGHEST_RATE, "a Poisson rate must be below %s, was %s", HIGHEST_RATE, rate);
    double reach = 9 * Math.sqrt(rate);
    int first = Math.max(0, (int) (rate - reach));
    var p = new double[(int) (rate + reach) + 16 - first];
    p[0] = Math.exp(first * Math.log(rate) - rate - LogGamma.value(first + 1.0));
    for (int k = 1; k < p.length; k++) {
      p[k] = p[k - 1] * rate / (first + k);
    }
    return new Levels(first, p);
  }

  private static Levels between(double[] cuts, double f, double sigma, Noise noise) {
    int first = Cells.place(cuts, f + sigma * noise.low());
    int last = Cells.place(cuts, f + sigma * noise.high());
    var p = new double[last - first + 1];
    double before = 0;
    for (int k = first; k < last; k++) {
      double now = noise.below((cuts[k] - f) / sigma);
      p[k - first] = now - before;
      before = now;
    }
    p[last - first] = 1 - before;
    return new Levels(first, p);
  }

  private static void checkFinite(String name, double value) {
    require(Double.isFinite(value), "%s must be finite, was %s", name, value);
  }
}
