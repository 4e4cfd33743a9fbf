package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.sample.Warning;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DistributionCardTest {
  private static final Distribution LAW =
      new Normal(Dispersion.dense(1, 1, 0.75))
          .transformed(Transform.monotone("<cube>", x -> x * x * x));

  @Test
  void aDistributionIsShownInWordsAndAsAPictureThatNeedsNoNetwork() {
    assertThat(DistributionCard.html(LAW))
        .contains("columns &lt;cube&gt;")
        .contains("alt=\"1 × 1 columns, MI = 0.413 nats\"")
        .contains("src=\"data:image/png;base64,iVBOR")
        .doesNotContain("<cube>", "http");
    assertThat(DistributionCard.text(LAW)).startsWith("0.4133 nats, normal, 1 x 1 columns");
  }

  @Test
  void aSampleIsShownWithItsWarnings() {
    var sample =
        LAW.sample(30, new SplittableRandom(1))
            .withWarning(new Warning(Warning.Kind.ROWS_DROPPED, "2 rows < dropped"));
    assertThat(DistributionCard.html(sample))
        .contains("2 rows &lt; dropped")
        .contains("alt=\"30 rows, 1 × 1 columns\"");
  }
}
