package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Why estimators disagree: which assumption of theirs the sample breaks, in words. */
final class Disagreement {
  private static final String UNEXPLAINED =
      "no assumption that the sample could show to be broken explains it";
  private static final double FINE = 0.25; // standard deviations, of a neighbour
  private static final int NEIGHBOURS = 4; // whose distance stands for all
  private static final double STRONG = 4.5; // standard errors, the largest of many
  private static final double OUTLYING = 10; // standard deviations, of a value

  private final Sample sample;
  private final Estimate first;
  private Optional<PairShape> shape;

  private Disagreement(Sample sample, Estimate first) {
    this.sample = sample;
    this.first = first;
  }

  /** One sentence for each method that disagrees with the first, or that all agree. */
  static List<String> explain(List<Estimate> estimates, Sample sample) {
    Estimate first = estimates.get(0);
    var disagreement = new Disagreement(sample, first);
    var sentences = new ArrayList<String>();
    for (Estimate other : estimates.subList(1, estimates.size())) {
      if (Comparison.disagree(first, other)) {
        sentences.add(disagreement.sentence(other));
      }
    }
    if (sentences.isEmpty()) {
      sentences.add(
          estimates.size() == 1
              ? "only one method answered"
              : "all methods agree within their intervals");
    }
    first.warnings().stream()
        .filter(w -> !sample.warnings().contains(w))
        .forEach(w -> sentences.add("%s warns: %s".formatted(first.method(), w)));
    return sentences;
  }

  private String sentence(Estimate other) {
    double gap = other.value() - first.value();
    String reason = ownWarning(other, gap < 0).orElseGet(() -> reason(other.method(), gap));
    return String.format(
        Locale.ROOT,
        "%s says %.2f nats %s than %s: %s",
        other.method(),
        Math.abs(gap),
        gap < 0 ? "less" : "more",
        first.method(),
        reason);
  }

  /** What the method itself warns of; ties, which raise its value, do not explain a lower one. */
  private Optional<String> ownWarning(Estimate other, boolean less) {
    return other.warnings().stream()
        .filter(w -> !less || w.kind() != Warning.Kind.MANY_TIES)
        .filter(w -> w.kind() != Warning.Kind.NO_INTERVAL && !sample.warnings().contains(w))
        .map(Warning::sentence)
        .findFirst();
  }

  private String reason(String method, double gap) {
    boolean less = gap < 0;
    return switch (method) {
      case "gaussian-copula" -> less ? notNormal() : UNEXPLAINED;
      case "cca" ->
          less && shape().isPresent()
              ? notNormal()
              : outliers().orElse(less ? notNormal() : UNEXPLAINED);
      case "ksg", "ksg2" -> outliers().orElseGet(() -> neighbours(less));
      case "histogram", "histogram-adaptive" ->
          less
              ? "it loses what varies within a cell, and a cell must hold some rows"
              : "few rows a cell make dependence of chance";
      case "kde" -> outliers().orElseGet(() -> kernels(less));
      default -> UNEXPLAINED;
    };
  }

  /** What correlations of normal scores leave out, with the pair of columns that shows it. */
  private String notNormal() {
    String what =
        shape()
            .map(
                shape ->
                    (shape.curved()
                            ? "'%s' is curved against '%s'"
                            : "the spread of '%s' changes with '%s'")
                        .formatted(
                            SampleColumns.name(sample, shape.response()),
                            SampleColumns.name(sample, shape.predictor())))
            .orElse(
                "what else there is, as groups of rows or columns that act together, does not show"
                    + " in single pairs");
    return "it sees no more than correlations, and " + what;
  }

  /** Looked for once, when first asked for. */
  private Optional<PairShape> shape() {
    if (shape == null) {
      double[][] scores = GaussianCopula.scores(sample, new SplittableRandom(0));
      shape = PairShape.strongest(scores, sample.dx(), STRONG);
    }
    return shape;
  }

  private Optional<String> outliers() {
    String worst = null;
    double most = OUTLYING;
    double[][] columns = SampleColumns.of(sample);
    for (int c = 0; c < columns.length; c++) {
      for (double v : Scaling.standardized(columns[c])) {
        if (Math.abs(v) > most) {
          most = Math.abs(v);
          worst = SampleColumns.name(sample, c);
        }
      }
    }
    String column = worst;
    double far = most;
    return Optional.ofNullable(column)
        .map(
            c ->
                String.format(
                    Locale.ROOT,
                    "it takes the values as they are, and '%s' has one %.0f standard deviations"
                        + " from its mean",
                    c,
                    far));
  }

  private String neighbours(boolean less) {
    double radius = Ksg.typicalRadius(sample, Math.min(NEIGHBOURS, sample.n() - 1));
    if (less && radius > FINE) {
      return String.format(
          Locale.ROOT,
          "what is finer than the %.2f standard deviations to its nearest rows does not show",
          radius);
    }
    return less
        ? UNEXPLAINED
        : "its neighbours are near and assume no shape; the others may miss one";
  }

  private String kernels(boolean less) {
    int d = sample.dx() + sample.dy();
    return less
        ? ("its kernels are as wide as suits one normal cloud in %d columns, and smooth away what"
                + " is finer")
            .formatted(d)
        : "its kernels are narrow for so few rows in %d columns".formatted(d);
  }
}
