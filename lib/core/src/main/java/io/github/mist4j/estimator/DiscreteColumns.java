package io.github.mist4j.estimator;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A warning for columns that methods for continuous data are not made for. */
final class DiscreteColumns {
  private static final double MANY_TIES = 0.5;

  private DiscreteColumns() {}

  /** A warning for each column of which most values stand more than once. */
  static List<Warning> of(Sample sample) {
    double[][] columns = SampleColumns.of(sample);
    return IntStream.range(0, columns.length)
        .parallel()
        .filter(c -> Ranks.tiedShare(columns[c]) > MANY_TIES)
        .mapToObj(c -> warning(SampleColumns.name(sample, c), columns[c]))
        .toList();
  }

  private static Warning warning(String name, double[] column) {
    return new Warning(
        Warning.Kind.MANY_TIES,
        String.format(
            Locale.ROOT,
            "column '%s' has many ties, about %.0f levels; the method is made for continuous"
                + " columns",
            name,
            Ranks.effectiveLevels(column)));
  }
}
