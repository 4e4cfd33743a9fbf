package io.github.mist4j.plot;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Locale;
import java.util.SplittableRandom;

/** Pictures of what can be looked at. */
public final class Pictures {
  private static final int ROWS = 1000;

  private Pictures() {}

  /**
   * {@value #ROWS} rows of a distribution, with its mutual information in the title: columns of X
   * against columns of Y, at most four of each, and the margins.
   *
   * @param seed draws the rows
   */
  public static Picture of(Distribution law, long seed) {
    double error = law.mutualInformationError();
    String title =
        String.format(
            Locale.ROOT,
            "%d × %d columns, MI = %.3f nats%s",
            law.dx(),
            law.dy(),
            law.mutualInformation(),
            error > 0 ? String.format(Locale.ROOT, " ± %.1g", error) : "");
    return SamplePanels.of(law.sample(ROWS, new SplittableRandom(seed)), title);
  }

  /** The rows of a sample: columns of X against columns of Y, at most four of each, and margins. */
  public static Picture of(Sample sample) {
    return SamplePanels.of(
        sample, "%d rows, %d × %d columns".formatted(sample.n(), sample.dx(), sample.dy()));
  }
}
