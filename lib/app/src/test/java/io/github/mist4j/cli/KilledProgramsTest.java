package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.training.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that are killed while they write; {@code -Dmist4j.kills=400} kills so many, one is
 * killed of each kind otherwise.
 */
final class KilledProgramsTest {
  private static final int KILLS = Integer.getInteger("mist4j.kills", 3);
  private static final int KINDS = 3;

  @TempDir private Path folder;
  private Path table;
  private Path set;
  private final Random random = new Random(35);

  @BeforeEach
  void writeFiles() throws IOException {
    table =
        Files.writeString(
            folder.resolve("table.csv"),
            IntStream.range(0, 200)
                .mapToObj(r -> r + "," + r * r % 71)
                .collect(Collectors.joining("\n", "a,b\n", "\n")));
    set = folder.resolve("set");
    Generation.of(Grid.inDistribution().spread(12), GenerationOptions.withDefaults())
        .write(set, ProgressListener.NONE);
  }

  private JavaProgram program() {
    return new JavaProgram(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"),
        Mist4j.class,
        folder.resolve("err.txt"));
  }

  /** Runs it to its end; the seconds that it took. */
  private double whole(Path in, List<String> words) throws IOException, InterruptedException {
    long start = System.nanoTime();
    assertThat(program().start(in, words).waitFor()).as(program()::complaint).isZero();
    return (System.nanoTime() - start) / 1e9;
  }

  /** What may be looked at after a kill, and what must be there in the end. */
  private interface Claim {
    void check() throws IOException;
  }

  /** Kills a program again and again at any time of its run, and lets it end once. */
  private int kill(Path in, List<String> words, double seconds, Claim afterKill)
      throws IOException, InterruptedException {
    int killed = 0;
    for (int k = 0; k < KILLS / KINDS; k++) {
      Process process = program().start(in, words);
      if (!process.waitFor((long) (1000 * seconds * random.nextDouble()), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        killed++;
      }
      afterKill.check();
    }
    return killed;
  }

  private Path room(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @DisplayName("a file that a killed program was to replace is the old one or the new one")
  void replacedFiles() throws IOException, InterruptedException {
    Path in = room("pictures");
    Path picture = in.resolve("p.svg");
    Checkpoint.shipped().save(in.resolve("m.mist"));
    List<String> words =
        List.of(
            "estimate",
            table.toString(),
            "--x",
            "a",
            "--y",
            "b",
            "--model",
            "m.mist",
            "--picture",
            "p.svg",
            "--overwrite");
    double seconds = whole(in, words);
    String made = Files.readString(picture);
    Files.writeString(picture, "mine");
    int killed =
        kill(
            in,
            words,
            seconds,
            () -> {
              assertThat(Files.readString(picture)).isIn("mine", made);
              Files.writeString(picture, "mine");
            });
    whole(in, words);
    assertThat(picture).hasContent(made);
    say("that replace a file", killed);
  }

  @Test
  @DisplayName("an evaluation that is killed goes on and ends with the same predictions")
  void evaluations() throws IOException, InterruptedException {
    Path in = room("predictions");
    List<String> first =
        List.of("evaluate", set.toString(), "--method", "cca,ksg,histogram", "--out", "whole.csv");
    double seconds = whole(in, first);
    var words = new ArrayList<>(first);
    words.set(words.size() - 1, "p.csv");
    words.add("--resume");
    Path file = in.resolve("p.csv");
    int killed =
        kill(
            in,
            words,
            seconds,
            () -> {
              if (Files.exists(file)) {
                assertThat(Files.readString(file)).startsWith("idx,method,").endsWith("\n");
                if (random.nextInt(5) == 0) { // begin again
                  Files.delete(file);
                  Files.deleteIfExists(in.resolve("p.csv.state"));
                }
              }
            });
    whole(in, words);
    assertThat(withoutSeconds(file)).isEqualTo(withoutSeconds(in.resolve("whole.csv")));
    assertThat(files(in)).containsExactly("p.csv", "p.csv.state", "whole.csv", "whole.csv.state");
    say("that evaluate", killed);
  }

  private static List<String> withoutSeconds(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> Arrays.stream(line.split(",", -1)).limit(5).collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("a folder of datasets is whole or not there, and is made again with the same bytes")
  void folders() throws IOException, InterruptedException {
    Path in = room("sets");
    List<String> first =
        List.of(
            "generate",
            "--family",
            "multi_normal-dense",
            "--n",
            "10..200",
            "--dim",
            "2..3",
            "--count",
            "60",
            "--seed",
            "4",
            "--out",
            "whole");
    double seconds = whole(in, first);
    var words = new ArrayList<>(first);
    words.set(words.size() - 1, "s");
    Path out = in.resolve("s");
    int killed =
        kill(
            in,
            words,
            seconds,
            () -> {
              if (Files.exists(out.resolve("index.csv"))) {
                assertSame(out, in.resolve("whole"));
                for (String name : files(out)) {
                  Files.delete(out.resolve(name));
                }
                Files.delete(out);
              }
            });
    whole(in, words);
    assertSame(out, in.resolve("whole"));
    assertThat(files(in)).containsExactly("s", "whole");
    say("that generate", killed);
  }

  private static void assertSame(Path one, Path other) throws IOException {
    assertThat(files(one)).isEqualTo(files(other));
    for (String name : List.of("index.csv", "data.f32le")) {
      assertThat(one.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
    }
  }

  /** The line that .ci/campaigns counts. */
  private static void say(String what, int killed) {
    if (KILLS > KINDS) {
      System.out.printf(Locale.ROOT, "campaign: %d kills of programs %s%n", killed, what);
    }
  }
}
