package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameMarginsTest {
  private static final int SAMPLES = 400;

  private static double[] codes(int levels, int n, SplittableRandom rng) {
    double[] codes = new double[n];
    Arrays.setAll(codes, r -> (int) (levels * Math.pow(rng.nextDouble(), 2))); // some are rare
    return codes;
  }

  @ParameterizedTest
  @CsvSource({"2,200", "10,200", "40,200", "400,200", "10,1000"})
  @DisplayName("5% of independent names are called dependent at 0.05, within 4 standard errors")
  void level(int levels, int n) {
    var rng = new SplittableRandom(levels + n);
    int rejected = 0;
    for (int k = 0; k < SAMPLES; k++) {
      double[] numbers = rng.doubles(n).toArray();
      RankMargin names = RankMargin.ofNames(codes(levels, n, rng));
      rejected += names.pValue(RankMargin.of(numbers), () -> false) <= 0.05 ? 1 : 0;
    }
    double error = Math.sqrt(0.05 * 0.95 / SAMPLES);
    assertThat((double) rejected / SAMPLES).isBetween(0.05 - 4 * error, 0.05 + 4 * error);
  }

  @ParameterizedTest
  @CsvSource({"3", "10"})
  @DisplayName("dependent names are found, beside numbers and beside names, from either side")
  void power(int levels) {
    var rng = new SplittableRandom(levels);
    double[] codes = codes(levels, 300, rng);
    double[] numbers = Arrays.stream(codes).map(c -> c % 2 + rng.nextGaussian()).toArray();
    double[] signs = Arrays.stream(numbers).map(v -> v > 0.5 ? 1 : 0).toArray();
    RankMargin names = RankMargin.ofNames(codes);
    double p = names.pValue(RankMargin.of(numbers), () -> false);
    assertThat(p).isLessThan(0.001);
    assertThat(RankMargin.of(numbers).pValue(names, () -> false)).isEqualTo(p);
    assertThat(names.pValue(RankMargin.ofNames(signs), () -> false)).isLessThan(0.01);
  }
}
