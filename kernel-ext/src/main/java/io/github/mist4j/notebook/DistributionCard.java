package io.github.mist4j.notebook;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.plot.Xml;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Distributions, distributions over datasets and samples as a notebook shows it: in words and as a
 * picture.
 */
final class DistributionCard {
  private static final int DATASETS = 1000; // of a distribution over datasets
  private static final long SEED = 1; // the same picture whenever the cell is run

  private DistributionCard() {}

  static String text(Distribution law) {
    return String.format(Locale.ROOT, "%.4f nats, %s", law.mutualInformation(), law.describe());
  }

  static String html(Distribution law) {
    return card(law.describe(), Pictures.of(law, SEED));
  }

  static String html(MetaDistribution distribution) {
    return card(distribution.describe(), Pictures.of(distribution, DATASETS, SEED));
  }

  static String html(Sample sample) {
    String words =
        sample.warnings().stream().map(Warning::sentence).collect(Collectors.joining("; "));
    return card(words, Pictures.of(sample));
  }

  private static String card(String words, Picture picture) {
    return "<div style=\"max-width: 740px\">\n<p style=\"margin: 0 0 6px\">%s</p>\n%s</div>\n"
        .formatted(Xml.escape(words), Html.image(picture));
  }
}
