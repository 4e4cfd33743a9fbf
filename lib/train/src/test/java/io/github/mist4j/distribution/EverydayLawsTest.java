package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Laws of columns as tables have them: their labels against counts, their samples against words.
 */
final class EverydayLawsTest {
  private static final ContingencyTable TABLE =
      ContingencyTable.of(new double[][] {{4, 1, 1}, {1, 3, 2}});

  @Test
  @DisplayName("shared zeros have the entropy of their pattern, and the law's where both are there")
  void sharedZerosAddUp() {
    Distribution none = new Normal(Dispersion.identity(1, 1)).transformed(Transform.exp());
    double share = 0.7;
    double entropy = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    assertThat(none.withLosses(share, 0, 0, 0).mutualInformation())
        .isCloseTo(entropy, within(1e-12));
    assertThat(none.withLosses(0.35, 0.35, 0.15, 0).mutualInformation())
        .isCloseTo(0, within(1e-12)); // 0.7 · 0.5 each: lost independently
    Distribution law = TABLE.withLosses(0.3, 0.1, 0.2, -5);
    assertThat(law.mutualInformation()).isCloseTo(counted(law, 400_000), within(4e-3));
  }

  /** The information of the table of counts of many rows, its bias removed. */
  private static double counted(Distribution law, int n) {
    Sample sample = law.sample(n, new SplittableRandom(1));
    Map<Double, Integer> x = new HashMap<>();
    Map<Double, Integer> y = new HashMap<>();
    Map<List<Double>, Integer> both = new HashMap<>();
    double[] ofX = sample.x(0);
    double[] ofY = sample.y(0);
    for (int r = 0; r < n; r++) {
      x.merge(ofX[r], 1, Integer::sum);
      y.merge(ofY[r], 1, Integer::sum);
      both.merge(List.of(ofX[r], ofY[r]), 1, Integer::sum);
    }
    double bias = (both.size() - x.size() - y.size() + 1) / (2.0 * n);
    return entropy(x, n) + entropy(y, n) - entropy(both, n) - bias;
  }

  private static double entropy(Map<?, Integer> counts, double n) {
    return counts.values().stream().mapToDouble(c -> -c / n * Math.log(c / n)).sum();
  }

  @Test
  @DisplayName("of repeated rows the share says how many are copies; the information is the law's")
  void repeatedRowsAreCopies() {
    Distribution law = new Normal(Dispersion.dense(1, 1, 0.6));
    Distribution repeated = law.withRepeatedRows(0.25);
    assertThat(repeated.mutualInformation()).isEqualTo(law.mutualInformation());
    double[] x = repeated.sample(400, new SplittableRandom(2)).x(0);
    var distinct = new HashSet<Double>();
    Arrays.stream(x).forEach(distinct::add);
    assertThat(distinct).hasSize(300);
  }

  @Test
  @DisplayName("independent sides have no information, whatever margins they are seen through")
  void independentSidesStayIndependent() {
    var price =
        new Margin("price", z -> 20 * Math.exp(z), Recording.heaped(10, 5, 0.4).inflated(0, 0.5));
    var answer = new Margin("answer", z -> z, Recording.levels(-1, 0, 0.3, 1));
    Distribution law =
        new Normal(Dispersion.identity(1, 1)).throughMargins(List.of(price), List.of(answer));
    assertThat(law.mutualInformation()).isZero();
    assertThat(counted(law, 200_000)).isCloseTo(0, within(2e-3));
    Sample sample = law.sample(1000, new SplittableRandom(3));
    assertThat(Arrays.stream(sample.x(0)).filter(v -> v == 0).count()).isBetween(500L, 720L);
    assertThat(Arrays.stream(sample.x(0)).allMatch(v -> v / 10 == Math.rint(v / 10))).isTrue();
    assertThat(Arrays.stream(sample.y(0)).distinct().sorted())
        .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Normal(Dispersion.dense(1, 1, 0.5))
                    .throughMargins(List.of(price), List.of(answer)))
        .withMessageStartingWith("independent sides are of a law without information, it had 0.14");
  }

  @Test
  @DisplayName("a recorded response to several columns has the information that counts come to")
  void recordedResponsesAgreeWithCounts() {
    var x = Predictors.cut(new double[][] {{-0.5, 0.5}, {0}});
    var law =
        MultipleRegression.of(
            "sum", x, row -> row[0] + row[1] * row[0], row -> 0.7, Noise.laplace());
    Distribution recorded =
        law.recorded(Recording.rounded(0.5).withLimits(-1.5, 2).inflated(0, 0.2));
    Sample sample = recorded.sample(400_000, new SplittableRandom(4));
    double[] code = new double[sample.n()];
    double[] first = sample.x(0);
    double[] second = sample.x(1);
    Arrays.setAll(code, r -> 10 * Math.signum(first[r]) + Math.signum(second[r]));
    Sample coded = Sample.ofColumns(new double[][] {code}, new double[][] {sample.y(0)});
    assertThat(recorded.mutualInformation())
        .isCloseTo(counted(coded), within(4e-3 + 4 * recorded.mutualInformationError()));
  }

  private static double counted(Sample sample) {
    return counted(Simulated.of("rows as they are", 1, 1, new Rows(sample), 0), sample.n());
  }

  /** The rows of a sample one after the other. */
  private static final class Rows implements Simulated.RowSampler {
    private final double[] x;
    private final double[] y;
    private int next;

    Rows(Sample sample) {
      x = sample.x(0);
      y = sample.y(0);
    }

    @Override
    public void draw(double[] row, java.util.random.RandomGenerator rng) {
      row[0] = x[next % x.length];
      row[1] = y[next++ % y.length];
    }
  }
}
