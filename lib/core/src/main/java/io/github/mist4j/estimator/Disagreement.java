package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why estimators disagree: which assumption of theirs the sample breaks, in words. */
final class Disagreement {
  private static final int SEVERAL = 2; // one against one says nothing of who is right
  private static final String UNEXPLAINED =
      "no assumption that the sample could show to be broken explains it";

  private final SampleEvidence evidence;
  private final Estimate first;

  private Disagreement(SampleEvidence evidence, Estimate first) {
    this.evidence = evidence;
    this.first = first;
  }

  /** An estimator and what it says of the sample. */
  record Answer(MutualInformationEstimator estimator, Estimate estimate) {}

  /** One sentence for each method that disagrees with the first, or that all agree. */
  static List<String> explain(List<Answer> answers, Sample sample) {
    Estimate first = answers.get(0).estimate();
    var disagreement = new Disagreement(new SampleEvidence(sample), first);
    var sentences = new ArrayList<String>();
    for (Answer other : answers.subList(1, answers.size())) {
      if (Comparison.disagree(first, other.estimate())) {
        sentences.add(disagreement.sentence(other));
      }
    }
    disagreement.alone(answers.subList(1, answers.size())).ifPresent(s -> sentences.add(0, s));
    if (sentences.isEmpty()) {
      sentences.add(
          answers.size() == 1
              ? "only one method answered"
              : "all methods agree within their intervals");
    }
    first.warnings().stream()
        .filter(w -> !sample.warnings().contains(w))
        .forEach(w -> sentences.add("%s warns: %s".formatted(first.method(), w)));
    return sentences;
  }

  /** That the first stands against all others: no reason of theirs may excuse it then. */
  private Optional<String> alone(List<Answer> others) {
    double[] gaps =
        others.stream().mapToDouble(o -> o.estimate().value() - first.value()).toArray();
    boolean less = Arrays.stream(gaps).allMatch(gap -> gap < 0);
    boolean oneWay = less || Arrays.stream(gaps).allMatch(gap -> gap > 0);
    boolean all = others.stream().allMatch(o -> Comparison.disagree(first, o.estimate()));
    if (others.size() < SEVERAL || !oneWay || !all) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s stands alone: all %d other methods say %s, %.2f to %.2f nats; it may be the one"
                + " that is wrong, whatever is said of the others below",
            first.method(),
            gaps.length,
            less ? "less" : "more",
            first.value() + Arrays.stream(gaps).min().orElseThrow(),
            first.value() + Arrays.stream(gaps).max().orElseThrow()));
  }

  private String sentence(Answer other) {
    double gap = other.estimate().value() - first.value();
    boolean less = gap < 0;
    String reason =
        ownWarning(other.estimate(), less)
            .or(() -> other.estimator().reason(evidence, less))
            .orElse(UNEXPLAINED);
    return String.format(
        Locale.ROOT,
        "%s says %.2f nats %s than %s: %s",
        other.estimate().method(),
        Math.abs(gap),
        less ? "less" : "more",
        first.method(),
        reason);
  }

  /** What the method itself warns of; ties, which raise its value, do not explain a lower one. */
  private Optional<String> ownWarning(Estimate other, boolean less) {
    return other.warnings().stream()
        .filter(w -> !less || w.kind() != Warning.Kind.MANY_TIES)
        .filter(w -> w.kind() != Warning.Kind.NO_INTERVAL)
        .filter(w -> !evidence.sample().warnings().contains(w))
        .map(Warning::sentence)
        .findFirst();
  }
}
