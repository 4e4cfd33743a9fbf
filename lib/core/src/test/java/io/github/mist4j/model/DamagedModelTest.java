package io.github.mist4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.sample.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files that lie; {@code -Dmist4j.fuzz=100000} tries so many of them. */
final class DamagedModelTest {
  private static final int FEW = 30;
  private static final int TRIED = Integer.getInteger("mist4j.fuzz", FEW);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Pattern TOKEN =
      Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|\"[^\"]*\"|true|false|null|[\\[{}\\]],?");
  private static final List<String> HOSTILE =
      List.of(
          "-1",
          "0",
          "0.5",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "1e999",
          "-1e308",
          "NaN",
          "null",
          "true",
          "[]",
          "[[]]",
          "[1, \"a\"]",
          "{}",
          "\"\"",
          "\"copula\"",
          "\"\\u001b[31m\"",
          "\"" + "x".repeat(10_000) + "\"",
          "[".repeat(5_000),
          "");

  private static byte[] whole;
  private static String card;
  private static byte[] weights;

  @TempDir Path folder;

  @BeforeAll
  static void readTheShippedModel(@TempDir Path ofWhole) throws IOException {
    Path file = ofWhole.resolve("whole.mist");
    Checkpoint.shipped().save(file);
    whole = Files.readAllBytes(file);
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      zip.getNextEntry();
      card = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      zip.getNextEntry();
      weights = zip.readAllBytes();
    }
  }

  private Path model(String json, byte[] numbers) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1);
      zip.putNextEntry(new ZipEntry("model.json"));
      zip.write(json.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("weights.f32le"));
      zip.write(numbers);
    }
    return Files.write(folder.resolve("a.mist"), bytes.toByteArray());
  }

  /** The time that this thread has worked: what other programs do is no fault of the reader. */
  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void assertRefusedAtOnce(Path file, String... words) {
    long start = worked();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.open(file))
        .withMessageStartingWith(file.toString())
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).contains(words));
    assertThat(Duration.ofNanos(worked() - start)).isLessThan(AT_ONCE);
  }

  /** Opens and asks it, or is refused with a sentence that names the file. */
  private static boolean isRefused(Path file) {
    long start = worked();
    boolean refused = false;
    try {
      Checkpoint model = Checkpoint.open(file);
      assertThat(model.card().toString()).isNotEmpty();
      Estimate estimate = model.estimator().estimate(Sample.ofColumns(column(1), column(2)));
      assertThat(estimate.value()).isFinite();
      assertThat(estimate.interval().orElseThrow().lower()).isFinite();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
      refused = true;
    }
    assertThat(Duration.ofNanos(worked() - start)).isLessThan(AT_ONCE);
    return refused;
  }

  private static double[][] column(long seed) {
    return new double[][] {new Random(seed).doubles(30).toArray()};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"layers\" : 3|\"layers\" : 2147483647|a network may have 4096 channels in 64 layers",
        "\"trunk\" : 64|\"trunk\" : -64|every size must be positive",
        "\"trunk\" : 64|\"trunk\" : 4096|at most 67108864 are read",
        "\"pair\" : 32|\"pair\" : 64|its card names",
        "\"limit\" :|\"limit\" : -1, \"l\" :|the limit of a novelty must be positive and finite",
        "\"seed\" :|\"sed\" :|'seed' is missing or of another kind",
        "\"minRows\" :|\"minRows\" : -1, \"m\" :|a trained range must be positive and in order",
        "\"coefficients\" : [|\"coefficients\" : [ 1,|a novelty has"
      })
  @DisplayName("a card whose sizes do not fit is refused at once")
  void sizesAreChecked(String from, String to, String sentence) throws IOException {
    assertThat(card).contains(from);
    assertRefusedAtOnce(model(card.replace(from, to), weights), sentence);
  }

  @Test
  @DisplayName("weights that are no numbers, too few or too many are refused")
  void weightsAreChecked() throws IOException {
    byte[] none = weights.clone();
    ByteBuffer.wrap(none).order(ByteOrder.LITTLE_ENDIAN).putFloat(400, Float.NaN);
    assertRefusedAtOnce(model(card, none), "weight 100 is NaN, every weight must be finite");
    assertRefusedAtOnce(
        model(card, Arrays.copyOf(weights, weights.length - 4)), "weights, ", " are there");
    assertRefusedAtOnce(
        model(card, Arrays.copyOf(weights, weights.length + 4)), "weights, more are there");
  }

  @Test
  @DisplayName("a zip that grows without end when it is read is refused at once")
  void bombsAreRefused() throws IOException {
    Path file = folder.resolve("bomb.mist");
    var zeros = new byte[1 << 20];
    for (String name : List.of("model.json", "zeros")) {
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.setLevel(1);
        zip.putNextEntry(new ZipEntry(name));
        for (int k = 0; k < 400; k++) {
          zip.write(zeros);
        }
        zip.putNextEntry(new ZipEntry("model.json"));
      } catch (java.util.zip.ZipException e) {
        assertThat(e).hasMessageContaining("duplicate entry");
      }
      assertRefusedAtOnce(file, "mist");
    }
  }

  @Test
  @DisplayName("a card with anything in the place of anything else is refused, or answers")
  void anyCardIsRefusedOrAnswers() throws IOException {
    var random = new Random(33);
    List<MatchResult> tokens = new ArrayList<>(TOKEN.matcher(card).results().toList());
    int refused = 0;
    for (int k = 0; k < TRIED; k++) {
      MatchResult token = tokens.get(random.nextInt(tokens.size()));
      String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
      String changed = card.substring(0, token.start()) + hostile + card.substring(token.end());
      if (isRefused(model(changed, weights))) {
        refused++;
      }
    }
    say("cards", refused);
    assertThat(refused).isGreaterThan(TRIED / 2);
  }

  @Test
  @DisplayName("a file with bytes changed, cut out or put in is refused, or is the model")
  void anyBytesAreRefusedOrAnswer() throws IOException {
    var random = new Random(34);
    Path file = folder.resolve("a.mist");
    int refused = 0;
    for (int k = 0; k < TRIED; k++) {
      byte[] changed = whole.clone();
      int at = random.nextInt(changed.length);
      if (k % 3 == 0) {
        changed = Arrays.copyOf(changed, at);
      } else {
        int end = Math.min(changed.length, at + 1 + random.nextInt(k % 3 == 1 ? 1 : 2_000));
        for (int i = at; i < end; i++) {
          changed[i] = (byte) random.nextInt(256);
        }
      }
      if (isRefused(Files.write(file, changed))) {
        refused++;
      }
    }
    say("bytes", refused);
    assertThat(refused).isGreaterThan(TRIED * 9 / 10);
  }

  /** The line that .ci/campaigns counts. */
  private static void say(String what, int refused) {
    if (TRIED > FEW) {
      System.out.printf(
          Locale.ROOT,
          "campaign: %d models with other %s, %d refused, the others answered%n",
          TRIED,
          what,
          refused);
    }
  }
}
