package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that nobody types on purpose; {@code -Dmist4j.fuzz=100000} tries so many. */
final class CommandLineFuzzTest {
  private static final int FEW = 40;
  private static final int TRIED = Integer.getInteger("mist4j.fuzz", FEW);
  private static final Duration LONGEST = Duration.ofSeconds(20); // on a machine with other work
  private static final int MOST_CHARACTERS = 500; // of a sentence with the name of the program
  private static final List<String> COMMANDS =
      List.of(
          "estimate", "select", "evaluate", "benchmark", "generate", "info", "train", "calibrate");
  private static final List<String> OPTIONS =
      List.of(
          "--x",
          "--y",
          "--target",
          "--most",
          "--criterion",
          "--method",
          "--model",
          "--level",
          "--permutations",
          "--halves",
          "--block",
          "--seed",
          "--format",
          "--picture",
          "--out",
          "--threads",
          "--n",
          "--dim",
          "--count",
          "--family",
          "--preset",
          "--seeds",
          "--datasets",
          "--batch",
          "--from",
          "--learning-rate",
          "--ranking",
          "--consistency");
  private static final List<String> FLAGS =
      List.of("--bits", "--drop-missing", "--resume", "--overwrite", "--calibration", "--debug");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "a",
          "b",
          "a,b",
          "a,a",
          ",",
          "@at",
          "-1",
          "0",
          "1",
          "3",
          "NaN",
          "1e999",
          "2147483647",
          "536870912",
          "-9223372036854775808",
          "99999999999999999999",
          "0.9",
          "1..2",
          "5..1",
          "..",
          "10..",
          "é\u001b[31mred",
          "\u0000",
          "x".repeat(3_000),
          "ksg",
          "ksg:neighbours=0",
          "ksg:neighbours=99999",
          "mist:model=no",
          "cca,cca",
          "json",
          "multi_normal-dense",
          "m-train",
          "bmi",
          "/dev/null",
          "/",
          ".",
          "no/such/folder/file");

  @TempDir Path folder;

  private record Answer(int code, String out, String err) {}

  private static Answer run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Mist4j.commandLine(Methods::known)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Answer(code, out.toString(), err.toString());
  }

  @BeforeEach
  void writeFiles() throws IOException {
    var table = new StringBuilder("a,b,@at,é\u001b[31mred\n");
    for (int r = 0; r < 30; r++) {
      table.append(r).append(',').append(r * r % 7).append(',').append(-r).append(",1\n");
    }
    Files.writeString(folder.resolve("table.csv"), table);
    Files.writeString(folder.resolve("empty.csv"), "");
    Files.writeString(folder.resolve("header.csv"), "a,b\n");
    Files.write(folder.resolve("bytes.csv"), new byte[] {'a', ',', 'b', '\n', 0, (byte) 0xFF});
    Files.writeString(folder.resolve("model.mist"), "PK\u0003\u0004");
    Generation.of(Grid.inDistribution().spread(3), GenerationOptions.withDefaults())
        .write(folder.resolve("set"), ProgressListener.NONE);
  }

  private List<String> files() {
    return List.of("table.csv", "empty.csv", "header.csv", "bytes.csv", "model.mist", "set", "no")
        .stream()
        .map(name -> folder.resolve(name).toString())
        .toList();
  }

  /** Options that make a command end soon, if it begins at all, come last and win. */
  private List<String> words(Random random, int number) {
    var words = new ArrayList<String>();
    String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
    words.add(command);
    words.add(one(random.nextInt(4) == 0 ? VALUES : files(), random));
    if (random.nextInt(3) > 0) {
      words.addAll(List.of("--x", "a", "--y", "b"));
    }
    for (int k = random.nextInt(4); k >= 0; k--) {
      words.add(one(OPTIONS, random));
      words.add(one(random.nextInt(4) == 0 ? files() : VALUES, random));
      if (random.nextInt(3) == 0) {
        words.add(one(FLAGS, random));
      }
    }
    if (random.nextBoolean()) {
      words.addAll(List.of("--out", folder.resolve("out" + number).toString()));
    }
    return words;
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  @DisplayName("any command line ends with an answer or a sentence, and changes no file")
  void anyCommandLineIsAnswered() throws IOException {
    var random = new Random(33);
    byte[] table = Files.readAllBytes(folder.resolve("table.csv"));
    byte[] index = Files.readAllBytes(folder.resolve("set/index.csv"));
    int refused = 0;
    for (int tried = 0, k = 0; tried < TRIED; k++) {
      List<String> words = words(random, k);
      if (isLong(words)) {
        continue;
      }
      tried++;
      words.remove("--overwrite");
      long start = System.nanoTime();
      Answer answer = run(words.toArray(String[]::new));
      refused += answer.code > 0 ? 1 : 0;
      assertThat(answer.code).as("%s: %s", words, answer.err).isBetween(0, 2);
      assertThat(answer.err).as("%s", words).doesNotContain("unexpected", "\u001b", "\u0000");
      assertThat(answer.out).as("%s", words).doesNotContain("\u001b");
      if (answer.code > 0 && !words.contains("--debug")) {
        assertThat(answer.err.lines()).as("%s", words).last().asString().startsWith("mist4j: ");
        assertThat(answer.err.lines().mapToInt(String::length).max().orElse(0))
            .as("%s", words)
            .isLessThanOrEqualTo(MOST_CHARACTERS);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as("%s", words).isLessThan(LONGEST);
    }
    if (TRIED > FEW) { // the line that .ci/campaigns counts
      System.out.printf(
          Locale.ROOT,
          "campaign: %d command lines, %d refused, the others answered%n",
          TRIED,
          refused);
    }
    assertThat(folder.resolve("table.csv")).hasBinaryContent(table);
    assertThat(folder.resolve("set/index.csv")).hasBinaryContent(index);
  }

  /** What is asked for in earnest and takes long: a training, a suite, all of a grid. */
  private static boolean isLong(List<String> words) {
    return List.of("train", "benchmark", "generate", "calibrate").contains(words.get(0))
        && !words.contains("--help")
        && !words.contains("2147483647")
        && !words.contains("536870912")
        && !words.contains("-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmark bmi --threads 536870912|threads must be from 1 to 1024, was 536870912",
        "benchmark bmi --seeds 2147483647|seeds must be from 1 to 10000, were 2147483647",
        "estimate TABLE --x @at --y no|there is no column 'no'",
        "estimate TABLE --x a --y b --picture TABLE.svg --model \u0000|Nul character not allowed",
        "evaluate SET --method cca --out SET/index.csv|exists already",
        "evaluate SET --method cca --out SET/index.csv --overwrite|is one of the datasets' own"
      })
  @DisplayName("what is refused is refused in a sentence")
  void refusedInASentence(String line) {
    String[] parts = line.split("\\|", -1);
    Answer answer =
        run(
            parts[0]
                .replace("TABLE", folder.resolve("table.csv").toString())
                .replace("SET", folder.resolve("set").toString())
                .split(" "));
    assertThat(answer.err).contains(parts[1]);
    assertThat(answer.code).isEqualTo(2);
  }

  @Test
  @DisplayName("a picture by another name of the datasets does not replace them")
  void datasetsAreKept() throws IOException {
    Path index = folder.resolve("set/index.csv");
    byte[] before = Files.readAllBytes(index);
    Path link = Files.createSymbolicLink(folder.resolve("set.svg"), index);
    String set = folder.resolve("set").toString();
    String out = folder.resolve("predictions.csv").toString();
    Answer answer =
        run(
            "evaluate",
            set,
            "--method",
            "cca",
            "--out",
            out,
            "--picture",
            link + "",
            "--overwrite");
    assertThat(answer.code).isEqualTo(2);
    assertThat(answer.err).contains("set.svg is the file that is read; write the result elsewhere");
    assertThat(index).hasBinaryContent(before);
  }

  @Test
  @DisplayName("a column may be called @at, and a name with escapes is shown without them")
  void oddNamesAreNames() {
    String table = folder.resolve("table.csv").toString();
    assertThat(run("estimate", table, "--x", "@at", "--y", "b", "--method", "cca").code).isZero();
    Answer red = run("estimate", table, "--x", "é\u001b[31mred", "--y", "b", "--method", "ksg");
    assertThat(red.err + red.out).contains("é\u241b[31mred").doesNotContain("\u001b");
  }

  @Test
  @DisplayName("a picture of an escape is a document that can be read")
  void picturesHaveNoEscapes() throws IOException {
    Path picture = folder.resolve("p.svg");
    String table = folder.resolve("table.csv").toString();
    String[] words = {"estimate", table, "--x", "é\u001b[31mred,a", "--y", "b", "--method", "ksg"};
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--picture", picture.toString()));
    run(all.toArray(String[]::new));
    if (Files.exists(picture)) {
      String svg = Files.readString(picture, StandardCharsets.UTF_8);
      assertThat(svg).doesNotContain("\u001b", "&#27;", "&#x1b;");
    }
  }

  @Test
  @DisplayName("a method that refuses every dataset ends with a table, or a sentence")
  void nothingToDraw() {
    String[] words = {
      "evaluate",
      folder.resolve("set").toString(),
      "--method",
      "ksg:neighbours=99999",
      "--out",
      folder.resolve("p.csv").toString(),
      "--picture",
      folder.resolve("p.svg").toString()
    };
    assertThat(run(words).err).doesNotContain("unexpected");
  }
}
