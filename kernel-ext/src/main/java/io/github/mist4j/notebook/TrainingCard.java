package io.github.mist4j.notebook;

import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.plot.Xml;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.training.Training;
import io.github.mist4j.training.TrainingCurve;
import java.util.List;

/** A training while it goes on, and when it has ended. */
final class TrainingCard {
  private TrainingCard() {}

  static String html(Progress progress) {
    return """
    <progress value="%s" max="%s" style="width: 260px"></progress> %s
    """
        .formatted(
            progress.count().done(), progress.count().total(), Xml.escape(progress.toString()));
  }

  static String html(TrainingCurve curve) {
    String words =
        "%s; on %s; the stop button ends it with the best model so far"
            .formatted(curve, curve.device());
    String picture = curve.latest().isEmpty() ? "" : Html.image(Pictures.of(curve));
    return "<div style=\"max-width: 700px\">\n%s<p style=\"margin: 4px 0\">%s</p>\n</div>\n"
        .formatted(picture, Xml.escape(words));
  }

  static String html(Training training) {
    var html = new StringBuilder("<div style=\"max-width: 700px; line-height: 1.45\">\n");
    if (training.curve().latest().isPresent()) {
      html.append(Html.image(Pictures.of(training.curve())));
    }
    html.append("<p style=\"margin: 4px 0\">")
        .append(Xml.escape(training.ended()))
        .append("</p>\n");
    html.append("<table>\n<thead><tr>");
    for (String heading :
        List.of("on the same held-out datasets", "loss", "MSE", "mean |error|", "covered")) {
      html.append(Html.cell("th", heading, "left"));
    }
    html.append("</tr></thead>\n<tbody>\n");
    training.curve().shipped().ifPresent(error -> row(html, "shipped model", error));
    row(html, "this model", training.model().card().heldOut());
    return html.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static void row(StringBuilder html, String name, HeldOutError error) {
    html.append("<tr>").append(Html.cell("td", name, "left"));
    for (String figure :
        List.of(
            Figures.fixed(error.loss(), 3),
            Figures.fixed(error.all().meanSquaredError(), 3),
            Figures.fixed(error.all().meanAbsoluteError(), 3),
            Figures.percent(error.all().coverage().orElseThrow(), 0))) {
      html.append(Html.cell("td", figure, "right"));
    }
    html.append("</tr>\n");
  }
}
