package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateTest {
  private static final Estimate FULL =
      Estimate.of(sample(342, 2, 1), "mist", 0.5312)
          .withEvidence(
              Optional.of(new Interval(0.4567, 0.61, 0.975)),
              Optional.of(new IndependenceTest(0.005, 199, -0.01, 0.02)))
          .withModel("small-1k")
          .withWarnings(
              List.of(
                  new Warning(Warning.Kind.NOVEL, "one"),
                  new Warning(Warning.Kind.MANY_TIES, "two")));

  private static Sample sample(int n, int dx, int dy) {
    double[] rows = IntStream.range(0, n).asDoubleStream().toArray();
    return Sample.ofColumns(
        Collections.nCopies(dx, rows).toArray(double[][]::new),
        Collections.nCopies(dy, rows).toArray(double[][]::new));
  }

  @Test
  @DisplayName("one line holds value, interval, p-value, sizes, method, model and warnings")
  void oneLineHoldsEverything() {
    assertThat(FULL)
        .hasToString(
            "0.531 nats, 97.5% interval [0.457, 0.610], p = 0.005, n = 342, 2 x 1 columns,"
                + " mist small-1k; warning: one; warning: two");
    assertThat(FULL.toString()).isEqualTo(FULL.summary() + "; warning: one; warning: two");
  }

  @ParameterizedTest
  @CsvSource({
    "0.051, 199, 0.6, 0.9, 0", // not rejected at 5%
    "0.051, 199, 0.2, 0.9, 0.4", // but shuffles do not give as much
    "0.05, 199, 0.6, 0.9, 0.4", // the test agrees
    "0.05, 19, 0.6, 0.9, 0.4",
    "0.03, 199, 0.6, 0.95, 0", // not rejected at 2.5%
    "0.1, 9, 0.6, 0.9, 0.4", // ten orders cannot reject at 5%
  })
  @DisplayName(
      "an interval begins at 0 where the test finds nothing and the value is one of shuffles")
  void intervalsAndTestsAgree(
      double pValue, int permutations, double band, double level, double lower) {
    var estimate =
        Estimate.of(sample(30, 1, 1), "mist", 0.5)
            .withEvidence(
                Optional.of(new Interval(0.4, 0.6, level)),
                Optional.of(new IndependenceTest(pValue, permutations, 0, band)));
    assertThat(estimate.interval()).contains(new Interval(lower, 0.6, level));
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
  @DisplayName("an information amounts to the correlation of a normal pair that shares as much")
  void correlation() {
    double nats = -0.5 * Math.log(1 - 0.6 * 0.6);
    var pair = Estimate.of(sample(50, 1, 1), "cca", nats);
    assertThat(pair.correlation()).isCloseTo(0.6, within(1e-12));
    assertThat(pair.inBits().correlation()).isCloseTo(0.6, within(1e-12));
    assertThat(pair.meaning()).isEqualTo("as much as a correlation of 0.60");
    assertThat(pair.explained()).isEmpty();
  }

  @Test
  @DisplayName("a name that follows from another is wholly explained by it, in nats and in bits")
  void explained() {
    double[] town = IntStream.range(0, 40).mapToDouble(r -> r % 4).toArray();
    double[] coast = Arrays.stream(town).map(t -> t < 2 ? 0 : 1).toArray();
    List<ColumnKind> names = List.of(ColumnKind.NOMINAL);
    Estimate estimate =
        new PlugIn(PlugIn.Correction.NONE)
            .estimate(
                Sample.ofColumns(
                        List.of("town"),
                        new double[][] {town},
                        List.of("coast"),
                        new double[][] {coast})
                    .withKinds(names, names));
    for (Estimate in : List.of(estimate, estimate.inBits())) {
      assertThat(in.explained().keySet()).containsExactly("town", "coast");
      assertThat(in.explained().get("town")).isCloseTo(0.5, within(0.03)); // of log 4
      assertThat(in.explained().get("coast")).isCloseTo(1, within(0.03));
    }
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
