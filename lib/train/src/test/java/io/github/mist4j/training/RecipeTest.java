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
  @DisplayName(
      "stages are trained one from the other, only the result stays, and a run that is stopped goes"
          + " on and ends with the same weights")
  void stagesFollow() throws IOException {
    Path out = folder.resolve("model.mist");
    Checkpoint whole = SMALL.run(out, ProgressListener.NONE);
    assertThat(whole.card().provenance().startedFrom()).startsWith("tiny-");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(out);
    }
    Path parts = folder.resolve("parts.mist");
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
        .isThrownBy(() -> SMALL.run(parts, early))
        .withMessageContaining("stage 2 of 2");
    assertThat(parts).doesNotExist();
    var other =
        new Recipe(List.of(SMALL.stages().get(0), new Recipe.Stage(PRESET, 256, 0.001, 7)), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.run(parts, ProgressListener.NONE))
        .withMessageContaining("is the state of another training");
    assertThat(SMALL.run(parts, ProgressListener.NONE).weights()).isEqualTo(whole.weights());
  }

  @Test
  @DisplayName(
      "the shipped model's recipe is read, and a share of it has that share of the datasets")
  void shippedRecipe() {
    Recipe recipe = Recipe.read(Path.of("models/recipe.json"));
    assertThat(recipe.stages()).hasSizeGreaterThan(1);
    assertThat(recipe.shortened(0.1).stages().get(0).datasets())
        .isEqualTo(recipe.stages().get(0).datasets() / 10);
  }

  @Test
  @DisplayName("what is no recipe is refused in a sentence")
  void refusals() throws IOException {
    Path file = folder.resolve("recipe.json");
    Files.writeString(file, "{\"stages\": []}");
    assertThatIllegalArgumentException().isThrownBy(() -> Recipe.read(file));
    Files.writeString(file, "nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipe.read(file))
        .withMessageContaining("is no recipe of a model");
  }
}
