package io.github.mist4j.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.progress.Progress.Count;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1500 | 500 | 625000  | 500  | 1,500 of 625,000 things, 2,000/s, 5 min 12 s left
          600  | 500 | 1000000 | 1000 | 600 of 1,000,000 things, 100/s, 2 h 46 min left
          3    | 0   | 10      | 2000 | 3 of 10 things, 1.5/s, 0 min 05 s left
          500  | 500 | 625000  | 3000 | 500 of 625,000 things
          10   | 0   | 10      | 5000 | 10 of 10 things, 2.0/s, 0 min 00 s left
          """)
  void theRateIsThatOfThisRun(long done, long before, long total, long millis, String line) {
    Count count = Count.of("things", done, before, total, Duration.ofMillis(millis));
    assertThat(count).hasToString(line);
    assertThat(count.finished()).isEqualTo(done == total);
  }

  @Test
  void noMoreIsDoneThanThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Count.of("things", 11, 0, 10, Duration.ZERO))
        .withMessage("done must be from 0 to 10, was 11");
  }
}
