package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Unit;
import java.util.ArrayList;
import java.util.List;

/** A comparison of estimators: a line for each on one axis, then why they disagree. */
final class ComparisonCard {
  private static final int ROW = 24; // pixels
  private static final double LEFT = 26; // percent; the names stand to the left
  private static final double RIGHT = 88; // the values to the right

  private ComparisonCard() {}

  static String html(Comparison comparison) {
    var html = new StringBuilder();
    html.append("<div class=\"mist-card\" style=\"max-width: 640px; line-height: 1.45\">\n");
    html.append(picture(comparison).image());
    html.append("<ul style=\"margin: 0; padding-left: 18px\">\n");
    comparison.explanations().forEach(e -> item(html, e));
    comparison.refusals().forEach((method, reason) -> item(html, method + " refuses: " + reason));
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

  private static void item(StringBuilder html, String sentence) {
    html.append("<li>").append(Html.escape(sentence)).append("</li>\n");
  }

  static Svg picture(Comparison comparison) {
    List<Estimate> estimates = comparison.estimates();
    var shown = new ArrayList<Double>();
    for (Estimate e : estimates) {
      shown.add(e.value());
      e.interval().ifPresent(i -> shown.addAll(List.of(i.lower(), i.upper())));
    }
    Axis axis = Axis.holding(shown.stream().mapToDouble(Double::doubleValue).toArray());
    int bottom = ROW * estimates.size() + 6;
    var svg =
        new Svg(
            bottom + 22,
            "Mutual information by several methods",
            String.join("; ", estimates.stream().map(Estimate::summary).toList()));
    svg.axis(axis, LEFT, RIGHT, 2, bottom, Unit.NATS.symbol());
    int decimals = estimates.stream().mapToInt(e -> Figures.decimals(e.value())).min().orElse(2);
    for (int k = 0; k < estimates.size(); k++) {
      Estimate e = estimates.get(k);
      int y = ROW * k + ROW / 2 + 2;
      svg.text(0, y + 4, "start", e.method());
      e.interval().ifPresent(i -> svg.interval(place(axis, i.lower()), place(axis, i.upper()), y));
      svg.dot(place(axis, e.value()), y);
      svg.text(100, y + 4, "end", Figures.fixed(e.value(), Math.max(2, decimals)));
    }
    return svg;
  }

  private static double place(Axis axis, double value) {
    return LEFT + (RIGHT - LEFT) * axis.position(value);
  }
}
