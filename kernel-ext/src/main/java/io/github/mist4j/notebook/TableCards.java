package io.github.mist4j.notebook;

import io.github.mist4j.notebook.EstimateRows.Row;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import java.util.List;

/** What was asked of a whole table: all pairs as a map, features of a target as a list. */
final class TableCards {
  private static final EstimateRows ROWS = new EstimateRows(38, 86);
  private static final int MOST_LETTERS = 26;

  private TableCards() {}

  static String html(Pairwise pairwise) {
    var html = new StringBuilder("<div style=\"max-width: 820px\">\n");
    html.append(Html.image(Pictures.of(pairwise)));
    html.append(
        "<details><summary>%d of %d pairs are dependent at a false discovery rate of 5%%</summary>\n"
            .formatted(pairwise.dependent().size(), pairwise.pairs().size()));
    html.append(
        Html.table(
            List.of("column", "column", "rows", "nats", "p", "q"),
            2,
            pairwise.strongest().stream().map(pair -> cells(pairwise, pair)).toList()));
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
    html.append(Html.escape(screening.target())).append("</strong></p>\n");
    if (!screening.features().isEmpty()) {
      html.append(picture(screening).image());
    }
    return notes(html, screening.notes()).append("</div>\n").toString();
  }

  static Svg picture(Screening screening) {
    List<Row> rows =
        screening.features().stream()
            .map(
                feature ->
                    new Row(
                        shortened(feature.name()),
                        feature.estimate(),
                        feature.qValue() <= Pairwise.LEVEL
                            ? Figures.amount(feature.estimate().value())
                            : "q = " + Figures.small(feature.qValue()),
                        feature.redundant().map(other -> "↳ says more about " + shortened(other))))
            .toList();
    return ROWS.picture(
        "Mutual information with " + screening.target(),
        screening.toString().replace("\n", "; "),
        rows);
  }

  private static String shortened(String name) {
    return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static StringBuilder notes(StringBuilder html, List<String> notes) {
    if (notes.isEmpty()) {
      return html;
    }
    html.append("<ul style=\"margin: 8px 0 0; padding-left: 18px; opacity: 0.8\">\n");
    return html.append(Html.items(notes)).append("</ul>\n");
  }
}
