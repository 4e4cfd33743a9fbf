package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Disagreement.Answer;
import io.github.mist4j.progress.Work;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What several estimators say of one sample, and why they disagree.
 *
 * <p>Two estimates disagree if their intervals do not meet and they lie more than {@value #SMALL}
 * nats apart; an estimate without an interval counts as exact. Explanations name the assumption of
 * the method that does not hold, where the sample itself shows that it does not.
 *
 * <pre>{@code
 * var comparison = Comparison.of(Estimators.all(), sample, EstimateOptions.withDefaults());
 * comparison.explanations().forEach(System.out::println); // why they disagree
 * }</pre>
 *
 * @param estimates in the order of the estimators, in nats
 * @param refusals the reason of every method that refused the sample, by method
 * @param explanations one sentence each; at least one
 */
public record Comparison(
    List<Estimate> estimates, Map<String, String> refusals, List<String> explanations) {
  static final double SMALL = 0.05;
  private static final int NAME = 18; // letters of the longest name without options

  /** Copies the lists. */
  public Comparison {
    estimates = List.copyOf(estimates);
    refusals = new LinkedHashMap<>(refusals); // keeps the order
    explanations = List.copyOf(explanations);
  }

  /**
   * Asks every estimator, until the listener or an interrupt stops it: then it ends with those that
   * have answered.
   *
   * @param estimators at least one; the others are compared with the first
   * @throws IllegalArgumentException if there is no estimator, or if none can serve the sample
   * @throws CancellationException if it is stopped before the first has answered
   */
  public static Comparison of(
      List<? extends MutualInformationEstimator> estimators,
      Sample sample,
      EstimateOptions options) {
    require(!estimators.isEmpty(), "a comparison needs at least one estimator");
    var answers = new ArrayList<Answer>();
    var refusals = new LinkedHashMap<String, String>();
    var stopped = new ArrayList<String>();
    for (MutualInformationEstimator estimator : estimators) {
      try {
        Estimate estimate =
            Work.attended(
                options.progress(),
                listener -> estimator.estimate(sample, options.withProgress(listener)));
        answers.add(new Answer(estimator, estimate));
      } catch (IllegalArgumentException e) {
        refusals.put(estimator.method(), e.getMessage());
      } catch (CancellationException e) {
        if (answers.isEmpty()) {
          throw e;
        }
        stopped.add(
            "stopped at %s: the methods from there on have not answered"
                .formatted(estimator.method()));
        break;
      }
    }
    require(
        !answers.isEmpty(),
        "no estimator can serve the sample: %s",
        String.join("; ", refusals.values()));
    List<String> explanations = new ArrayList<>(Disagreement.explain(answers, sample));
    explanations.addAll(stopped);
    return new Comparison(answers.stream().map(Answer::estimate).toList(), refusals, explanations);
  }

  /** Whether two estimates are too far apart for their intervals. */
  static boolean disagree(Estimate a, Estimate b) {
    return Math.abs(a.value() - b.value()) > SMALL && (upper(a) < lower(b) || upper(b) < lower(a));
  }

  private static double lower(Estimate estimate) {
    return estimate.interval().map(Interval::lower).orElse(estimate.value());
  }

  private static double upper(Estimate estimate) {
    return estimate.interval().map(Interval::upper).orElse(estimate.value());
  }

  /** A line for every method, then the explanations. */
  @Override
  public String toString() {
    int width =
        Stream.concat(estimates.stream().map(Estimate::method), refusals.keySet().stream())
            .mapToInt(String::length)
            .reduce(NAME, Math::max);
    String name = "%-" + width + "s";
    String lines =
        estimates.stream()
            .map(
                e ->
                    String.format(Locale.ROOT, name + " %8.3f", e.method(), e.value())
                        + e.interval()
                            .map(
                                i ->
                                    String.format(
                                        Locale.ROOT, "  [%.3f, %.3f]", i.lower(), i.upper()))
                            .orElse(""))
            .collect(Collectors.joining("\n"));
    String refused =
        refusals.entrySet().stream()
            .map(r -> ("\n" + name + " refused: %s").formatted(r.getKey(), r.getValue()))
            .collect(Collectors.joining());
    return lines + refused + "\n" + String.join("\n", explanations);
  }
}
