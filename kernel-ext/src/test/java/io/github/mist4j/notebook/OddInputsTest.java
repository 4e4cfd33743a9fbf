package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.model.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types every line of docs/odd-inputs.md as a notebook would. */
final class OddInputsTest {
  private static final Path PAGE = Path.of("..", "docs", "odd-inputs.md");
  private static final Pattern CELL = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.+?)` \\| (.+) \\|$");

  @TempDir static Path parent;
  private static JShell shell;

  @BeforeAll
  static void openShell() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("data"));
    Path whole = parent.resolve("whole.mist");
    Checkpoint.shipped().save(whole);
    byte[] model = Files.readAllBytes(whole);
    Files.write(folder.resolve("half.mist"), Arrays.copyOf(model, model.length / 2));
    Files.writeString(folder.resolve("notes.mist"), "no model\n");
    Files.createFile(folder.resolve("empty.csv"));
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    StartupImports.evaluate(OddInputsTest::run);
    run("var folder = Path.of(\"%s\");".formatted(folder.toString().replace("\\", "\\\\")));
    Matcher cell = CELL.matcher(Files.readString(PAGE));
    assertThat(cell.find()).isTrue();
    run(cell.group(1));
  }

  @AfterAll
  static void closeShell() {
    shell.close();
  }

  /** Every snippet of a cell, none of which may fail. */
  private static void run(String cell) {
    for (String rest = cell; !rest.isBlank(); ) {
      CompletionInfo first = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      SnippetEvent event = typed(first.source());
      assertThat(event.status()).as(first.source()).isEqualTo(Snippet.Status.VALID);
      assertThat(event.exception()).as(first.source()).isNull();
      rest = first.remaining();
    }
  }

  private static SnippetEvent typed(String snippet) {
    return shell.eval(snippet).get(0);
  }

  /** The rows of the page: what is typed, and the answer. */
  private static List<String[]> rows(boolean answered) throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .map(row -> new String[] {row.group(1), row.group(2)})
        .filter(row -> row[1].startsWith("`") == answered)
        .toList();
  }

  static List<String[]> refused() throws IOException {
    return rows(false);
  }

  static List<String[]> answered() throws IOException {
    return rows(true);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedWithTheSentenceOfThePage(String input, String sentence) {
    SnippetEvent event = typed(input);
    assertThat(event.exception())
        .isInstanceOfSatisfying(
            EvalException.class,
            refusal -> {
              assertThat(refusal.getExceptionClassName())
                  .isEqualTo(IllegalArgumentException.class.getName());
              assertThat(withoutParent(refusal.getMessage())).isEqualTo(sentence);
            });
    assertThat(sentence).hasSizeLessThan(250);
  }

  private static String withoutParent(String message) {
    return message.replace(parent + parent.getFileSystem().getSeparator(), "");
  }

  @ParameterizedTest
  @MethodSource("answered")
  void isAnsweredAsOnThePage(String input, String value) {
    assertThat("`" + typed(input).value() + "`").isEqualTo(value);
  }

  @Test
  void everyRowOfThePageIsTyped() throws IOException {
    Stream<MatchResult> lines =
        Pattern.compile("(?m)^\\| `").matcher(Files.readString(PAGE)).results();
    assertThat(lines).hasSize(refused().size() + answered().size()).hasSizeGreaterThan(100);
  }
}
