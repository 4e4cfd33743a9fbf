package io.github.mist4j.plot;

import io.github.mist4j.bound.LowerBound;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.plot.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * An estimate on an axis: zero, the interval as a line with caps, the value as a dot, what it is at
 * least as a bar on the axis and, shaded, where the estimates of shuffled rows fall; below, how
 * networks learnt that were fitted to the sample.
 */
final class EstimatePicture {
  private static final double LEFT = 2; // percent; room for half a dot on both sides
  private static final double RIGHT = 98;
  private static final int GAP = 14; // pixels, above how networks learnt

  private final Estimate estimate;
  private final TickAxis axis;
  private final int top; // the plot's upper edge, under the band's label where there is one
  private final int bottom; // the axis

  private EstimatePicture(Estimate estimate, TickAxis axis) {
    this.estimate = estimate;
    this.axis = axis;
    this.top = estimate.independence().isPresent() ? 18 : 4;
    this.bottom = top + 34;
  }

  static Sketch of(Estimate estimate) {
    var shown = new ArrayList<Double>(List.of(estimate.value()));
    estimate.interval().ifPresent(i -> shown.addAll(List.of(i.lower(), i.upper())));
    estimate.independence().ifPresent(t -> shown.addAll(List.of(t.bandLower(), t.bandUpper())));
    estimate.atLeast().ifPresent(b -> shown.add(b.value()));
    return new EstimatePicture(
            estimate, TickAxis.holding(shown.stream().mapToDouble(Double::doubleValue).toArray()))
        .sketch();
  }

  private String description() {
    return estimate.summary()
        + estimate.independence().map(EstimatePicture::band).orElse("")
        + (estimate.fits().isEmpty() ? "" : FitPanel.description(estimate));
  }

  private static String band(IndependenceTest test) {
    return "; shuffled rows give %s to %s"
        .formatted(Figures.amount(test.bandLower()), Figures.amount(test.bandUpper()));
  }

  private Sketch sketch() {
    int ownHeight = bottom + 22;
    boolean fitted = !estimate.fits().isEmpty();
    var sketch =
        new Sketch(
            ownHeight + (fitted ? GAP + FitPanel.HEIGHT : 0), "Mutual information", description());
    estimate.independence().ifPresent(test -> band(sketch, test));
    sketch.axis(axis, LEFT, RIGHT, top, bottom, estimate.unit().symbol());
    estimate
        .atLeast()
        .map(LowerBound::value)
        .filter(bound -> bound > 0)
        .ifPresent(bound -> sketch.atLeast(place(0), place(bound), bottom));
    int middle = (top + bottom) / 2;
    estimate.interval().ifPresent(i -> sketch.interval(place(i.lower()), place(i.upper()), middle));
    sketch.dot(place(estimate.value()), middle);
    if (fitted) {
      FitPanel.add(sketch, estimate, ownHeight + GAP);
    }
    return sketch;
  }

  private void band(Sketch sketch, IndependenceTest test) {
    double from = place(test.bandLower());
    double to = place(test.bandUpper());
    sketch.band(from, to, top, bottom);
    double middle = (from + to) / 2;
    if (middle < 20) {
      sketch.text(from, 11, Anchor.START, "if independent");
    } else if (middle > 80) {
      sketch.text(to, 11, Anchor.END, "if independent");
    } else {
      sketch.text(middle, 11, Anchor.MIDDLE, "if independent");
    }
  }

  /** Where a value stands, in percent of the width. */
  private double place(double value) {
    return LEFT + (RIGHT - LEFT) * axis.position(value);
  }
}
