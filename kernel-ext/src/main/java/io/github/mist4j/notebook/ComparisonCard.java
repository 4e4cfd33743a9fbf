package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.notebook.EstimateRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A comparison of estimators: a line for each on one axis, then why they disagree. */
final class ComparisonCard {
  private static final double AXIS = 26; // percent of the width, for names without options
  private static final double LETTER = 1.1; // percent of the width

  private ComparisonCard() {}

  static String html(Comparison comparison) {
    var html = new StringBuilder();
    html.append("<div class=\"mist-card\" style=\"max-width: 640px; line-height: 1.45\">\n");
    html.append(picture(comparison).image());
    html.append("<ul style=\"margin: 0; padding-left: 18px\">\n");
    html.append(Html.items(comparison.explanations()));
    List<String> refusals = new ArrayList<>();
    comparison.refusals().forEach((method, why) -> refusals.add(method + " refuses: " + why));
    html.append(Html.items(refusals));
    Estimate first = comparison.estimates().get(0);
    return html.append("</ul>\n<p style=\"margin: 8px 0 0; opacity: 0.7\">")
        .append(
            "%d rows, %s of X, %s of Y"
                .formatted(
                    first.n(),
                    Figures.count(first.dx(), "column"),
                    Figures.count(first.dy(), "column")))
        .append("</p>\n</div>\n")
        .toString();
  }

  static Svg picture(Comparison comparison) {
    List<Estimate> estimates = comparison.estimates();
    int decimals = estimates.stream().mapToInt(e -> Figures.decimals(e.value())).min().orElse(2);
    List<Row> rows =
        estimates.stream()
            .map(
                e ->
                    new Row(
                        e.method(),
                        e,
                        Figures.fixed(e.value(), Math.max(2, decimals)),
                        Optional.empty()))
            .toList();
    int longest = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    double left = Math.min(60, Math.max(AXIS, LETTER * longest));
    return new EstimateRows(left, 88)
        .picture(
            "Mutual information by several methods",
            String.join("; ", estimates.stream().map(Estimate::summary).toList()),
            rows);
  }
}
