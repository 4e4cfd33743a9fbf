package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.List;

/** A comparison of estimators: a line for each on one axis, then why they disagree. */
final class ComparisonCard {
  private ComparisonCard() {}

  /**
   * While methods are asked: what has been answered, and how far the one that is asked has come.
   */
  static String html(Comparison.SoFar soFar) {
    return "<div class=\"mist-card\" style=\"max-width: 640px; line-height: 1.45\">\n%s%s</div>\n"
        .formatted(Html.image(Pictures.of(soFar)), TrainingCard.html(soFar));
  }

  /** What every method warns of: it is of the sample. */
  private static List<String> warningsOfAll(Comparison comparison) {
    List<Estimate> estimates = comparison.estimates();
    return estimates.get(0).warnings().stream()
        .filter(w -> estimates.stream().allMatch(e -> e.warnings().contains(w)))
        .map(Warning::sentence)
        .toList();
  }

  static String html(Comparison comparison) {
    var html = new StringBuilder();
    html.append("<div class=\"mist-card\" style=\"max-width: 640px; line-height: 1.45\">\n");
    html.append(Html.image(Pictures.of(comparison)));
    html.append("<ul style=\"margin: 0; padding-left: 18px\">\n");
    html.append(Html.items(comparison.explanations()));
    html.append(Html.items(warningsOfAll(comparison)));
    List<String> refusals = new ArrayList<>();
    comparison.refusals().forEach((method, why) -> refusals.add(method + " refuses: " + why));
    html.append(Html.items(refusals));
    Estimate first = comparison.estimates().get(0);
    return html.append("</ul>\n<p style=\"margin: 8px 0 0; opacity: 0.7\">")
        .append(
            "%s rows, %s of X, %s of Y"
                .formatted(
                    first.n(),
                    Figures.count(first.dx(), "column"),
                    Figures.count(first.dy(), "column")))
        .append("</p>\n</div>\n")
        .toString();
  }
}
