package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.random.RandomStreams;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Families whose datasets came out otherwise on Java 25, whose hyperbolic functions are its own,
 * than on Java 17: the fingerprints are of Java 17 on x86-64.
 */
final class SameBytesTest {
  @ParameterizedTest
  @CsvSource({
    "function, 204791950c740056",
    "function-mixed, 08c2d54a93957894",
    "plane, e1f68d3aaa999cef",
    "answers, f7b1bbeb409ee35f",
    "recorded_response, 711580ad5b6313fc",
  })
  @DisplayName("ten datasets of a seed, and what is known of them, are the same bits on every Java")
  void datasets(String family, String fingerprint) {
    var found = new Fingerprint();
    for (int k = 0; k < 10; k++) {
      Dataset dataset =
          Families.named(family).draw(new Shape(100, 1 + k % 2, 1), RandomStreams.of(7, k));
      var sample = dataset.sample();
      for (int c = 0; c < sample.dx(); c++) {
        with(found, sample.x(c));
      }
      with(found, sample.y(0));
      with(found, dataset.mutualInformation());
    }
    assertThat(found.toString()).startsWith(fingerprint);
  }

  private static void with(Fingerprint found, double... values) {
    var bytes = ByteBuffer.allocate(Double.BYTES * values.length);
    IntStream.range(0, values.length).forEach(i -> bytes.putDouble(values[i]));
    found.with(bytes.array());
  }
}
