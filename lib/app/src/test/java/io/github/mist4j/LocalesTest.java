package io.github.mist4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.cli.Mist4j;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.training.Schedule;
import io.github.mist4j.training.TrainingOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages with other digits, and one with other small letters. */
final class LocalesTest {
  @TempDir static Path folder;
  private static String here;

  @BeforeAll
  static void everythingHere() {
    here = under(Locale.ROOT, () -> everything("set-of-here")).replace("set-of-here", "set");
  }

  private static <T> T under(Locale locale, Supplier<T> work) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return work.get();
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String answer(String... words) {
    return Mist4j.answer(new PrintWriter(Writer.nullWriter()), words).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa", "th-TH-u-nu-thai", "tr"})
  @DisplayName("what is written and answered does not depend on the language of the machine")
  void filesAreTheSame(String tag) throws IOException {
    String name = "set-of-" + tag;
    assertThat(under(Locale.forLanguageTag(tag), () -> everything(name)).replace(name, "set"))
        .isEqualTo(here);
    for (String file : new String[] {"index.csv", "data.f32le", "recipe.txt"}) {
      assertThat(folder.resolve(name + "/" + file))
          .hasSameBinaryContentAs(folder.resolve("set-of-here/" + file));
    }
  }

  /** Datasets in a folder, and what the commands say of them and of a table. */
  private static String everything(String name) {
    String set = folder.resolve(name).toString();
    String table = folder.resolve(name + ".csv").toString();
    try {
      Files.writeString(
          Path.of(table),
          IntStream.range(0, 60)
              .mapToObj(r -> r + "," + r * 7 % 11 + "," + r % 2)
              .collect(Collectors.joining("\n", "a,B,ı\n", "\n")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String ksg = "ksg:neighbours=2";
    String predictions = set + "-predictions.csv";
    return String.join(
        "\n",
        answer(
            "generate",
            "--family",
            "multi_student-dense-asinh,hidden_state",
            "--n",
            "10..40",
            "--dim",
            "2..3",
            "--count",
            "4",
            "--out",
            set),
        withoutTimes(answer("evaluate", set, "--method", "cca," + ksg, "--out", predictions)),
        answer("estimate", table, "--x", "a,B", "--y", "ı", "--halves", "4"),
        answer("estimate", table, "--x", "a", "--y", "B", "--method", ksg, "--format", "JSON"),
        answer("info"),
        answer("methods"));
  }

  /** A table of errors ends with how long a dataset took, the only thing that may differ. */
  private static String withoutTimes(String table) {
    return table.replaceAll(" +[0-9.]+(?=\\R|$)", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "tr"})
  @DisplayName("what a training is known by when it is resumed does not depend on it either")
  void trainingsAreTheSame(String tag) {
    assertThat(under(Locale.forLanguageTag(tag), LocalesTest::trainings))
        .isEqualTo(under(Locale.ROOT, LocalesTest::trainings));
  }

  private static String trainings() {
    return MetaDistributions.names().stream()
            .map(name -> MetaDistributions.named(name).describe())
            .collect(Collectors.joining("\n"))
        + TrainingOptions.withDefaults().withThreads(1).withSchedule(Schedule.plateau(3, 0.5, 9));
  }
}
