package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Disagreement.Answer;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.sample.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
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
  private static final int SHUFFLES = 199;
  private static final double LEVEL = 0.05;
  private static final int NAME = 18; // letters of the longest name without options

  /** Copies the lists. */
  public Comparison {
    estimates = List.copyOf(estimates);
    refusals = new LinkedHashMap<>(refusals); // keeps the order
    explanations = List.copyOf(explanations);
  }

  /**
   * How far a comparison has come, with what has been answered until now.
   *
   * <pre>{@code
   * var options = EstimateOptions.withDefaults().withProgress(ProgressListener.of(
   *     Comparison.SoFar.class, p -> show(p.comparison().estimates(), p.asked())));
   * }</pre>
   *
   * @param comparison the answers until now, there may be none, without explanations
   * @param asked the method that is asked now
   * @param left those that will be asked after it
   * @param part how far it has come, once it tells
   */
  public record SoFar(
      Comparison comparison, String asked, List<String> left, Optional<Progress> part)
      implements Progress {
    /** Copies the list. */
    public SoFar {
      left = List.copyOf(left);
    }

    private int before() {
      return comparison.estimates().size() + comparison.refusals().size();
    }

    private int all() {
      return before() + 1 + left.size();
    }

    /** That of the method that is asked; the methods that were asked until it tells. */
    @Override
    public Count count() {
      return part.map(Progress::count)
          .orElseGet(() -> Count.of("methods", before(), 0, all(), Duration.ZERO));
    }

    /** The method, its place among all, and how far it has come. */
    @Override
    public String toString() {
      String method = "%s, %s of %s methods".formatted(asked, before() + 1, all());
      return part.map(p -> method + ": " + p).orElse(method);
    }
  }

  /**
   * Asks every estimator, until the listener or an interrupt stops it: then it ends with those that
   * have answered. The listener hears a {@link SoFar}, at every answer and while a method is asked.
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
    List<String> methods = estimators.stream().map(MutualInformationEstimator::method).toList();
    for (int k = 0; k < methods.size(); k++) {
      MutualInformationEstimator estimator = estimators.get(k);
      var before = new Comparison(estimates(answers), refusals, List.of());
      List<String> left = methods.subList(k + 1, methods.size());
      Function<Optional<Progress>, SoFar> soFar =
          part -> new SoFar(before, estimator.method(), left, part);
      options.progress().progress(soFar.apply(Optional.empty()));
      ProgressListener told = options.progress().told(part -> soFar.apply(Optional.of(part)));
      try {
        Estimate estimate =
            Work.attended(
                told, listener -> estimator.estimate(sample, options.withProgress(listener)));
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
    List<String> explanations = new ArrayList<>();
    boolean chance = options.blockLength() > 1 && ofBlocks(sample, options, explanations);
    if (!chance) {
      explanations.addAll(Disagreement.explain(answers, sample));
    }
    explanations.addAll(stopped);
    return new Comparison(estimates(answers), refusals, explanations);
  }

  /** Whether shuffles of blocks show as much dependence, of which the sentence is added. */
  private static boolean ofBlocks(Sample sample, EstimateOptions options, List<String> sentences) {
    double p =
        IndependenceTest.ofRanks(
                sample.withIndicators(),
                options.withPermutations(SHUFFLES).withProgress(ProgressListener.NONE),
                orders -> new double[orders.size()],
                1)
            .pValue();
    boolean chance = p > LEVEL;
    sentences.add(
        String.format(
            Locale.ROOT,
            chance
                ? "shuffles of blocks of %s rows show as much dependence (p = %.2g): what the"
                    + " methods find may be chance"
                : "shuffles of blocks of %s rows show less dependence (p = %.2g)",
            options.blockLength(),
            p));
    return chance;
  }

  private static List<Estimate> estimates(List<Answer> answers) {
    return answers.stream().map(Answer::estimate).toList();
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
