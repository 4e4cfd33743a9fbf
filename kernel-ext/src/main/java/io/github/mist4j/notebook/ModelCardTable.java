package io.github.mist4j.notebook;

import io.github.mist4j.training.HeldOutError;
import io.github.mist4j.training.ModelCard;
import java.util.Locale;

/** A model card as a notebook shows it: how it was made, and its errors on held-out datasets. */
final class ModelCardTable {
  private ModelCardTable() {}

  static String html(ModelCard card) {
    var html = new StringBuilder();
    html.append("<div class='mist4j'>").append(Theme.STYLE);
    html.append("<div class='mist4j-value'><b>")
        .append(Html.escape(card.name()))
        .append("</b></div>");
    html.append("<table class='mist4j-facts'>");
    row(html, "network", String.format(Locale.ROOT, "%,d weights", card.weights()));
    row(html, "trained on", card.trainingDistribution());
    row(
        html,
        "range",
        "%d to %d rows, 1 to %d columns a side"
            .formatted(card.range().minRows(), card.range().maxRows(), card.range().maxColumns()));
    row(
        html,
        "training",
        String.format(
            Locale.ROOT,
            "%,d datasets in %.0f minutes, seed %d",
            card.datasets(),
            card.minutes(),
            card.options().seed()));
    row(html, "made by", "mist4j %s on %s".formatted(card.library(), card.date()));
    html.append("</table>");
    addErrors(html, card.heldOut());
    return html.append("</div>").toString();
  }

  private static void addErrors(StringBuilder html, HeldOutError heldOut) {
    html.append("<table class='mist4j-facts'><tr>");
    for (String head :
        new String[] {
          "held-out datasets",
          "count",
          "MSE (nats²)",
          "mean |error| (nats)",
          "bias",
          "90% intervals hold"
        }) {
      html.append("<th>").append(head).append("</th>");
    }
    html.append("</tr>");
    for (HeldOutError.Row row : heldOut.rows()) {
      html.append("<tr><td>").append(Html.escape(row.label())).append("</td>");
      number(html, Integer.toString(row.count()));
      number(html, Figures.fixed(row.meanSquaredError(), 3));
      number(html, Figures.fixed(row.meanAbsoluteError(), 3));
      number(html, Figures.fixed(row.bias(), 3));
      number(html, Figures.fixed(100 * row.coverage(), 1) + "%");
      html.append("</tr>");
    }
    html.append("</table>");
  }

  private static void number(StringBuilder html, String text) {
    html.append("<td class='mist4j-number'>").append(text).append("</td>");
  }

  private static void row(StringBuilder html, String label, String fact) {
    html.append("<tr><th>").append(label).append("</th><td>");
    html.append(Html.escape(fact)).append("</td></tr>");
  }
}
