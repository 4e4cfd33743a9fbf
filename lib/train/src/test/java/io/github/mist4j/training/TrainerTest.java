package io.github.mist4j.training;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.progress.Progress.Count;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainerTest {
  private static final MetaDistribution SMALL = MetaDistributions.elliptical(10, 40, 3);
  private static final TrainingOptions OPTIONS =
      TrainingOptions.withDefaults()
          .withArchitecture(new CopulaArchitecture(8, 6, 4, 4, 4, 8, 1, 8))
          .withDatasets(64 * 12)
          .withThreads(2);

  /** Draws its held-out datasets and its range once. */
  private static final Trainer SHARED = trainer(OPTIONS);

  private static final Sample SAMPLE =
      new Normal(Dispersion.sparse(2, 2, 2, 2)).sample(30, new SplittableRandom(1));

  @TempDir Path folder;

  private static Trainer trainer(TrainingOptions options) {
    return Trainer.of(SMALL, options);
  }

  private static ProgressListener steps(Consumer<TrainingProgress> heard) {
    return ProgressListener.of(TrainingProgress.class, heard);
  }

  private static ProgressListener stopAfter(long step) {
    var stop = new AtomicBoolean();
    return steps(p -> stop.set(p.step() == step)).stoppedBy(stop::get);
  }

  private static Estimate answer(Checkpoint checkpoint) {
    return checkpoint.estimator().estimate(SAMPLE);
  }

  @Test
  @DisplayName("training lowers the loss on fresh datasets")
  void trainingLearns() {
    var losses = new ArrayList<Double>();
    var options = OPTIONS.withDatasets(64 * 300).withLearningRate(1e-2);
    trainer(options).start(folder.resolve("a.mist"), steps(p -> losses.add(p.loss())));
    assertThat(losses.get(losses.size() - 1)).isLessThan(0.7 * losses.get(5));
  }

  @Test
  @DisplayName("the number of threads does not change a bit of the model")
  void threadsChangeNothing() {
    Checkpoint one = trainer(OPTIONS.withThreads(1)).start(folder.resolve("1.mist"), p -> {});
    Checkpoint two = trainer(OPTIONS.withThreads(2)).start(folder.resolve("2.mist"), p -> {});
    assertThat(answer(two)).isEqualTo(answer(one));
  }

  @Test
  @DisplayName("a training from a model starts with its weights and says so on the card")
  void startsFromAModel() {
    Checkpoint first = SHARED.start(folder.resolve("first.mist"), p -> {});
    var still = OPTIONS.withDatasets(64).withLearningRate(1e-12).withSeed(2);
    Path out = folder.resolve("second.mist");
    Checkpoint second = trainer(still).from(first).start(out, p -> {});
    assertThat(answer(second).value()).isCloseTo(answer(first).value(), within(1e-4));
    assertThat(second.card().provenance().startedFrom())
        .isEqualTo("elliptical-1k (768 datasets, seed 1, from random weights)");
  }

  @Test
  @DisplayName("a training starts from a model of its own sizes only")
  void refusesAModelOfOtherSizes() {
    Checkpoint small = SHARED.start(folder.resolve("small.mist"), stopAfter(1));
    Trainer other = trainer(OPTIONS.withArchitecture(CopulaArchitecture.withDefaults()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.from(small))
        .withMessageStartingWith("a training starts from a model of the same sizes: ");
  }

  @Test
  @DisplayName("stopped and resumed, a training ends where an uninterrupted one does")
  void resumedTrainingEndsWhereAnUninterruptedOneDoes() {
    Checkpoint whole = SHARED.start(folder.resolve("whole.mist"), p -> {});
    Path out = folder.resolve("parts.mist");
    Trainer first = trainer(OPTIONS);
    Checkpoint best = first.start(out, stopAfter(5));
    assertThat(first.stopped()).isTrue();
    assertThat(answer(best)).isNotEqualTo(answer(whole));
    Trainer second = trainer(OPTIONS);
    Checkpoint resumed = second.resume(out, steps(p -> assertThat(p.step()).isGreaterThan(5)));
    assertThat(second.stopped()).isFalse();
    assertThat(answer(resumed)).isEqualTo(answer(whole));
  }

  @Test
  @DisplayName("a training tells of every part from first to last, none of it backwards")
  void tellsFromFirstToLast() {
    var heard = new LinkedHashMap<String, Count>();
    trainer(OPTIONS.withDatasets(64 * 3 + 1))
        .start(
            folder.resolve("a.mist"),
            p -> {
              Count before = heard.put(p.count().task(), p.count());
              assertThat(p.count().done()).isGreaterThan(before == null ? 0 : before.done());
            });
    assertThat(heard)
        .containsOnlyKeys("held-out datasets", "datasets of the trained range", "datasets")
        .allSatisfy((task, last) -> assertThat(last.finished()).isTrue());
    assertThat(heard.get("datasets").total()).isEqualTo(64 * 4);
  }

  @Test
  @DisplayName("stopped before its first step, a training leaves nothing and says how far it came")
  void stopsBeforeTheFirstStep() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> trainer(OPTIONS).start(folder.resolve("a.mist"), p -> {}))
        .withMessage("stopped after 0 of 1,536 held-out datasets");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisplayName("an interrupt ends a training with the best model so far")
  void interruptKeepsTheBest() {
    Checkpoint best =
        SHARED.start(
            folder.resolve("a.mist"),
            steps(
                p -> {
                  if (p.step() == 3) {
                    Thread.currentThread().interrupt();
                  }
                }));
    assertThat(Thread.interrupted()).isFalse();
    assertThat(best.card().provenance().datasets()).isEqualTo(3 * 64);
  }

  @Test
  @DisplayName("resuming with other options, or with nothing there, is refused")
  void resumingSomethingElseIsRefused() {
    Path out = folder.resolve("a.mist");
    assertThatThrownBy(() -> trainer(OPTIONS).resume(out, p -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no training to resume at " + out);
    SHARED.start(out, stopAfter(1));
    assertThatThrownBy(() -> trainer(OPTIONS.withSeed(2)).resume(out, p -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is the state of another training");
  }

  @Test
  @DisplayName("an older model is replaced on demand only, and by what has been measured only")
  void olderModelsAreKept() throws IOException {
    Path out = Files.writeString(folder.resolve("a.mist"), "precious");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARED.start(out, p -> {}))
        .withMessageContaining("exists already");
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> SHARED.start(out, stopAfter(1), REPLACE_EXISTING))
        .withMessageStartingWith("stopped after 64 datasets, before the first model")
        .withMessageContaining("is as it was");
    assertThat(out).hasContent("precious");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARED.resume(out, p -> {}))
        .withMessageContaining("is not of this training");
    Checkpoint replaced = SHARED.resume(out, p -> {}, REPLACE_EXISTING);
    assertThat(replaced.card().provenance().datasets()).isEqualTo(768);
    Files.delete(out);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARED.start(out, p -> {}))
        .withMessageStartingWith("%s.state holds a training that was stopped", out);
  }

  @Test
  @DisplayName("a state with a flipped bit is refused, wherever it is")
  void damagedStatesAreRefused() throws IOException {
    Path out = folder.resolve("a.mist");
    SHARED.start(out, stopAfter(1));
    Path state = folder.resolve("a.mist.state");
    byte[] whole = Files.readAllBytes(state);
    byte[] model = Files.readAllBytes(out);
    for (int at = 0; at < whole.length; at += whole.length / 40) {
      byte[] flipped = whole.clone();
      flipped[at] = (byte) (flipped[at] ^ 1 << (at % 8));
      Files.write(state, flipped);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SHARED.resume(out, p -> {}))
          .withMessageStartingWith(state.toString());
    }
    Files.write(state, Arrays.copyOf(whole, whole.length / 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARED.resume(out, p -> {}))
        .withMessage("%s is truncated", state);
    assertThat(out).hasBinaryContent(model);
  }

  @Test
  @DisplayName("two trainings do not write one file")
  void twoTrainingsDoNotMix() {
    Path out = folder.resolve("a.mist");
    SHARED.start(
        out,
        steps(
            p ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> SHARED.start(out, q -> {}, REPLACE_EXISTING))
                    .withMessage("%s is being written already", out)));
  }

  @Test
  @DisplayName("a saved model opens with the same answers and the same card")
  void savedModelIsTheSame() {
    Checkpoint made = SHARED.start(folder.resolve("a.mist"), p -> {});
    made.save(folder.resolve("b.mist"));
    Checkpoint opened = Checkpoint.open(folder.resolve("b.mist"));
    assertThat(answer(opened)).isEqualTo(answer(made));
    assertThat(opened.card()).isEqualTo(made.card());
    assertThat(opened.card().toString()).contains("768 datasets", "coverage");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("a.mist", "a.mist.state", "b.mist");
  }

  @Test
  @DisplayName("a model cut anywhere is refused in one line")
  void truncatedModelIsRefused() throws IOException {
    Path out = folder.resolve("a.mist");
    SHARED.start(out, stopAfter(1));
    byte[] whole = Files.readAllBytes(out);
    Path cut = folder.resolve("cut.mist");
    int n = whole.length;
    for (int length : new int[] {0, 1, 100, 700, n / 2, n - 300, n - 20, n - 1}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertRefused(cut);
    }
  }

  @Test
  @DisplayName("a missing, a foreign and another version's file are refused in one line")
  void foreignFilesAreRefused() throws IOException {
    assertRefused(folder.resolve("missing.mist"));
    assertRefused(folder);
    for (String content : List.of("", "id,x\n1,2\n", "PK\u0003\u0004 not really")) {
      assertRefused(Files.writeString(folder.resolve("foreign.mist"), content));
    }
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file.toString())
        .message()
        .hasLineCount(1);
  }
}
