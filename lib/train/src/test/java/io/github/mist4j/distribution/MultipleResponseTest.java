package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.MultipleResponse.Probabilities;
import io.github.mist4j.distribution.MultipleResponse.Question;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few levels from several columns against quadratures along one, closed forms and draws. */
final class MultipleResponseTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6})
  @DisplayName("yes or no along a direction has the information of the quadrature along it")
  void alongADirection(int dx) {
    var law =
        MultipleResponse.of(
            Predictors.normal(dx),
            List.of(
                yes(
                    row -> {
                      double along = Arrays.stream(row).sum() / Math.sqrt(dx);
                      return 1 / (1 + Math.exp(-0.5 - 3 * along));
                    })));
    double expected = DiscreteResponse.of(NORMAL, Response.logistic(0.5, 3)).mutualInformation();
    assertThat(law.mutualInformation())
        .isCloseTo(expected, within(0.002 + 4 * law.mutualInformationError()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.4})
  @DisplayName("the sign of a product with errors: log 2 − H(errors)")
  void signOfAProduct(double errors) {
    var law =
        MultipleResponse.of(
            Predictors.normal(3),
            List.of(yes(row -> row[0] * row[1] * row[2] > 0 ? 1 - errors : errors)));
    double unsure = Response.entropyTerm(errors) + Response.entropyTerm(1 - errors);
    assertThat(law.mutualInformation())
        .isCloseTo(Math.log(2) - unsure, within(0.002 + 4 * law.mutualInformationError()));
  }

  @Test
  @DisplayName("answers to columns apart add up")
  void apart() {
    Question first = yes(row -> 1 / (1 + Math.exp(-4 * row[0])));
    Question second = new Question("third", 3, (row, p) -> thirds(row[1], p));
    Predictors x = Predictors.normal(2);
    var law = MultipleResponse.of(x, List.of(first, second));
    double apart =
        MultipleResponse.of(x, List.of(first)).mutualInformation()
            + MultipleResponse.of(x, List.of(second)).mutualInformation();
    assertThat(law.mutualInformation())
        .isCloseTo(apart, within(0.003 + 4 * law.mutualInformationError()));
    assertThat(MultipleResponse.of(x, List.of(second)).mutualInformation())
        .isCloseTo(Math.log(3), within(0.002));
  }

  private static void thirds(double value, double[] p) {
    Arrays.fill(p, 0);
    p[Math.min(2, (int) (3 * NORMAL.cumulativeProbability(value)))] = 1;
  }

  @Test
  @DisplayName("levels that answer levels have the information of their table")
  void levelsOfLevels() {
    var x = Predictors.cut(new double[][] {{-0.5, 1}, {0}});
    var law =
        MultipleResponse.of(
            x, List.of(yes(row -> 1 / (1 + Math.exp(-2 * row[0] * row[1] - row[0])))));
    double[] ofFirst = shares(-0.5, 1);
    double[] ofSecond = shares(0);
    Sample sample = law.sample(2000, new SplittableRandom(3));
    double[] first = Arrays.stream(sample.x(0)).sorted().distinct().toArray();
    double[] second = Arrays.stream(sample.x(1)).sorted().distinct().toArray();
    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2);
    var table = new double[6][2];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        double yes = 1 / (1 + Math.exp(-2 * first[i] * second[j] - first[i]));
        table[2 * i + j][1] = ofFirst[i] * ofSecond[j] * yes;
        table[2 * i + j][0] = ofFirst[i] * ofSecond[j] * (1 - yes);
      }
    }
    assertThat(law.mutualInformation())
        .isCloseTo(
            ContingencyTable.of(table).mutualInformation(),
            within(0.002 + 4 * law.mutualInformationError()));
  }

  /** The probabilities of the levels between cuts. */
  private static double[] shares(double... cuts) {
    var shares = new double[cuts.length + 1];
    for (int k = 0; k < shares.length; k++) {
      double above = k == cuts.length ? 1 : NORMAL.cumulativeProbability(cuts[k]);
      shares[k] = above - (k == 0 ? 0 : NORMAL.cumulativeProbability(cuts[k - 1]));
    }
    return shares;
  }

  @Test
  @DisplayName("a regression on levels has the information of a mixture in one column")
  void regressionOnLevels() {
    var x = Predictors.cut(new double[][] {{0}, {}});
    var law = MultipleRegression.of("level", x, row -> row[0], row -> 0.4, Noise.normal());
    Sample sample = law.sample(500, new SplittableRandom(1));
    double high = Arrays.stream(sample.x(0)).max().orElseThrow();
    var twoLevels =
        Regression.of(
            NORMAL,
            new Curve("sign", v -> v > 0 ? high : -high),
            Curve.constant(0.4),
            Noise.normal());
    assertThat(law.mutualInformation())
        .isCloseTo(twoLevels.mutualInformation(), within(0.003 + 4 * law.mutualInformationError()));
    assertThat(Arrays.stream(sample.x(0)).distinct()).hasSize(2);
    assertThat(Arrays.stream(sample.x(1)).distinct()).hasSize(500);
  }

  @Test
  @DisplayName("the mean log ratio of draws is the information of answers that share a cause")
  void meanLogRatio() {
    Question grade = new Question("grade", 3, (row, p) -> grade(2 * Math.sin(2 * row[0]), p));
    Question other = new Question("other", 3, (row, p) -> grade(row[0] * row[1], p));
    Predictors x = Predictors.normal(2);
    var law = MultipleResponse.of(x, List.of(grade, other));
    int draws = 20_000;
    Sample sample = law.sample(draws, new SplittableRandom(9));
    var p = new double[draws][9];
    var mean = new double[9];
    for (int r = 0; r < draws; r++) {
      double[] row = {sample.x(0)[r], sample.x(1)[r]};
      var a = new double[3];
      var b = new double[3];
      grade.probabilities().at(row, a);
      other.probabilities().at(row, b);
      for (int k = 0; k < 9; k++) {
        p[r][k] = a[k / 3] * b[k % 3];
        mean[k] += p[r][k] / draws;
      }
    }
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < draws; r++) {
      int cell = (int) (3 * sample.y(0)[r] + sample.y(1)[r]);
      double ratio = Math.log(p[r][cell] / mean[cell]);
      sum += ratio / draws;
      squares += ratio * ratio / draws;
    }
    double error = Math.sqrt((squares - sum * sum) / draws);
    assertThat(law.mutualInformation())
        .isCloseTo(sum, within(4 * error + 4 * law.mutualInformationError()));
  }

  private static void grade(double value, double[] p) {
    double low = 1 / (1 + Math.exp(-value - 1));
    double high = 1 / (1 + Math.exp(-value + 1));
    p[0] = 1 - low;
    p[1] = low - high;
    p[2] = high;
  }

  @Test
  void whatCannotBeIsRefused() {
    Predictors x = Predictors.normal(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipleResponse.of(x, List.of()))
        .withMessage("dy must be positive, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Question("one", 1, (row, p) -> {}))
        .withMessage("a column of Y needs two levels or more, had 1");
    Question many = new Question("many", 20, (row, p) -> {});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipleResponse.of(x, List.of(many, many)))
        .withMessage("the levels of all columns of Y together must be at most 256, were more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Predictors.normal(0))
        .withMessage("dx must be positive, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Predictors.cut(new double[][] {{1, 1}}))
        .withMessage("cuts must be finite and rise, were [1.0, 1.0]");
  }

  private interface Chance {
    double at(double[] row);
  }

  private static Question yes(Chance chance) {
    Probabilities p =
        (row, levels) -> {
          levels[1] = chance.at(row);
          levels[0] = 1 - levels[1];
        };
    return new Question("yes or no", 2, p);
  }
}
