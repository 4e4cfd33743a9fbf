package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NominalEstimatorsTest {
  private static final ColumnKind NAMES = ColumnKind.NOMINAL;
  private static final ColumnKind NUMBERS = ColumnKind.NUMERIC;

  private static Sample sample(double[] x, ColumnKind ofX, double[] y, ColumnKind ofY) {
    return Sample.ofColumns(new double[][] {x}, new double[][] {y})
        .withKinds(List.of(ofX), List.of(ofY));
  }

  private static double value(String method, Sample sample) {
    return Estimators.named(method).estimate(sample).value();
  }

  /** Levels whose shares fall as 1/k, beside normal numbers that are level(k) apart. */
  private static Sample towns(int levels, int n, double apart, long seed) {
    var rng = new SplittableRandom(seed);
    double sum = IntStream.rangeClosed(1, levels).mapToDouble(k -> 1.0 / k).sum();
    var town = new double[n];
    var price = new double[n];
    for (int r = 0; r < n; r++) {
      double left = rng.nextDouble() * sum;
      while (town[r] < levels - 1 && left > 1 / (town[r] + 1)) {
        left -= 1 / (town[r] + 1);
        town[r]++;
      }
      price[r] = apart * (town[r] % 2) + rng.nextGaussian();
    }
    return sample(town, NAMES, price, NUMBERS);
  }

  @Test
  @DisplayName(
      "a number that follows from a name has its entropy: 90% intervals hold it in about 36 of 40"
          + " draws; shuffled it has nothing")
  void pricesOfArticles() {
    int levels = 40;
    int n = 1000;
    double sum = IntStream.rangeClosed(1, levels).mapToDouble(k -> 1.0 / k).sum();
    double truth =
        IntStream.rangeClosed(1, levels).mapToDouble(k -> Math.log(k * sum) / (k * sum)).sum();
    int held = 0;
    for (int draw = 0; draw < 40; draw++) {
      double[] article = towns(levels, n, 0, draw).x(0);
      double[] price = Arrays.stream(article).map(a -> 5 + 7.31 * (a * 17 % levels)).toArray();
      Estimate estimate = new NamesEstimator().estimate(sample(article, NAMES, price, NUMBERS));
      Interval interval = estimate.interval().orElseThrow();
      held += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
      assertThat(estimate.value()).isCloseTo(truth, within(0.15)); // 4 standard errors
    }
    assertThat(held).isBetween(29, 40); // 4 standard errors are 7.6; the rule of three adds some
    double[] article = towns(levels, n, 0, 1).x(0);
    double[] others = Arrays.stream(towns(levels, n, 0, 2).x(0)).map(a -> 7.31 * a).toArray();
    Estimate nothing = new NamesEstimator().estimate(sample(article, NAMES, others, NUMBERS));
    assertThat(nothing.value()).isLessThan(0.02);
  }

  @Test
  @DisplayName("entropies of 4, 2, 1 and 1 rows are those computed by hand")
  void entropies() {
    int[] counts = {4, 2, 1, 1};
    assertThat(CountEntropy.plain(counts)).isCloseTo(1.75 * Math.log(2), within(1e-14));
    assertThat(CountEntropy.millerMadow(counts))
        .isCloseTo(1.75 * Math.log(2) + 3.0 / 16, within(1e-14));
    double[] seen = {3.0 / 8, 3.0 / 16, 3.0 / 32, 3.0 / 32}; // a quarter is unseen
    assertThat(CountEntropy.chaoShen(counts))
        .isCloseTo(
            Arrays.stream(seen).map(p -> -p * Math.log(p) / (1 - Math.pow(1 - p, 8))).sum(),
            within(1e-14));
  }

  @Test
  @DisplayName("NSB is near log K for even counts, and near the truth where few of many are seen")
  void nsb() {
    int[] even = new int[20];
    Arrays.fill(even, 50);
    assertThat(CountEntropy.nsb(even, 20)).isCloseTo(Math.log(20), within(0.005));
    var rng = new SplittableRandom(3);
    int[] few = new int[1000];
    for (int r = 0; r < 300; r++) {
      few[rng.nextInt(1000)]++;
    }
    double error = Math.abs(CountEntropy.nsb(few, 1000) - Math.log(1000));
    assertThat(error).isLessThan(0.15);
    assertThat(Math.abs(CountEntropy.plain(few) - Math.log(1000))).isGreaterThan(5 * error);
  }

  @Test
  @DisplayName("the plug-in estimate of a table is its information")
  void plugIn() {
    var x = new double[40]; // counts 10, 5, 5, 20
    var y = new double[40];
    for (int r = 10; r < 40; r++) {
      x[r] = r < 15 ? 0 : 1;
      y[r] = r < 15 || r >= 20 ? 1 : 0;
    }
    double expected =
        0.25 * Math.log(0.25 / (15.0 / 40 * 15 / 40))
            + 0.25 * Math.log(0.125 / (15.0 / 40 * 25 / 40))
            + 0.5 * Math.log(0.5 / (25.0 / 40 * 25 / 40));
    Sample table = sample(x, NAMES, y, NAMES);
    assertThat(value("plug-in:correction=none", table)).isCloseTo(expected, within(1e-12));
    assertThat(value("plug-in", table)).isCloseTo(expected - 1.0 / 80, within(1e-12));
  }

  @Test
  @DisplayName("Ross finds that normal numbers 2 apart tell two names by 0.337 nats")
  void ross() {
    double mean =
        IntStream.range(0, 10).mapToDouble(s -> value("ross", two(400, 2, s))).average().orElse(0);
    assertThat(mean).isCloseTo(0.337, within(0.04));
    double gao =
        IntStream.range(0, 10).mapToDouble(s -> value("gao", two(400, 2, s))).average().orElse(0);
    assertThat(gao).isCloseTo(0.337, within(0.04));
  }

  private static Sample two(int n, double apart, long seed) {
    var rng = new SplittableRandom(seed);
    double[] x = IntStream.range(0, n).mapToDouble(r -> r % 2).toArray();
    double[] y = Arrays.stream(x).map(v -> apart * v + rng.nextGaussian()).toArray();
    return sample(x, NAMES, y, NUMBERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 40, 200})
  @DisplayName("names that say nothing hold less than 0.03 nats, however many there are")
  void nothing(int levels) {
    double mean =
        IntStream.range(0, 8)
            .mapToDouble(s -> value("names", towns(levels, 200, 0, s)))
            .average()
            .orElseThrow();
    assertThat(mean).isLessThan(0.03);
  }

  @Test
  @DisplayName("unique names say nothing, and all is possible")
  void keys() {
    double[] key = IntStream.range(0, 1000).mapToDouble(r -> r).toArray();
    double[] y = Arrays.stream(key).map(Math::sin).toArray();
    double[] level = Arrays.stream(key).map(r -> r % 3).toArray();
    for (Sample sample :
        List.of(sample(key, NAMES, y, NUMBERS), sample(key, NAMES, level, NAMES))) {
      Estimate estimate = new NamesEstimator().estimate(sample);
      assertThat(estimate.value()).isZero();
      assertThat(estimate.interval()).contains(new Interval(0, Math.log(1000), 0.9));
    }
  }

  @Test
  @DisplayName("the estimate of names is the same to the bit under renaming and any order of rows")
  void invariant() {
    Sample sample = towns(8, 150, 1, 1);
    double[] renamed = Arrays.stream(sample.x(0)).map(code -> 100 - 7 * code).toArray();
    double expected = value("names", sample);
    assertThat(value("names", sample(renamed, NAMES, sample.y(0), NUMBERS))).isEqualTo(expected);
    int[] backwards = IntStream.range(0, 150).map(r -> 149 - r).toArray();
    assertThat(value("names", sample.rows(backwards))).isCloseTo(expected, within(1e-9));
    assertThat(value("names", sample.swapped())).isEqualTo(expected);
  }

  @Test
  @DisplayName("methods of numbers refuse names, methods of names refuse measures, in a sentence")
  void refusals() {
    Sample sample = towns(5, 50, 1, 1);
    for (String method : List.of("ksg", "gaussian-copula", "cca", "histogram", "kde")) {
      assertThatThrownBy(() -> value(method, sample))
          .hasMessage(
              "column 'x1' holds names, and method %s takes numbers; methods for names are mist,"
                      .formatted(method)
                  + " names, plug-in, ross and gao");
    }
    assertThatThrownBy(() -> value("plug-in", sample))
        .hasMessageStartingWith("column 'y1' has 50 values in 50 rows, and method plug-in counts");
    Sample numbers = Sample.ofColumns(new double[][] {sample.x(0)}, new double[][] {sample.y(0)});
    assertThatThrownBy(() -> value("ross", numbers))
        .hasMessageStartingWith("method ross takes names or booleans on one side");
    assertThatThrownBy(() -> value("names", numbers))
        .hasMessageStartingWith("method names takes names or booleans, on one side at least");
  }
}
