package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.progress.Progress.Count;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GenerationTest {
  private static final int COUNT = 24;
  private static final int STOP = 7;
  private static final DatasetSequence SEQUENCE =
      FamilySequence.of(
          List.of(Families.named("multi_normal-sparse"), Families.named("multi_student-dense")),
          new IntRange(10, 40),
          new IntRange(2, 5),
          COUNT);

  @TempDir Path parent;
  private Path folder;
  private Path part;

  @BeforeEach
  void name() {
    folder = parent.resolve("set");
    part = parent.resolve("set.part");
  }

  private static Generation generation(int threads) {
    var ticks = new AtomicLong(); // a second at every look, so that every dataset is told of
    return new Generation(
        SEQUENCE,
        GenerationOptions.withDefaults().withSeed(5).withThreads(threads),
        () -> ticks.addAndGet(1_000_000_000));
  }

  /** Writes the first seven datasets into the folder beside. */
  private void stopEarly() {
    var stop = new AtomicBoolean();
    ProgressListener listener = progress -> stop.set(progress.count().done() == STOP);
    Count end = generation(2).write(folder, listener.stoppedBy(stop::get));
    assertThat(end.finished()).isFalse();
    assertThat(end.done()).isEqualTo(STOP);
    assertThat(folder).doesNotExist();
  }

  private static void assertSameFiles(Path one, Path other) {
    for (String file : List.of("index.csv", "data.f32le", "recipe.txt")) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  private Path whole() {
    Path whole = parent.resolve("whole");
    assertThat(generation(1).write(whole, ProgressListener.NONE).finished()).isTrue();
    return whole;
  }

  private void assertRefused(String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generation(1).write(folder, ProgressListener.NONE))
        .withMessage(sentence);
  }

  @Test
  void aDatasetOfTheFolderIsTheOneDrawnAlone() {
    try (var read = MetaDatasetFolder.open(whole())) {
      assertThat(read.size()).isEqualTo(COUNT);
      for (int i = COUNT - 1; i >= 0; i -= 5) {
        Dataset alone = SEQUENCE.draw(5, i);
        assertThat(read.rows().get(i).idx()).isEqualTo(i);
        assertThat(read.read(i).distribution()).isEqualTo(alone.distribution());
        assertThat(read.read(i).mutualInformation()).isEqualTo(alone.mutualInformation());
        assertThat(read.read(i).sample().x(1))
            .containsExactly(
                Arrays.stream(alone.sample().x(1)).map(value -> (float) value).toArray());
      }
    }
  }

  @Test
  void theNumberOfThreadsChangesNoByte() {
    generation(3).write(folder, ProgressListener.NONE);
    assertSameFiles(folder, whole());
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
  }

  @Test
  void aStoppedGenerationGoesOnToTheSameBytes() {
    stopEarly();
    var heard = new ArrayList<Count>();
    generation(1).write(folder, progress -> heard.add(progress.count()));
    assertThat(heard).hasSize(COUNT - STOP);
    assertThat(heard.get(0).done()).isEqualTo(STOP + 1);
    assertThat(heard.get(COUNT - STOP - 1).finished()).isTrue();
    assertThat(part).doesNotExist();
    assertSameFiles(folder, whole());
  }

  @ParameterizedTest
  @CsvSource({
    "index.csv, 1",
    "index.csv, 90",
    "index.csv, 5000",
    "data.f32le, 1",
    "data.f32le, 4000",
    "data.f32le, 100000000"
  })
  void aGenerationCutAnywhereGoesOnToTheSameBytes(String file, int lost) throws IOException {
    stopEarly();
    byte[] bytes = Files.readAllBytes(part.resolve(file));
    Files.write(part.resolve(file), Arrays.copyOf(bytes, Math.max(0, bytes.length - lost)));
    generation(2).write(folder, ProgressListener.NONE);
    assertSameFiles(folder, whole());
  }

  @Test
  void aFinishedFolderIsNotWrittenOver() throws IOException {
    Files.createDirectory(folder);
    assertRefused(folder + " exists already");
  }

  @Test
  void theFolderOfAnotherCommandIsRefused() throws IOException {
    stopEarly();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Generation.of(SEQUENCE, GenerationOptions.withDefaults().withSeed(6))
                    .write(folder, ProgressListener.NONE))
        .withMessage(
            "%s belongs to another command, see %s; delete the folder or write elsewhere",
            part, part.resolve("recipe.txt"));
    assertThat(part.resolve("recipe.txt")).content().endsWith("\nseed 5\n");
  }

  @Test
  void aFolderBesideThatIsSomethingElseIsRefused() throws IOException {
    Files.createDirectory(part);
    Files.writeString(part.resolve("diary.txt"), "dear");
    assertRefused(part + " exists already and is no meta-dataset to go on with");
  }

  @Test
  @DisplayName("a program that is killed while it writes the recipe leaves nothing in the way")
  void killedBeforeTheRecipe() throws IOException {
    Path recipe = part.resolve("recipe.txt");
    Files.createDirectory(part);
    List<String> left = new ArrayList<>();
    AtomicFile.write(
        recipe,
        out -> {
          try (Stream<Path> files = Files.list(part)) {
            files.forEach(file -> left.add(file.getFileName().toString()));
          }
        });
    Files.delete(recipe);
    assertThat(left).hasSize(1);
    Files.createFile(part.resolve(left.get(0)));
    generation(2).write(folder, ProgressListener.NONE);
    assertSameFiles(folder, whole());
    assertThat(folder.resolve(left.get(0))).doesNotExist();
  }

  @Test
  void aFolderThatIsBeingWrittenIsRefused() {
    try (var writer = MetaDatasetWriter.resume(folder, "a recipe")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MetaDatasetWriter.resume(folder, "a recipe"))
          .withMessage("%s is being written already", folder);
      assertThat(writer.count()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"'3,', '4,'", "'multi_student', 'a,multi_student'", "'multi_student-dense,', ''"})
  void aDamagedLineOfTheIndexIsRefused(String from, String to) throws IOException {
    stopEarly();
    Path index = part.resolve("index.csv");
    String text = Files.readString(index);
    int line = text.indexOf("\n3,") + 1;
    String damaged = text.substring(0, line) + text.substring(line).replaceFirst(from, to);
    Files.writeString(index, damaged);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generation(1).write(folder, ProgressListener.NONE))
        .withMessageMatching(
            ".*index.csv is damaged, line 5 does not fit to those before; delete .*set.part to"
                + " begin again");
  }

  @Test
  void anotherHeaderIsRefused() throws IOException {
    stopEarly();
    Path index = part.resolve("index.csv");
    Files.writeString(index, Files.readString(index).replaceFirst("split", "spilt"));
    assertRefused(
        "%s is damaged: it does not begin with its header; delete %s to begin again"
            .formatted(index, part));
  }

  @Test
  void dataThatIsNotWhatIsDrawnIsRefused() throws IOException {
    stopEarly();
    Path data = part.resolve("data.f32le");
    byte[] bytes = Files.readAllBytes(data);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(bytes.length - Float.BYTES, 0.125f);
    Files.write(data, bytes);
    assertRefused(
        "%s is damaged or of another version: dataset 6 is not the one that is drawn here; delete"
                .formatted(part)
            + " the folder to begin again");
  }

  @Test
  void aFaultKeepsWhatIsThereForTheNextCall() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                generation(2)
                    .write(
                        folder,
                        progress -> {
                          throw new IllegalArgumentException("disk");
                        }))
        .withMessage("disk");
    generation(2).write(folder, ProgressListener.NONE);
    assertSameFiles(folder, whole());
  }

  @Test
  void anInterruptLeavesWhatALaterCallGoesOnWith() {
    Count end =
        generation(2)
            .write(
                folder,
                progress -> {
                  if (progress.count().done() == STOP) {
                    Thread.currentThread().interrupt();
                  }
                });
    assertThat(end.done()).isEqualTo(STOP);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(generation(2).write(folder, ProgressListener.NONE).finished()).isTrue();
    assertSameFiles(folder, whole());
  }

  @Test
  void theIndexHasTheColumnsOfTheFormat() throws IOException {
    assertThat(Files.readString(whole().resolve("index.csv"), StandardCharsets.UTF_8))
        .startsWith("idx,split,distribution,n,dx,dy,true_mi,offset\n0,,multi_normal-sparse,");
  }
}
