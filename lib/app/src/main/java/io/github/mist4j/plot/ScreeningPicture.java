package io.github.mist4j.plot;

import io.github.mist4j.plot.EstimateRows.Row;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import java.util.List;
import java.util.Optional;

/** What each column says about a target, below each other. */
final class ScreeningPicture {
  /** More rows make no picture that is looked at; a table has them all. */
  static final int MOST_ROWS = 40;

  private static final EstimateRows ROWS = new EstimateRows(40, 90);
  private static final int MOST_LETTERS = 30; // as many as fit to the left of the axis
  private static final int MOST_LETTERS_OF_NOTE = 15; // behind the words of a note
  private static final int MOST_LETTERS_OF_TITLE = 50;

  private ScreeningPicture() {}

  static Sketch of(Screening screening) {
    List<Row> rows =
        screening.features().stream().limit(MOST_ROWS).map(ScreeningPicture::row).toList();
    return ROWS.sketch(
        "Mutual information with " + Figures.shortened(screening.target(), MOST_LETTERS_OF_TITLE),
        screening.toString().replace("\n", "; "),
        rows);
  }

  /** What stands under the title. */
  static String note(Screening screening) {
    int all = screening.features().size();
    return "nats, with their intervals; q is the false discovery rate"
        + (all > MOST_ROWS ? "; the %s most telling of %s columns".formatted(MOST_ROWS, all) : "");
  }

  /** The figure of every row is its estimate; what qualifies it stands below. */
  private static Row row(Screening.Feature feature) {
    return new Row(
        Figures.shortened(feature.name(), MOST_LETTERS),
        feature.estimate(),
        Figures.amount(feature.estimate().value()),
        feature.qValue() > Pairwise.LEVEL
            ? Optional.of("↳ may be chance, q = " + Figures.small(feature.qValue()))
            : feature
                .redundant()
                .map(other -> "↳ may repeat " + Figures.shortened(other, MOST_LETTERS_OF_NOTE)));
  }
}
