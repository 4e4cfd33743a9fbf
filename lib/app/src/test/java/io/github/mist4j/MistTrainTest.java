package io.github.mist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Mixture;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.Progress.Count;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.training.Training;
import io.github.mist4j.training.TrainingCurve;
import io.github.mist4j.training.TrainingOptions;
import io.github.mist4j.training.TrainingProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MistTrainTest {
  private static final Mixture SMALL =
      MetaDistribution.of("small", Families.named("multi_normal-dense"))
          .withShapes(new Shapes(10, 40, 2, 0.5));
  private static final TrainingOptions SHORT =
      TrainingOptions.withDefaults().withDatasets(20 * 64).withThreads(2);

  @TempDir private static Path ofWhole;
  private static Training whole;

  @TempDir private Path folder;

  @BeforeAll
  static void trainWhole() {
    whole = Mist.train(SMALL, SHORT, ofWhole.resolve("whole.mist"));
  }

  @Test
  @DisplayName("stopped, a training ends with a model; the same call goes on to the same end")
  void stoppedTrainingsGoOn() {
    assertThat(whole.ended()).startsWith("done with 1,280 of 1,280 datasets; the best model is");
    Path file = folder.resolve("parts.mist");
    var curves = new ArrayList<TrainingCurve>();
    ProgressListener stopsAfterSeven =
        ProgressListener.of(TrainingCurve.class, curves::add).stoppedBy(() -> curves.size() == 7);
    Training part = TestDisplay.showing(stopsAfterSeven, () -> Mist.train(SMALL, SHORT, file));
    assertThat(part.ended())
        .startsWith("stopped after 448 of 1,280 datasets; the best model so far");
    assertThat(curves).hasSize(7).last().isEqualTo(part.curve());
    assertThat(part.curve().shipped()).isPresent();
    Training rest = Mist.train(SMALL, SHORT, file);
    assertThat(rest.ended()).startsWith("done with 1,280 of 1,280 datasets");
    assertThat(rest.model().card().heldOut()).isEqualTo(whole.model().card().heldOut());
    assertThat(rest.toString())
        .contains("held out: loss", "the shipped model on the same datasets");
    assertThat(Pictures.of(rest.curve()).title()).isEqualTo("Training on small");
  }

  @Test
  @DisplayName("another training at the same file is refused in a sentence")
  void anotherTrainingAtTheFileIsRefused() {
    Path file = ofWhole.resolve("whole.mist");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.train(SMALL, SHORT.withSeed(9), file))
        .withMessageContaining("whole.mist.state");
  }

  @Test
  @DisplayName("refining starts from the shipped model and is not far from it after a few steps")
  void refiningStartsFromTheShippedModel() {
    Training training = Mist.fineTune(SMALL, SHORT, folder.resolve("fine.mist"));
    double before = training.curve().shipped().orElseThrow().loss();
    assertThat(training.model().card().toString()).contains(Checkpoint.shipped().card().name());
    assertThat(training.model().card().heldOut().loss()).isBetween(0.5 * before, 1.3 * before);
  }

  @Test
  @DisplayName("a curve keeps its latest point and stays short")
  void curvesStayShort() {
    var curve = TrainingCurve.empty("any", "the CPU", Optional.empty());
    assertThat(curve.toString()).isEqualTo("before the first step");
    for (int step = 1; step <= 2000; step++) {
      curve =
          curve.with(
              new TrainingProgress(
                  Count.of("datasets", 64L * step, 0, 128_000, Duration.ofSeconds(step)),
                  step,
                  1.0 / step,
                  Optional.empty()));
      assertThat(curve.latest().orElseThrow().step()).isEqualTo(step);
    }
    assertThat(curve.points()).hasSizeLessThanOrEqualTo(401).hasSizeGreaterThan(150);
    assertThat(curve.measured()).isEqualTo(List.of());
  }
}
