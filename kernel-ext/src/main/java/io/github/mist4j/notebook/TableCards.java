package io.github.mist4j.notebook;

import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.Unit;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.Screening.Feature;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** What was asked of a whole table: all pairs as a map, features of a target as a list. */
final class TableCards {
  private static final int ROW = 24; // pixels
  private static final double LEFT = 38; // percent; the names stand to the left
  private static final double RIGHT = 86; // the values to the right
  private static final int MOST_LETTERS = 26;

  private TableCards() {}

  static void register(Renderer renderer) {
    renderer
        .createRegistration(Pairwise.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (pairwise, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(pairwise));
              context.renderIfRequested(TEXT_PLAIN, pairwise::toString);
            });
    renderer
        .createRegistration(Screening.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (screening, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(screening));
              context.renderIfRequested(TEXT_PLAIN, screening::toString);
            });
  }

  static String html(Pairwise pairwise) {
    var html = new StringBuilder("<div style=\"max-width: 820px\">\n");
    html.append(DistributionCard.image(Pictures.of(pairwise)));
    html.append(
        "<details><summary>%d of %d pairs are dependent at a false discovery rate of 5%%</summary>\n"
            .formatted(pairwise.dependent().size(), pairwise.pairs().size()));
    html.append("<div style=\"overflow: auto; max-height: 420px\">\n<table>\n<thead><tr>");
    html.append("<th>column</th><th>column</th><th>rows</th><th>nats</th><th>p</th><th>q</th>");
    html.append("</tr></thead>\n<tbody>\n");
    for (Pairwise.Pair pair : pairwise.strongest()) {
      html.append("<tr>");
      cell(html, pairwise.columns().get(pair.a()), "left");
      cell(html, pairwise.columns().get(pair.b()), "left");
      cell(html, Integer.toString(pair.n()), "right");
      cell(html, Figures.fixed(pair.value(), 3), "right");
      cell(html, Figures.small(pair.pValue()), "right");
      cell(html, Figures.small(pair.qValue()), "right");
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n</details>\n");
    return notes(html, pairwise.notes()).append("</div>\n").toString();
  }

  static String html(Screening screening) {
    var html = new StringBuilder("<div style=\"max-width: 700px; line-height: 1.45\">\n");
    html.append("<p style=\"margin: 0 0 6px\">What each column alone says about <strong>");
    html.append(Html.escape(screening.target())).append("</strong></p>\n");
    if (!screening.features().isEmpty()) {
      html.append(picture(screening).image());
    }
    return notes(html, screening.notes()).append("</div>\n").toString();
  }

  static Svg picture(Screening screening) {
    List<Feature> features = screening.features();
    var shown = new ArrayList<Double>();
    for (Feature feature : features) {
      Estimate e = feature.estimate();
      shown.add(e.value());
      e.interval().ifPresent(i -> shown.addAll(List.of(i.lower(), i.upper())));
    }
    Axis axis = Axis.holding(shown.stream().mapToDouble(Double::doubleValue).toArray());
    int rows =
        features.size() + (int) features.stream().filter(f -> f.redundant().isPresent()).count();
    int bottom = ROW * rows + 6;
    var svg =
        new Svg(
            bottom + 22,
            "Mutual information with " + screening.target(),
            screening.toString().replace("\n", "; "));
    svg.axis(axis, LEFT, RIGHT, 2, bottom, Unit.NATS.symbol());
    int row = 0;
    for (Feature feature : features) {
      Estimate e = feature.estimate();
      int y = ROW * row++ + ROW / 2 + 2;
      svg.text(0, y + 4, "start", shortened(feature.name()));
      double left = place(axis, e.interval().map(Interval::lower).orElse(e.value()));
      double right = place(axis, e.interval().map(Interval::upper).orElse(e.value()));
      svg.interval(left, right, y);
      svg.dot(place(axis, e.value()), y);
      boolean depends = feature.qValue() <= Pairwise.LEVEL;
      svg.text(
          100,
          y + 4,
          "end",
          depends ? Figures.amount(e.value()) : "q = " + Figures.small(feature.qValue()));
      if (feature.redundant().isPresent()) {
        int below = ROW * row++ + 8;
        svg.text(
            2, below + 4, "start", "↳ says more about " + shortened(feature.redundant().get()));
      }
    }
    return svg;
  }

  private static String shortened(String name) {
    return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static double place(Axis axis, double value) {
    return LEFT + (RIGHT - LEFT) * axis.position(value);
  }

  private static StringBuilder notes(StringBuilder html, List<String> notes) {
    if (notes.isEmpty()) {
      return html;
    }
    html.append("<ul style=\"margin: 8px 0 0; padding-left: 18px; opacity: 0.8\">\n");
    notes.forEach(note -> html.append("<li>").append(Html.escape(note)).append("</li>\n"));
    return html.append("</ul>\n");
  }

  private static void cell(StringBuilder html, String text, String side) {
    html.append("<td style=\"text-align: %s\">%s</td>".formatted(side, Html.escape(text)));
  }
}
