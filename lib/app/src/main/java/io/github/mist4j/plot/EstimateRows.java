package io.github.mist4j.plot;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Unit;
import io.github.mist4j.plot.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Estimates below each other on one axis, each with its name to the left and a figure to the right.
 *
 * @param left where the axis begins, in percent of the width
 * @param right where it ends
 */
record EstimateRows(double left, double right) {
  private static final int HEIGHT = 24; // pixels, of a row

  /**
   * An estimate.
   *
   * @param name what stands to the left
   * @param estimate empty where it is still to come
   * @param figure what stands to the right
   * @param note what stands below in a row of its own, if anything
   */
  record Row(String name, Optional<Estimate> estimate, String figure, Optional<String> note) {
    Row(String name, Estimate estimate, String figure, Optional<String> note) {
      this(name, Optional.of(estimate), figure, note);
    }

    /** A row whose estimate is still to come. */
    static Row empty(String name, String figure) {
      return new Row(name, Optional.empty(), figure, Optional.empty());
    }
  }

  /** The drawing of some rows. */
  Sketch sketch(String title, String description, List<Row> rows) {
    TickAxis axis = axis(rows);
    int notes = (int) rows.stream().filter(row -> row.note().isPresent()).count();
    int bottom = HEIGHT * (rows.size() + notes) + 6;
    var sketch = new Sketch(bottom + 22, title, description);
    sketch.axis(axis, left, right, 2, bottom, Unit.NATS.symbol());
    int place = 0;
    for (Row row : rows) {
      int y = HEIGHT * place++ + HEIGHT / 2 + 2;
      sketch.text(0, y + 4, Anchor.START, row.name());
      row.estimate()
          .flatMap(Estimate::interval)
          .ifPresent(i -> sketch.interval(at(axis, i.lower()), at(axis, i.upper()), y));
      row.estimate().ifPresent(e -> sketch.dot(at(axis, e.value()), y));
      sketch.text(100, y + 4, Anchor.END, row.figure());
      if (row.note().isPresent()) {
        sketch.text(2, HEIGHT * place++ + 12, Anchor.START, row.note().get());
      }
    }
    return sketch;
  }

  private static TickAxis axis(List<Row> rows) {
    var shown = new ArrayList<Double>();
    for (Estimate estimate : rows.stream().flatMap(row -> row.estimate().stream()).toList()) {
      shown.add(estimate.value());
      estimate.interval().ifPresent(i -> shown.addAll(List.of(i.lower(), i.upper())));
    }
    return TickAxis.holding(shown.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double at(TickAxis axis, double value) {
    return left + (right - left) * axis.position(value);
  }
}
