package io.github.mist4j.notebook;

import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.sample.Sample;
import java.util.Base64;
import java.util.Locale;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/**
 * Distributions, distributions over datasets and samples as a notebook shows it: in words and as a
 * picture.
 */
final class DistributionCard {
  private static final int DATASETS = 1000; // of a distribution over datasets
  private static final long SEED = 1; // the same picture whenever the cell is run

  private DistributionCard() {}

  static void register(Renderer renderer) {
    renderer
        .createRegistration(Distribution.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (law, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(law));
              context.renderIfRequested(TEXT_PLAIN, () -> text(law));
            });
    renderer
        .createRegistration(MetaDistribution.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (distribution, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(distribution));
              context.renderIfRequested(TEXT_PLAIN, distribution::describe);
            });
    renderer
        .createRegistration(Sample.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (sample, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html(sample));
              context.renderIfRequested(TEXT_PLAIN, sample::toString);
            });
    renderer
        .createRegistration(Picture.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (picture, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> image(picture));
              context.renderIfRequested(TEXT_PLAIN, picture::toString);
            });
  }

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
    return card(String.join("; ", sample.warnings()), Pictures.of(sample));
  }

  private static String card(String words, Picture picture) {
    return "<div style=\"max-width: 740px\">\n<p style=\"margin: 0 0 6px\">%s</p>\n%s</div>\n"
        .formatted(Html.escape(words), image(picture));
  }

  static String image(Picture picture) {
    return "<img alt=\"%s\" width=\"%d\" style=\"max-width: 100%%\" src=\"data:image/png;base64,%s\">%n"
        .formatted(
            Html.escape(picture.title()),
            picture.image().getWidth() / Picture.SCALE,
            Base64.getEncoder().encodeToString(picture.png()));
  }
}
