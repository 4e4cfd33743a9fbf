package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Latent classes against another quadrature, an exact sum and densities written out here. */
final class LatentClassModelTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void roundNormalStatesAreAMixtureOfNormalLaws(int seed) {
    var rng = new SplittableRandom(seed);
    int dx = 1 + rng.nextInt(2);
    int d = dx + 1 + rng.nextInt(2);
    int count = 2 + 3 * seed;
    double[] weights = rng.doubles(count, 0.3, 1).toArray();
    double[][] means =
        IntStream.range(0, count)
            .mapToObj(s -> rng.doubles(d, -4, 4).toArray())
            .toArray(double[][]::new);
    var states =
        LatentClassModel.of(
            dx,
            weights,
            Arrays.stream(means)
                .map(
                    m ->
                        Arrays.stream(m)
                            .mapToObj(v -> moved(NormalDistribution.of(0, 1), v))
                            .toList())
                .toList());
    var mixture =
        GaussianMixture.of(
            dx,
            IntStream.range(0, count)
                .mapToObj(s -> NormalComponent.round(weights[s], 1, means[s]))
                .toList());
    assertThat(states.mutualInformation())
        .isCloseTo(
            mixture.mutualInformation(),
            within(4 * states.mutualInformationError() + 4 * mixture.mutualInformationError()));
    assertThat(states.information(5e-4).value())
        .isCloseTo(mixture.information(5e-4, 4096).value(), within(4e-3));
  }

  private static ColumnLaw moved(NormalDistribution law, double by) {
    return ColumnLaw.of(law, by);
  }

  @Test
  void countsHaveTheInformationOfTheirTable() {
    double[] weights = {1, 2, 1};
    double[][] rates = {{0.5, 3}, {4, 1}, {9, 12}};
    var law =
        LatentClassModel.of(
            1,
            weights,
            Arrays.stream(rates)
                .map(
                    r ->
                        Arrays.stream(r)
                            .mapToObj(v -> ColumnLaw.of(PoissonDistribution.of(v)))
                            .toList())
                .toList());
    int levels = 60;
    var joint = new double[levels][levels];
    for (int s = 0; s < 3; s++) {
      for (int i = 0; i < levels; i++) {
        for (int j = 0; j < levels; j++) {
          joint[i][j] +=
              weights[s]
                  / 4
                  * PoissonDistribution.of(rates[s][0]).probability(i)
                  * PoissonDistribution.of(rates[s][1]).probability(j);
        }
      }
    }
    assertThat(law.information(1e-3).value())
        .isCloseTo(ContingencyTable.of(joint).mutualInformation(), within(4e-3));
    assertThat(law.mutualInformation())
        .isCloseTo(
            ContingencyTable.of(joint).mutualInformation(),
            within(4 * law.mutualInformationError()));
  }

  /** A shared cause of four states: it lies below all columns, and drives the scale of the last. */
  @Test
  void shiftsAndScalesOfExponentialColumnsHaveTheMeanLogRatioOfTheirDensities() {
    double[] places = {0, 0.7, 1.5, 4};
    var waiting = ExponentialDistribution.of(1);
    var law =
        LatentClassModel.of(
            2,
            new double[] {1, 1, 1, 1},
            Arrays.stream(places)
                .mapToObj(
                    p ->
                        List.of(
                            ColumnLaw.of(waiting, p),
                            ColumnLaw.of(waiting, p),
                            ColumnLaw.of(waiting, -p),
                            ColumnLaw.of(ExponentialDistribution.of(Math.exp(p)))))
                .toList());
    int draws = 40_000;
    Sample sample = law.sample(draws, new SplittableRandom(4));
    var ratios = new double[draws];
    for (int r = 0; r < draws; r++) {
      double whole = 0;
      double left = 0;
      double right = 0;
      for (double p : places) {
        double x = above(sample.x(0)[r] - p) * above(sample.x(1)[r] - p);
        double y = above(sample.y(0)[r] + p) * above(sample.y(1)[r] / Math.exp(p)) / Math.exp(p);
        whole += x * y / 4;
        left += x / 4;
        right += y / 4;
      }
      ratios[r] = Math.log(whole / left / right);
    }
    LawsOfManyColumnsTest.isTheMean(law, ratios, 4, 4 * law.mutualInformationError());
  }

  private static double above(double waited) {
    return waited < 0 ? 0 : Math.exp(-waited);
  }

  @Test
  void statesComeAsOftenAsTheyWeigh() {
    ColumnLaw here = ColumnLaw.of(NormalDistribution.of(0, 1e-3));
    ColumnLaw there = ColumnLaw.of(NormalDistribution.of(0, 1e-3), 1);
    var law =
        LatentClassModel.of(
            1, new double[] {3, 1}, List.of(List.of(here, here), List.of(there, there)));
    Sample sample = law.sample(20_000, new SplittableRandom(1));
    assertThat(Arrays.stream(sample.x(0)).average().orElseThrow()).isCloseTo(0.25, within(0.013));
    double known = 0.25 * Math.log(4) + 0.75 * Math.log(4.0 / 3);
    assertThat(law.mutualInformation()).isCloseTo(known, within(1e-3));
  }

  @Test
  void whatIsNoLawIsRefused() {
    ColumnLaw density = ColumnLaw.of(NormalDistribution.of(0, 1));
    ColumnLaw counts = ColumnLaw.of(PoissonDistribution.of(2));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LatentClassModel.of(1, new double[] {1}, List.of(List.of(density, density))))
        .withMessage(
            "a hidden state needs two states or more and a weight for each, had 1 and 1"
                + " weights");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                LatentClassModel.of(
                    1,
                    new double[] {1, 1},
                    List.of(List.of(density, density), List.of(density, counts))))
        .withMessage("column 1 must have a density in all states or counts in all, had both");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                LatentClassModel.of(
                    2,
                    new double[] {1, 1},
                    List.of(List.of(density, density), List.of(density, density))))
        .withMessage("dx must be from 1 to 1, was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                LatentClassModel.of(
                    1,
                    new double[] {1, 0},
                    List.of(List.of(density, density), List.of(density, density))))
        .withMessage("weights must be positive, was 0.0");
  }
}
