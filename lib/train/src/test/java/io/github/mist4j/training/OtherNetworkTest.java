package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that another library brings is trained, saved, opened and resumed like ours. */
final class OtherNetworkTest {
  private static final Preset PRESET = Presets.named("line");
  private static final MetaDistribution SMALL = PRESET.distribution();
  private static final TrainingOptions OPTIONS =
      PRESET.options().withDatasets(128 * 60).withThreads(2);

  /** Draws its held-out datasets and its range once. */
  private static final Trainer SHARED = Trainer.of(SMALL, OPTIONS);

  private static final Sample SAMPLE =
      new Normal(Dispersion.sparse(1, 1, 1, 2)).sample(30, new SplittableRandom(1));

  @TempDir private Path folder;

  @Test
  @DisplayName("it learns; its model carries its name and opens with the same answers")
  void learnsAndOpensAgain() {
    var losses = new ArrayList<Double>();
    Path file = folder.resolve("a.mist");
    Checkpoint made =
        SHARED.start(file, ProgressListener.of(TrainingProgress.class, p -> losses.add(p.loss())));
    assertThat(losses.get(losses.size() - 1)).isLessThan(0.8 * losses.get(0));
    Checkpoint opened = Checkpoint.open(file);
    assertThat(opened.card()).isEqualTo(made.card());
    assertThat(TrainingOptions.of(opened.card())).isEqualTo(OPTIONS);
    assertThat(opened.card().name()).startsWith("line-elliptical-");
    assertThat(opened.card().toString()).contains("network       a polynomial of degree 1");
    Estimate answer = opened.estimator().named("ours").estimate(SAMPLE);
    assertThat(answer.value()).isEqualTo(made.estimator().estimate(SAMPLE).value());
    assertThat(answer.method()).isEqualTo("ours");
  }

  @Test
  @DisplayName("stopped within an epoch and resumed, it ends with the bits of one never stopped")
  void resumedTrainingEndsWithTheSameBits() {
    Checkpoint whole =
        Trainer.of(SMALL, OPTIONS.withThreads(1)).start(folder.resolve("whole.mist"), p -> {});
    Path out = folder.resolve("parts.mist");
    var stop = new AtomicBoolean();
    var listener =
        ProgressListener.of(TrainingProgress.class, p -> stop.set(p.step() == 33))
            .stoppedBy(stop::get);
    SHARED.start(out, listener);
    Checkpoint resumed = Trainer.of(SMALL, OPTIONS).resume(out, p -> {});
    assertThat(resumed.weights()).isEqualTo(whole.weights());
  }

  @Test
  @DisplayName("the schedule changes the weights, so the test above can see it")
  void scheduleMatters() {
    Checkpoint plateau = SHARED.start(folder.resolve("a.mist"), p -> {});
    var steady = OPTIONS.withSchedule(Schedule.plateau(1000, 0, 256));
    Checkpoint never = Trainer.of(SMALL, steady).start(folder.resolve("b.mist"), p -> {});
    assertThat(plateau.weights()).isNotEqualTo(never.weights());
  }

  @Test
  @DisplayName("parts of a gradient that are held a few at a time add up to the same bits")
  void roundsChangeNothing() {
    var learner = Learner.of(OPTIONS.architecture(), OPTIONS.queries());
    float[] weights = learner.initialWeights(new SplittableRandom(1));
    try (var workers = new Workers(2)) {
      var all = new StepGradient(learner, SMALL, OPTIONS, workers);
      var few = new StepGradient(learner, SMALL, OPTIONS, workers, 1);
      assertThat(few.gradient(weights, 3)).isEqualTo(all.gradient(weights, 3));
      assertThat(few.sum()).isEqualTo(all.sum());
    }
  }

  @Test
  @DisplayName("the shipped model is judged on the held-out datasets of another network's training")
  void shippedModelIsJudgedBeside() {
    Trainer trainer = SHARED;
    trainer.start(folder.resolve("a.mist"), p -> {});
    HeldOutError shipped = trainer.heldOutError(Checkpoint.shipped(), p -> {});
    assertThat(shipped)
        .isEqualTo(Trainer.of(SMALL, OPTIONS).heldOutError(Checkpoint.shipped(), p -> {}));
  }

  @Test
  @DisplayName("it does not start from the weights of another kind")
  void refusesWeightsOfAnotherKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainer.of(SMALL, OPTIONS).from(Checkpoint.shipped()))
        .withMessageContaining("LineArchitecture[degree=1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          set-transformer|its network is a 'set-transformer', for which mist4j-deep must be on the class path (install.sh --deep)
          zebra|its network is of kind 'zebra', which no library on the class path knows
          """)
  @DisplayName("a model of a kind that no library knows is refused in one sentence")
  void unknownKindIsRefused(String kind, String sentence) throws IOException {
    Path file = folder.resolve("a.mist");
    Trainer.of(SMALL, OPTIONS.withDatasets(128)).start(file, p -> {});
    rewriteCard(file, "\"kind\" : \"line\"", "\"kind\" : \"%s\"".formatted(kind));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.open(file))
        .withMessage(file + " cannot be opened: " + sentence);
  }

  private static void rewriteCard(Path file, String from, String to) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path card = zip.getPath("model.json");
      String json = Files.readString(card);
      assertThat(json).contains(from);
      Files.write(card, json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
  }
}
