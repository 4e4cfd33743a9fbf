package io.github.mist4j.plot;

import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.plot.EstimateRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What several estimators say of one sample, below each other. */
final class ComparisonPicture {
  private static final double AXIS = 26; // percent of the width, for names without options
  private static final double LETTER = 1.1; // percent of the width
  private static final double FARTHEST = 60;

  private ComparisonPicture() {}

  static Sketch of(Comparison comparison) {
    return of(comparison, List.of());
  }

  /** The same with rows that are still to come, the one that is asked now first. */
  static Sketch of(Comparison comparison, List<String> toCome) {
    List<Estimate> estimates = comparison.estimates();
    int decimals = estimates.stream().mapToInt(e -> Figures.decimals(e.value())).min().orElse(2);
    var rows = new ArrayList<Row>();
    for (Estimate e : estimates) {
      String figure = Figures.fixed(e.value(), Math.max(2, decimals));
      rows.add(new Row(e.method(), e, figure, Optional.empty()));
    }
    for (String method : toCome) {
      rows.add(Row.empty(method, method.equals(toCome.get(0)) ? "…" : ""));
    }
    int longest = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    double left = Math.min(FARTHEST, Math.max(AXIS, LETTER * longest));
    return new EstimateRows(left, 88)
        .sketch(
            "Mutual information by several methods",
            String.join("; ", estimates.stream().map(Estimate::summary).toList()),
            rows);
  }
}
