package io.github.mist4j.plot;

import io.github.mist4j.plot.EstimateRows.Row;
import io.github.mist4j.table.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path of a selection: what the columns say together, one more in each row. */
final class SelectionPicture {
  private static final EstimateRows ROWS = new EstimateRows(38, 86);
  private static final int MOST_LETTERS = 24; // as many as fit to the left of the axis

  private SelectionPicture() {}

  static Sketch of(Selection selection) {
    var rows = new ArrayList<Row>();
    for (Selection.Step step : selection.steps()) {
      String name = Figures.shortened(step.name(), MOST_LETTERS);
      rows.add(
          new Row(
              rows.isEmpty() ? name : "+ " + name,
              step.estimate(),
              "+" + Figures.fixed(step.gain(), 2),
              Optional.empty()));
    }
    return ROWS.sketch(
        "Columns selected for " + selection.target(),
        selection.toString().replace("\n", "; "),
        List.copyOf(rows));
  }
}
