package io.github.mist4j.plot;

import io.github.mist4j.plot.EstimateRows.Row;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import java.util.List;

/** What each column says about a target, below each other. */
final class ScreeningPicture {
  private static final EstimateRows ROWS = new EstimateRows(38, 86);
  private static final int MOST_LETTERS = 26; // as many as fit to the left of the axis

  private ScreeningPicture() {}

  static Sketch of(Screening screening) {
    List<Row> rows = screening.features().stream().map(ScreeningPicture::row).toList();
    return ROWS.sketch(
        "Mutual information with " + screening.target(),
        screening.toString().replace("\n", "; "),
        rows);
  }

  private static Row row(Screening.Feature feature) {
    return new Row(
        Figures.shortened(feature.name(), MOST_LETTERS),
        feature.estimate(),
        feature.qValue() <= Pairwise.LEVEL
            ? Figures.amount(feature.estimate().value())
            : "q = " + Figures.small(feature.qValue()),
        feature
            .redundant()
            .map(other -> "↳ says more about " + Figures.shortened(other, MOST_LETTERS)));
  }
}
