package io.github.mist4j.plot;

import io.github.mist4j.plot.Mark.Anchor;
import io.github.mist4j.sample.Sample;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of two columns of names: a row for each level of one with the shares of the levels of
 * the other in it, as bars, and one of all rows, which all would look like if they were
 * independent.
 */
final class LevelTable {
  private static final int MOST_ROWS = 12; // levels; a longer picture is read as a list
  private static final int MOST_COLUMNS = 6; // of which a bar still shows tenths on a card
  private static final int MOST_ROWS_IN_ORDER = 24; // the hours of a day
  private static final int MOST_COLUMNS_IN_ORDER = 7; // the days of a week
  private static final int ROW = 32; // pixels
  private static final int TOP = 38; // under the headings
  private static final double LEFT = 20; // percent
  private static final double RIGHT = 91;
  private static final double GAP = 1.2; // percent, between columns
  private static final int LETTERS = 16; // of a name, in the place left of the bars
  private static final int ALL_LETTERS = 90; // over all columns

  private final ShownLevels rows;
  private final ShownLevels columns;
  private final int[][] counts; // (rows, columns)

  private LevelTable(ShownLevels rows, ShownLevels columns) {
    this.rows = rows;
    this.columns = columns;
    counts = new int[rows.count()][columns.count()];
    for (int r = 0; r < rows.places().length; r++) {
      counts[rows.places()[r]][columns.places()[r]]++;
    }
  }

  /** Of a sample of two such columns: that of more levels from top to bottom. */
  static Sketch of(Sample sample) {
    boolean upright = levels(sample) >= levels(sample.swapped());
    Sample turned = upright ? sample : sample.swapped();
    return new LevelTable(
            ShownLevels.of(turned, MOST_ROWS, MOST_ROWS_IN_ORDER),
            ShownLevels.of(turned.swapped(), MOST_COLUMNS, MOST_COLUMNS_IN_ORDER))
        .sketch();
  }

  private static int levels(Sample sample) {
    return ShownLevels.of(sample, Integer.MAX_VALUE, Integer.MAX_VALUE).count();
  }

  private String title() {
    return "%s by %s".formatted(columns.column(), rows.column());
  }

  private String description() {
    int[] sums = rows.counts();
    return IntStream.range(0, rows.count())
        .mapToObj(
            row ->
                rows.names().get(row)
                    + ": "
                    + IntStream.range(0, columns.count())
                        .mapToObj(
                            c ->
                                columns.names().get(c)
                                    + " "
                                    + Figures.percent((double) counts[row][c] / sums[row], 0))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", title() + "; ", ""));
  }

  private Sketch sketch() {
    int bottom = TOP + ROW * (rows.count() + 1) + 8;
    var sketch = new Sketch(bottom, title(), description());
    sketch.text(0, 13, Anchor.START, Figures.shortened(rows.column(), LETTERS));
    sketch.text(LEFT, 13, Anchor.START, columns.column() + ", share of the rows of each level");
    sketch.text(100, 13, Anchor.END, "rows");
    int letters = ALL_LETTERS / columns.count();
    for (int c = 0; c < columns.count(); c++) {
      sketch.text(left(c), 32, Anchor.START, Figures.abridged(columns.names().get(c), letters));
    }
    int[] sums = rows.counts();
    for (int row = 0; row < rows.count(); row++) {
      row(sketch, row, rows.names().get(row), counts[row], sums[row]);
    }
    int n = rows.places().length;
    sketch.rule(0, 100, TOP + ROW * rows.count() + 2);
    row(sketch, rows.count(), "all", columns.counts(), n);
    return sketch;
  }

  private double left(int column) {
    return LEFT + (RIGHT - LEFT) * column / columns.count();
  }

  private void row(Sketch sketch, int place, String name, int[] cells, int sum) {
    int top = TOP + ROW * place + (place == rows.count() ? 4 : 0);
    sketch.text(0, top + 16, Anchor.START, Figures.abridged(name, LETTERS));
    for (int c = 0; c < cells.length; c++) {
      double share = (double) cells[c] / sum;
      double width = left(c + 1) - left(c) - GAP;
      sketch.text(left(c), top + 14, Anchor.START, Figures.percent(share, 0));
      sketch.bar(left(c), left(c) + width * share, left(c) + width, top + 22);
    }
    sketch.text(100, top + 16, Anchor.END, Integer.toString(sum));
  }
}
