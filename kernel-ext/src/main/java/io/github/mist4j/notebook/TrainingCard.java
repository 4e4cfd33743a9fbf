package io.github.mist4j.notebook;

import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;

import io.github.mist4j.Watcher.Progress;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.training.HeldOutError;
import io.github.mist4j.training.Training;
import io.github.mist4j.training.TrainingCurve;
import java.util.List;
import java.util.Locale;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** A training while it goes on, and when it has ended. */
final class TrainingCard {
  private TrainingCard() {}

  static void register(Renderer renderer) {
    renderer
        .createRegistration(TrainingCurve.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (curve, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(curve));
              context.renderIfRequested(TEXT_PLAIN, curve::toString);
            });
    renderer
        .createRegistration(Training.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (training, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(training));
              context.renderIfRequested(TEXT_PLAIN, training::toString);
            });
    renderer
        .createRegistration(Progress.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (progress, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(progress));
              context.renderIfRequested(TEXT_PLAIN, progress::toString);
            });
  }

  static String html(Progress progress) {
    return """
    <progress value="%d" max="%d" style="width: 260px"></progress> %s
    """
        .formatted(progress.done(), progress.total(), Html.escape(progress.toString()));
  }

  static String html(TrainingCurve curve) {
    String words =
        curve.latest().isEmpty()
            ? "drawing held-out datasets, measuring the shipped model on them"
            : curve + "; on the CPU; the stop button ends it with the best model so far";
    String picture = curve.latest().isEmpty() ? "" : DistributionCard.image(Pictures.of(curve));
    return "<div style=\"max-width: 700px\">\n%s<p style=\"margin: 4px 0\">%s</p>\n</div>\n"
        .formatted(picture, Html.escape(words));
  }

  static String html(Training training) {
    var html = new StringBuilder("<div style=\"max-width: 700px; line-height: 1.45\">\n");
    if (training.curve().latest().isPresent()) {
      html.append(DistributionCard.image(Pictures.of(training.curve())));
    }
    html.append("<p style=\"margin: 4px 0\">")
        .append(Html.escape(training.ended()))
        .append("</p>\n");
    html.append("<table>\n<thead><tr>");
    for (String heading :
        List.of("on the same held-out datasets", "loss", "MSE", "mean |error|", "covered")) {
      html.append("<th style=\"text-align: left\">").append(Html.escape(heading)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    training.curve().shipped().ifPresent(error -> row(html, "shipped model", error));
    row(html, "this model", training.model().card().heldOut());
    return html.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static void row(StringBuilder html, String name, HeldOutError error) {
    html.append("<tr><td style=\"text-align: left\">").append(name).append("</td>");
    for (String figure :
        List.of(
            figure(error.loss()),
            figure(error.all().meanSquaredError()),
            figure(error.all().meanAbsoluteError()),
            Math.round(100 * error.all().coverage()) + "%")) {
      html.append("<td style=\"text-align: right\">").append(figure).append("</td>");
    }
    html.append("</tr>\n");
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
