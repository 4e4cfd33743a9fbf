package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mist4j.TestDisplay;
import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions to a whole table, and names as people type them. */
final class TableCommandsTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String csv;

  @BeforeEach
  void writeCsv() throws IOException {
    var rng = new SplittableRandom(3);
    var text = new StringBuilder("rooms,\"size, m2\", age ,price\n");
    for (int r = 0; r < 40; r++) {
      double rooms = 1 + rng.nextInt(6);
      double size = 20 * rooms + rng.nextGaussian();
      text.append(
          String.format(
              Locale.ROOT,
              "%.0f,%.1f,%.2f,%.1f%n",
              rooms,
              size,
              90 * rng.nextDouble(),
              3 * size + rng.nextGaussian()));
    }
    csv = Files.writeString(folder.resolve("homes.csv"), text).toString();
  }

  private int run(String... args) {
    return Mist4j.commandLine(Methods::known)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void aScreenIsPrintedAndSavedAsTableAndPicture() throws IOException {
    Path table = folder.resolve("price.csv");
    Path picture = folder.resolve("price.svg");
    assertThat(
            run("screen", csv, "--target", "price", "--out", table + "", "--picture", picture + ""))
        .isZero();
    assertThat(out.toString()).startsWith("about price:\n");
    assertThat(Files.readAllLines(table))
        .hasSize(4)
        .first()
        .isEqualTo("column,nats,lower,upper,n,p_value,q_value,says_more_about,warnings");
    assertThat(Files.readString(picture)).contains("<svg");
    assertThat(run("screen", csv, "--target", "price", "--out", table + "")).isEqualTo(2);
    assertThat(err.toString()).contains("price.csv exists already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "estimate | --x age --y price",
        "compare  | --x age --y price",
        "screen   | --target price",
        "pairwise |",
        "select   | --target price",
      })
  @DisplayName("the table itself is not replaced, by whatever name and option it is given")
  void theTableIsKept(String command, String words) throws IOException {
    String before = Files.readString(Path.of(csv));
    Path linked = Files.createSymbolicLink(folder.resolve("linked.svg"), Path.of(csv));
    Path around = folder.resolve("../" + folder.getFileName() + "/homes.csv");
    for (String[] output :
        new String[][] {
          {"--out", csv}, {"--out", around + ""}, {"--picture", linked + ""},
        }) {
      var all = new ArrayList<>(List.of(command, csv));
      all.addAll(words == null ? List.of() : List.of(words.split(" ", -1)));
      all.addAll(List.of(output));
      assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
      all.add("--overwrite");
      err.getBuffer().setLength(0);
      assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
      assertThat(err.toString())
          .isEqualToIgnoringNewLines(
              "mist4j: %s is the file that is read; write the result elsewhere"
                  .formatted(output[1]));
    }
    assertThat(Files.readString(Path.of(csv))).isEqualTo(before);
  }

  @Test
  @DisplayName(
      "nor is what a training begins with, the table that its datasets look like, or a recipe")
  void whatATrainingReadsIsKept() throws IOException {
    String before = Files.readString(Path.of(csv));
    String[] train = {"train", "--like", csv, "--x", "age", "--y", "price", "--datasets", "64"};
    String[] from = {"train", "--from", csv, "--datasets", "64"};
    for (String[] words : List.of(train, from, new String[] {"recipe", csv})) {
      var all = new ArrayList<>(List.of(words));
      all.addAll(List.of("--out", csv, "--overwrite"));
      assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
      assertThat(err.toString())
          .endsWith("homes.csv is the file that is read; write the result elsewhere\n");
    }
    assertThat(Files.readString(Path.of(csv))).isEqualTo(before);
  }

  @Test
  void pairsAreOfTheChosenColumns() {
    assertThat(run("pairwise", csv, "--columns", "rooms..age", "--format", "csv")).isZero();
    assertThat(out.toString().lines()).hasSize(1 + 3);
    assertThat(out.toString()).contains("\"size, m2\"").doesNotContain("price");
  }

  @Test
  void aComparisonIsAnObjectOfJson() throws IOException {
    String[] words = {"compare", csv, "--x", "age", "--y", "price", "--format", "json"};
    assertThat(run(words)).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("estimates").findValuesAsText("method")).contains("mist", "ksg", "cca");
    assertThat(json.get("explanations")).isNotEmpty();
    assertThat(json.get("refusals").isObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size, m2            | 1",
        "\"size, m2\",rooms  | 2",
        "age                 | 1",
        "rooms, age          | 2",
        "rooms..age          | 3",
        "*                   | 3",
        "\"size, m2\"..age   | 2",
      })
  @DisplayName("names with commas and outer blanks, ranges and all others")
  void columnsAsPeopleNameThem(String x, int columns) {
    assertThat(run("estimate", csv, "--x", x, "--y", "price", "--method", "cca")).isZero();
    assertThat(out.toString()).contains("n = 40, %s x 1 columns".formatted(columns));
  }

  @Test
  void aRepeatedOptionAddsColumns() {
    String[] words = {
      "estimate", csv, "--x", "size, m2", "--x", "age", "--y", "price", "--method", "cca"
    };
    assertThat(run(words)).isZero();
    assertThat(out.toString()).contains("2 x 1 columns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*          | *     | only one side may have it",
        "age..rooms | price | 'age..rooms' runs backwards",
        "rooms..agf | price | there is no column 'rooms..agf'",
      })
  void whatCannotBeMeantIsRefused(String x, String y, String sentence) {
    assertThat(run("estimate", csv, "--x", x, "--y", y)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
  }

  @Test
  @DisplayName("a bound that needs independent rows is refused beside rows that depend")
  void theBoundNeedsIndependentRows() {
    String[] words = {"estimate", csv, "--x", "age", "--y", "price", "--at-least", "--block", "5"};
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "mist4j: --at-least holds for independent rows and --block says that rows depend on"
                + " each other: give one of them");
  }

  @Test
  @DisplayName("parts of dates, and names that differ in case, are columns of every command")
  void columnsAreNamedAlikeEverywhere() throws IOException {
    var text = new StringBuilder("at,Age,age,visits\n");
    var rng = new SplittableRandom(4);
    for (int r = 0; r < 200; r++) {
      LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 30).plusHours(5L * r);
      double visits = 10 * Math.sin(at.getHour() * Math.PI / 12) + rng.nextGaussian();
      text.append("%s,%s,%s,%s%n".formatted(at, r * r % 61, rng.nextDouble(), visits));
    }
    String shop = Files.writeString(folder.resolve("shop.csv"), text).toString();
    assertThat(run("screen", shop, "--target", "at:hour", "--columns", "visits,age")).isZero();
    assertThat(out.toString()).contains("about at:hour:\nvisits: ", "\nage: ");
    assertThat(run("screen", shop, "--target", "visits", "--columns", "*,at:hour")).isZero();
    assertThat(out.toString()).contains("about visits:\nat:hour: ", "\nat: ", "\nAge: ");
    assertThat(run("pairwise", shop, "--columns", "at:hour,at:weekday,visits,age")).isZero();
    assertThat(out.toString()).contains("4 columns, ").contains(": at:hour and visits");
    String[] select = {"select", shop, "--target", "visits", "--columns", "Age,age,at:hour"};
    assertThat(run(select)).isZero();
    assertThat(out.toString()).contains("about visits:\nat:hour: ");
    String[] compare = {"compare", shop, "--x", "at:hour", "--y", "visits", "--method", "mist,cca"};
    assertThat(run(compare)).isZero();
    assertThat(run("screen", shop, "--target", "at:week")).isEqualTo(2);
    assertThat(run("screen", shop, "--target", "age:hour")).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no column 'at:week'; of a date there are at:weekday")
        .contains("column 'age' holds no dates, there is no 'age:hour' of it")
        .doesNotContain("fault");
  }

  /** Two independent walks of 300 rows, and one that follows the first. */
  private String walks() throws IOException {
    var rng = new SplittableRandom(9);
    var text = new StringBuilder("a,b,near\n");
    double a = 0;
    double b = 0;
    for (int r = 0; r < 300; r++) {
      a = 0.97 * a + rng.nextGaussian();
      b = 0.97 * b + rng.nextGaussian();
      text.append("%s,%s,%s%n".formatted(a, b, a + 0.3 * rng.nextGaussian()));
    }
    return Files.writeString(folder.resolve("walks.csv"), text).toString();
  }

  @Test
  @DisplayName("rows in time: with blocks of rows independent walks are no longer called dependent")
  void blocksOfRows() throws IOException {
    String walks = walks();
    assertThat(run("pairwise", walks)).isZero();
    assertThat(out.toString()).startsWith("3 columns, 3 of 3 pairs dependent");
    out.getBuffer().setLength(0);
    assertThat(run("pairwise", walks, "--block", "30")).isZero();
    assertThat(out.toString())
        .startsWith("3 columns, 1 of 3 pairs dependent")
        .contains("p-values are of shuffles of blocks of 30 rows");
    String[] screen = {"screen", walks, "--target", "a", "--block", "30"};
    assertThat(((Screening) Mist4j.answer(new PrintWriter(err, true), screen)).features())
        .satisfiesExactly(
            near -> assertThat(near.qValue()).isLessThan(0.01),
            other -> assertThat(other.qValue()).isGreaterThan(0.05));
    assertThat(run("compare", walks, "--x", "a", "--y", "b", "--block", "30")).isZero();
    for (String command :
        List.of("screen --target a", "select --target a", "pairwise", "compare --x a --y b")) {
      var words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.addAll(List.of(walks, "--block", "80"));
      assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
      assertThat(err.toString())
          .endsWith(
              "blocks of 80 rows are too long for 300 rows: there must be at least 5 of them\n");
    }
  }

  @Test
  @DisplayName("warnings of single estimates are counted where many are asked")
  void warningsAreCounted() throws IOException {
    var rng = new SplittableRandom(2);
    var rows = new ArrayList<String>();
    for (int r = 0; r < 120; r++) {
      double size = rng.nextGaussian();
      rows.add(
          "%s,%s,%s%n".formatted(10_000 + 7919 * rng.nextInt(8), size, size + rng.nextGaussian()));
    }
    rows.addAll(rows.subList(0, 30));
    String table =
        Files.writeString(folder.resolve("w.csv"), "zip,size,price\n" + String.join("", rows))
            .toString();
    String codes = "column 'zip' is taken as numbers in order; if it holds codes";
    assertThat(run("screen", table, "--target", "price", "--format", "json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("notes").toString())
        .contains("all 2 columns: 30 of 150 rows stand again as a whole", codes);
    assertThat(json.get("columns").findValues("warnings").toString()).contains(codes);
    assertThat(run("pairwise", table)).isZero();
    assertThat(out.toString())
        .contains("all 3 pairs: rows that stand again as a whole were counted once", codes);
    assertThat(run("select", table, "--target", "price")).isZero();
    assertThat(out.toString()).contains(" add to these\n30 of 150 rows stand again as a whole");
    assertThat(run("compare", table, "--x", "zip", "--y", "price", "--method", "cca")).isZero();
    assertThat(err.toString()).contains("warning: " + codes);
  }

  @Test
  @DisplayName("pairs that were asked before a stop are kept, and gone on with by --resume alone")
  void stoppedPairsAreResumed() throws IOException {
    var rng = new SplittableRandom(6);
    var text = new StringBuilder("a,b,c,d,e,f,g,h,i,j\n");
    for (int r = 0; r < 50; r++) {
      text.append(
          rng.doubles(10).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "\n");
    }
    String table = Files.writeString(folder.resolve("ten.csv"), text).toString();
    Path file = folder.resolve("pairs.csv");
    Path whole = folder.resolve("whole.csv");
    assertThat(run("pairwise", table, "--out", whole + "")).isZero();
    String[] words = {"pairwise", table, "--out", file + ""};
    var asked = new AtomicInteger();
    Object answer =
        TestDisplay.showing(
            ProgressListener.NONE.stoppedBy(() -> asked.incrementAndGet() > 30),
            () -> Mist4j.answer(new PrintWriter(err, true), words));
    Path kept = folder.resolve("pairs.csv.state");
    assertThat(answer.toString())
        .startsWith("mist4j: stopped after ")
        .endsWith("pairs, which %s keeps; the same command with --resume goes on".formatted(kept));
    assertThat(file).doesNotExist();
    err.getBuffer().setLength(0);
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "%s holds the pairs of a run that was stopped: --resume goes on with it, --overwrite"
                .formatted(kept));
    assertThat(run("pairwise", table, "--out", file + "", "--resume", "--block", "9")).isEqualTo(2);
    assertThat(err.toString()).contains("holds pairs of another table, model or options");
    assertThat(run("pairwise", table, "--resume")).isEqualTo(2);
    assertThat(run("pairwise", table, "--out", file + "", "--resume")).isZero();
    assertThat(file).hasSameTextualContentAs(whole);
    assertThat(kept).doesNotExist();
    assertThat(run("pairwise", table, "--out", file + "", "--resume")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing is left to resume; --overwrite asks again");
    Files.writeString(kept, "my own notes, which are longer than a title and a fingerprint are");
    assertThat(run("pairwise", table, "--out", file + "", "--overwrite")).isEqualTo(2);
    assertThat(kept)
        .hasContent("my own notes, which are longer than a title and a fingerprint are");
  }

  @Test
  @DisplayName("a selection is of the chosen columns, printed and saved as the other answers")
  void aSelectionIsSaved() throws IOException {
    Path json = folder.resolve("path.json");
    String[] words = {
      "select", csv, "--target", "price", "--columns", "rooms,age", "--format", "csv"
    };
    assertThat(
            run(
                Stream.concat(Stream.of(words), Stream.of("--out", json + ""))
                    .toArray(String[]::new)))
        .isZero();
    assertThat(out.toString()).startsWith("column,nats,lower,upper,more,n,p_value\nrooms,");
    JsonNode saved = new ObjectMapper().readTree(Files.readString(json));
    assertThat(saved.get("target").asText()).isEqualTo("price");
    assertThat(saved.get("columns").get(0).get("column").asText()).isEqualTo("rooms");
    assertThat(saved.get("notes")).isNotEmpty();
    assertThat(Mist4j.answer(new PrintWriter(err, true), "select", csv, "--target", "price"))
        .isInstanceOf(Selection.class);
  }

  @Test
  void standardInputIsATable() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(Files.readAllBytes(Path.of(csv))));
    try {
      assertThat(run("screen", "-", "--target", "price")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(err.toString()).startsWith("standard input: 40 rows");
  }

  @Test
  void inANotebookTheyAnswerWithTheirResults() {
    var progress = new PrintWriter(err, true);
    assertThat(Mist4j.answer(progress, "screen", csv, "--target", "price"))
        .isInstanceOf(Screening.class);
    assertThat(Mist4j.answer(progress, "pairwise", csv)).isInstanceOf(Pairwise.class);
    assertThat(Mist4j.answer(progress, "compare", csv, "--x", "age", "--y", "price"))
        .isInstanceOf(Comparison.class);
    assertThat(Mist4j.answer(progress, "pairwise", csv, "--format", "csv").toString())
        .startsWith("a,b,nats");
  }

  @ParameterizedTest
  @CsvSource({
    "estimate, gaussian-copula",
    "compare, gaussian-copula",
    "train, elliptical",
    "generate, multi_normal-dense",
    "benchmark, everyday",
    "reproduce, consistency",
    "screen, --target price",
    "pairwise, map.png",
    "select, --target price",
  })
  void theHelpListsNamesAndAnExample(String command, String name) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString())
        .contains(name)
        .containsPattern("Example:\\R  mist4j " + command + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"screen", "pairwise", "--target", "gaussian-copula", "crossings"})
  void shellsCompleteCommandsAndNames(String word) {
    assertThat(run("generate-completion")).isZero();
    assertThat(out.toString()).contains(word).contains("compdef");
  }
}
