package io.github.mist4j.estimator;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A warning for columns that methods for continuous data are not made for. */
final class DiscreteColumns {
  private static final double MANY_TIES = 0.5;

  private DiscreteColumns() {}

  /** A sentence for each column of which most values stand more than once. */
  static List<String> of(Sample sample) {
    var sentences = new ArrayList<String>();
    double[][] columns = Columns.of(sample);
    for (int c = 0; c < columns.length; c++) {
      if (Ranks.tiedShare(columns[c]) > MANY_TIES) {
        sentences.add(
            String.format(
                Locale.ROOT,
                "column '%s' has many ties, about %.0f levels; the method is made for continuous"
                    + " columns",
                Columns.name(sample, c),
                Ranks.effectiveLevels(columns[c])));
      }
    }
    return sentences;
  }
}
