package io.github.mist4j.notebook;

import io.github.mist4j.evaluation.ErrorTable;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.suite.BenchmarkTable;
import java.util.List;

/**
 * An evaluation or benchmark: pictures of the errors, and the table behind them, which folds out.
 */
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
    return html(Pictures.of(evaluation, List.of()), evaluation.errors());
  }

  static String html(BenchmarkTable table) {
    return html(Pictures.of(table), table.errors());
  }

  private static String html(Picture picture, ErrorTable errors) {
    var html = new StringBuilder("<div style=\"max-width: 1180px\">\n");
    html.append(Html.image(picture));
    html.append("<details><summary>Table, nats</summary>\n");
    html.append(
        Html.table(HEADINGS, 2, errors.rows().stream().map(EvaluationCard::cells).toList()));
    return html.append("</details>\n</div>\n").toString();
  }

  private static List<String> cells(ErrorTable.Row row) {
    return List.of(
        row.method(),
        row.group(),
        Integer.toString(row.count() - row.refused()),
        Integer.toString(row.refused()),
        Figures.fixed(row.errors().meanSquaredError(), 4),
        Figures.fixed(row.errors().meanAbsoluteError(), 4),
        Figures.fixed(row.errors().bias(), 4),
        row.errors().coverage().isPresent()
            ? Figures.percent(row.errors().coverage().getAsDouble(), 1)
            : "–",
        Figures.fixed(1000 * row.seconds(), 2));
  }
}
