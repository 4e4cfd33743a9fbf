package io.github.mist4j.notebook;

import io.github.mist4j.evaluation.ErrorRow;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.plot.Pictures;
import java.util.List;
import java.util.Locale;

/** An evaluation: pictures of the errors, and the table behind them, which folds out. */
final class EvaluationCard {
  private static final List<String> HEADINGS =
      List.of(
          "method",
          "datasets",
          "answered",
          "refused",
          "MSE",
          "mean |error|",
          "bias",
          "covered",
          "ms");

  private EvaluationCard() {}

  static String html(Evaluation evaluation) {
    var html = new StringBuilder("<div style=\"max-width: 1180px\">\n");
    html.append(Html.image(Pictures.of(evaluation, List.of())));
    html.append("<details><summary>Table, nats</summary>\n");
    html.append("<div style=\"overflow: auto; max-height: 420px\">\n<table>\n<thead><tr>");
    HEADINGS.forEach(heading -> cell(html, "th", heading, heading.equals("method")));
    html.append("</tr></thead>\n<tbody>\n");
    for (ErrorRow row : evaluation.errors().rows()) {
      html.append("<tr>");
      cell(html, "td", row.method(), true);
      cell(html, "td", row.group(), true);
      cell(html, "td", Integer.toString(row.count() - row.refused()), false);
      cell(html, "td", Integer.toString(row.refused()), false);
      cell(html, "td", number(row.meanSquaredError(), 4), false);
      cell(html, "td", number(row.meanAbsoluteError(), 4), false);
      cell(html, "td", number(row.bias(), 4), false);
      cell(
          html,
          "td",
          row.coverage().isPresent() ? number(100 * row.coverage().getAsDouble(), 1) + "%" : "–",
          false);
      cell(html, "td", number(1000 * row.seconds(), 2), false);
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>\n</div>\n</details>\n</div>\n").toString();
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static void cell(StringBuilder html, String tag, String text, boolean words) {
    html.append(Html.cell(tag, text, words ? "left" : "right"));
  }
}
