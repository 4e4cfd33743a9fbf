package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;

import io.github.mist4j.Mist;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.model.Checkpoint;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.SplittableRandom;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class IJavaCardsTest {

  @Test
  @DisplayName("the original IJava's renderer shows the same cards as JJava's")
  void cardsAreTheSameInBothKernels() {
    var law = new Normal(Dispersion.dense(1, 1, 0.5));
    Estimate estimate = Mist.estimate(law.sample(50, new SplittableRandom(1)));
    var theirs = new io.github.spencerpark.jupyter.kernel.display.Renderer();
    IJavaCards.register(theirs);
    var ours = new Renderer();
    Cards.registerAll(new JJavaRegistry(ours));
    for (Object value : List.of(estimate, law, Checkpoint.shipped().card())) {
      var shown = theirs.render(value);
      var expected = ours.render(value);
      String html = (String) shown.getData(MIMEType.TEXT_HTML);
      assertThat(html).contains("<").isEqualTo(expected.getData(TEXT_HTML));
      assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo(expected.getData(TEXT_PLAIN));
    }
  }
}
