package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipeTest {
  private static final Preset PRESET =
      new Preset(
          "tiny",
          MetaDistribution.of("tiny", Families.named("multi_normal-sparse"))
              .withShapes(new Shapes(10, 40, 2, 0.5)),
          TrainingOptions.withDefaults());
  private static final Recipe SMALL =
      new Recipe(
          List.of(new Recipe.Stage(PRESET, 64, 0.002, 1), new Recipe.Stage(PRESET, 256, 0.001, 2)),
          0);

  @TempDir private Path folder;

  @Test
  @DisplayName("stages are trained one from the other, and only the result stays")
  void stagesFollow() throws IOException {
    Path out = folder.resolve("model.mist");
    Checkpoint model = SMALL.run(out, ProgressListener.NONE);
    assertThat(model.card().provenance().startedFrom()).startsWith("tiny-");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(out);
    }
  }

  @Test
  @DisplayName("a run that is stopped goes on, and ends with the same weights")
  void stoppedRunsGoOn() {
    Checkpoint whole = SMALL.run(folder.resolve("whole.mist"), ProgressListener.NONE);
    Path out = folder.resolve("parts.mist");
    var steps = new AtomicInteger();
    ProgressListener early =
        ProgressListener.NONE
            .told(
                progress -> {
                  steps.addAndGet(progress instanceof TrainingProgress ? 1 : 0);
                  return progress;
                })
            .stoppedBy(() -> steps.get() >= 3); // the first stage has one
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> SMALL.run(out, early))
        .withMessageContaining("stage 2 of 2");
    assertThat(out).doesNotExist();
    assertThat(SMALL.run(out, ProgressListener.NONE).weights()).isEqualTo(whole.weights());
  }

  @Test
  @DisplayName(
      "the shipped model's recipe is read, and as many small datasets as a tiny share of it are"
          + " learnt from random weights")
  void shippedRecipe() {
    Recipe recipe = Recipe.read(Path.of("models/recipe.json"));
    assertThat(recipe.stages()).hasSizeGreaterThan(1);
    assertThat(recipe.shortened(0.1).stages().get(0).datasets())
        .isEqualTo(recipe.stages().get(0).datasets() / 10);
    Recipe.Stage first = recipe.shortened(1e-4).stages().get(0);
    var alone =
        new Recipe(
            List.of(new Recipe.Stage(PRESET, first.datasets(), first.learningRate(), first.seed())),
            0);
    Checkpoint model = alone.run(folder.resolve("short.mist"), ProgressListener.NONE);
    assertThat(model.card().provenance().startedFrom()).isEqualTo("random weights");
  }

  @Test
  @DisplayName("what is no recipe, or the stage of another one, is refused in a sentence")
  void refusals() throws IOException {
    Path file = folder.resolve("recipe.json");
    Files.writeString(file, "{\"stages\": []}");
    assertThatIllegalArgumentException().isThrownBy(() -> Recipe.read(file));
    Files.writeString(file, "nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipe.read(file))
        .withMessageContaining("is no recipe of a model");
    Path out = folder.resolve("model.mist");
    Trainer.of(PRESET.distribution(), PRESET.options().withDatasets(64).withSeed(7))
        .start(folder.resolve("model.mist.stage1.mist"), ProgressListener.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SMALL.run(out, ProgressListener.NONE))
        .withMessageContaining("is the state of another training");
  }
}
