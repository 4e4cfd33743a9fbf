package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Interval;
import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.plot.Xml;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.Selection;
import java.util.List;
import java.util.Optional;

/** What was asked of a whole table: all pairs as a map, features of a target as a list. */
final class TableCards {
  private static final int MOST_PAIRS = 500; // 60 KB of a page

  private TableCards() {}

  static String html(Pairwise pairwise) {
    var html = new StringBuilder("<div style=\"max-width: 1180px\">\n");
    html.append(Html.image(Pictures.of(pairwise)));
    html.append(
        "<details><summary>%s of %s pairs are dependent at a false discovery rate of 5%%</summary>\n"
            .formatted(pairwise.dependent().size(), pairwise.pairs().size()));
    html.append(
        Html.table(
            List.of("column", "column", "rows", "nats", "p", "q"),
            2,
            pairwise.strongest().stream()
                .limit(MOST_PAIRS)
                .map(pair -> cells(pairwise, pair))
                .toList()));
    if (pairwise.pairs().size() > MOST_PAIRS) {
      html.append(
          "<p>The %s strongest are shown; <code>save(Path.of(\"pairs.csv\"))</code> writes all.</p>\n"
              .formatted(MOST_PAIRS));
    }
    html.append("</details>\n");
    return notes(html, pairwise.notes()).append("</div>\n").toString();
  }

  private static List<String> cells(Pairwise pairwise, Pairwise.Pair pair) {
    return List.of(
        pairwise.columns().get(pair.a()),
        pairwise.columns().get(pair.b()),
        Integer.toString(pair.n()),
        Figures.fixed(pair.value(), 3),
        Figures.small(pair.pValue()),
        Figures.small(pair.qValue()));
  }

  static String html(Screening screening) {
    var html = new StringBuilder("<div style=\"max-width: 700px; line-height: 1.45\">\n");
    html.append("<p style=\"margin: 0 0 6px\">What each column alone says about <strong>");
    html.append(Xml.escape(screening.target())).append("</strong></p>\n");
    if (!screening.features().isEmpty()) {
      html.append(Html.image(Pictures.of(screening)));
      html.append(
          "<p style=\"margin: 0 0 6px; opacity: 0.7\">Dot: the estimate, nats. Line: its"
              + " interval.</p>\n");
      html.append(
          "<details><summary>All %s as a table</summary>\n"
              .formatted(Figures.count(screening.features().size(), "column")));
      html.append(
          Html.table(
              List.of("column", "may repeat", "rows", "nats", "from", "to", "p", "q"),
              2,
              screening.features().stream().map(TableCards::cells).toList()));
      html.append("</details>\n");
    }
    return notes(html, screening.notes()).append("</div>\n").toString();
  }

  private static List<String> cells(Screening.Feature feature) {
    Optional<Interval> interval = feature.estimate().interval();
    return List.of(
        feature.name(),
        feature.redundant().orElse(""),
        Integer.toString(feature.estimate().n()),
        Figures.fixed(feature.estimate().value(), 3),
        interval.map(i -> Figures.fixed(i.lower(), 3)).orElse("–"),
        interval.map(i -> Figures.fixed(i.upper(), 3)).orElse("–"),
        Figures.small(feature.pValue()),
        Figures.small(feature.qValue()));
  }

  static String html(Selection selection) {
    var html = new StringBuilder("<div style=\"max-width: 700px; line-height: 1.45\">\n");
    html.append("<p style=\"margin: 0 0 6px\">The columns that together say most about <strong>");
    html.append(Xml.escape(selection.target())).append("</strong></p>\n");
    if (!selection.steps().isEmpty()) {
      html.append(Html.image(Pictures.of(selection)));
    }
    return notes(html, selection.notes()).append("</div>\n").toString();
  }

  private static StringBuilder notes(StringBuilder html, List<String> notes) {
    if (notes.isEmpty()) {
      return html;
    }
    html.append("<ul style=\"margin: 8px 0 0; padding-left: 18px; opacity: 0.8\">\n");
    return html.append(Html.items(notes)).append("</ul>\n");
  }
}
