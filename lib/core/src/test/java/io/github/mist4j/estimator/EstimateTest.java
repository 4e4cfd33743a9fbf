package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Warning;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class EstimateTest {
  private static final Estimate FULL =
      new Estimate(
          0.5312,
          Optional.of(new Interval(0.4567, 0.61, 0.975)),
          Optional.of(new IndependenceTest(0.005, 199, -0.01, 0.02)),
          342,
          2,
          1,
          Unit.NATS,
          "mist",
          Optional.of("small-1k"),
          List.of(
              new Warning(Warning.Kind.NOVEL, "one"), new Warning(Warning.Kind.MANY_TIES, "two")));

  @Test
  @DisplayName("one line holds value, interval, p-value, sizes, method, model and warnings")
  void oneLineHoldsEverything() {
    assertThat(FULL)
        .hasToString(
            "0.531 nats, 97.5% interval [0.457, 0.610], p = 0.005, n = 342, 2 x 1 columns,"
                + " mist small-1k; warning: one; warning: two");
    assertThat(FULL.toString()).isEqualTo(FULL.summary() + "; warning: one; warning: two");
  }

  @Test
  @DisplayName("bits are nats by log 2, in every number; and back")
  void bitsAreNatsByLogTwo() {
    Estimate bits = FULL.inBits();
    assertThat(bits.value()).isCloseTo(0.5312 / Math.log(2), within(1e-12));
    assertThat(bits.interval().orElseThrow().upper()).isCloseTo(0.61 / Math.log(2), within(1e-12));
    assertThat(bits.independence().orElseThrow().bandUpper())
        .isCloseTo(0.02 / Math.log(2), within(1e-12));
    assertThat(bits.independence().orElseThrow().pValue()).isEqualTo(0.005);
    assertThat(bits.unit()).isEqualTo(Unit.BITS);
    assertThat(bits.in(Unit.NATS).value()).isCloseTo(FULL.value(), within(1e-12));
  }

  @Test
  @DisplayName("numbers that are none are refused, with the argument, its value and the rule")
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> new Interval(1, 0.5, 0.9))
        .hasMessage("an interval needs finite ends in order, was [1.0, 0.5]");
    assertThatThrownBy(() -> EstimateOptions.withDefaults().withLevel(90))
        .hasMessage("level must be in (0, 1), was 90.0");
    assertThatThrownBy(() -> EstimateOptions.withDefaults().withPermutations(-1))
        .hasMessage("permutations must be from 0 to 1000000, was -1");
  }
}
