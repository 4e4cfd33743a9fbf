package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ColumnScreeningTest {
  private static NetworkInput input(Distribution law, int n, long seed) {
    return NetworkInput.of(
        law.sample(n, new SplittableRandom(seed)), n, new SplittableRandom(seed));
  }

  @Test
  @DisplayName("noise columns are left out, dependent ones kept, whichever side is X")
  void keepsTheColumnsThatDepend() {
    Distribution pairs = new Normal(Dispersion.sparse(2, 2, 2, 1.5));
    Distribution wide = pairs.withNoiseColumns(8, 6);
    int kept = 0;
    for (int seed = 0; seed < 20; seed++) {
      NetworkInput input = input(wide, 300, seed);
      ColumnScreening screened = input.screened().orElseThrow();
      assertThat(screened.features().dx()).isBetween(2, 7);
      assertThat(screened.features().dy()).isBetween(2, 6);
      ColumnScreening swapped = input.swapped().screened().orElseThrow();
      assertThat(swapped.features().dx()).isEqualTo(screened.features().dy());
      assertThat(swapped.evidence())
          .usingRecursiveComparison()
          .withComparatorForType(new DoubleComparator(1e-9), Double.class)
          .isEqualTo(screened.evidence());
      kept += screened.features().dx() + screened.features().dy();
    }
    assertThat(kept / 20.0).isBetween(4.0, 4 + 14 * 0.4); // a fifth of the noise at the most
    assertThat(input(pairs, 300, 1).screened()).isEmpty();
    assertThat(input(new Normal(Dispersion.identity(1, 1)), 300, 1).screened()).isEmpty();
  }

  @Test
  @DisplayName("an estimate says what the screened columns alone say, and how many they are")
  void estimatesSayWhatTheScreenedColumnsSay() {
    Distribution pair = new Normal(Dispersion.dense(1, 1, 0.7));
    Sample sample = pair.withNoiseColumns(5, 5).sample(400, new SplittableRandom(3));
    Estimate estimate = Checkpoint.shipped().estimator().estimate(sample);
    Estimate.Reference screened = estimate.references().get(2);
    assertThat(screened.method()).matches("the [1-5] \\+ [1-5] columns that show dependence");
    assertThat(screened.value()).isCloseTo(pair.mutualInformation(), within(0.1));
    Sample alone = pair.sample(400, new SplittableRandom(3));
    assertThat(Checkpoint.shipped().estimator().estimate(alone).references()).hasSize(2);
  }
}
