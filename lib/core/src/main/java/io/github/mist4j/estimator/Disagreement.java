package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why estimators disagree: which assumption of theirs the sample breaks, in words. */
final class Disagreement {
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
