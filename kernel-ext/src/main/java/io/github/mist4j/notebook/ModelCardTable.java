package io.github.mist4j.notebook;

import io.github.mist4j.model.Errors;
import io.github.mist4j.model.ModelCard;
import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Xml;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A model card in HTML: how the model was made, and a table of its held-out errors. */
final class ModelCardTable {
  private ModelCardTable() {}

  static String html(ModelCard card) {
    var html = new StringBuilder("<div class=\"mist-card\" style=\"max-width: 640px\">\n");
    html.append(Html.definitions(factsOf(card)));
    html.append("<table style=\"margin: 12px 0 0\">\n");
    html.append("<tr><th scope=\"col\">held out</th><th scope=\"col\">datasets</th>");
    html.append("<th scope=\"col\">MSE, nats²</th><th scope=\"col\">mean |error|, nats</th>");
    html.append("<th scope=\"col\">bias</th><th scope=\"col\">in 90% interval</th></tr>\n");
    card.heldOut().rows().forEach(row -> html.append(row(row)));
    return html.append("</table>\n</div>\n").toString();
  }

  private static Map<String, String> factsOf(ModelCard card) {
    var facts = new LinkedHashMap<String, String>();
    card.facts()
        .forEach(
            (name, value) ->
                facts.put(
                    name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value));
    return facts;
  }

  private static String row(Errors row) {
    return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
        .formatted(
            Xml.escape(row.group()),
            row.count(),
            Figures.fixed(row.meanSquaredError(), 3),
            Figures.fixed(row.meanAbsoluteError(), 3),
            Figures.fixed(row.bias(), 3),
            Figures.percent(row.coverage().orElseThrow(), 1));
  }
}
