package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PlateauRateTest {
  private static final Offset<Double> SAME = within(1e-12);

  private static LearningRate rate(int patience, double floor) {
    return LearningRate.of(Schedule.plateau(patience, floor, 32), 0.5);
  }

  /** The rates after epochs of two steps with these mean losses. */
  private static double[] after(LearningRate rate, double... losses) {
    return DoubleStream.of(losses)
        .map(
            loss -> {
              rate.took(loss - 0.1, 16);
              rate.took(loss + 0.1, 16);
              return rate.at(0, 0);
            })
        .toArray();
  }

  @Test
  @DisplayName("the rate falls to a tenth after more than so many epochs without a lower loss")
  void fallsAfterPatience() {
    assertThat(after(rate(2, 0), 3, 2, 2.5, 2.1, 1.9, 2, 2, 2, 1.9, 1.9, 1.9, 1.8))
        .containsExactly(
            new double[] {.5, .5, .5, .5, .5, .5, .5, .05, .05, .05, .005, .005}, SAME);
  }

  @Test
  @DisplayName("a loss is lower if it is so by more than 0.01%")
  void smallImprovementsDoNotCount() {
    assertThat(after(rate(0, 0), 1, 0.99995)).containsExactly(new double[] {.5, .05}, SAME);
    assertThat(after(rate(0, 0), 1, 0.9998)).containsExactly(new double[] {.5, .5}, SAME);
  }

  @Test
  @DisplayName("the rate does not fall below the floor, and a floor above it changes nothing")
  void staysAboveTheFloor() {
    assertThat(after(rate(0, 0.02), 1, 1, 1, 1))
        .containsExactly(new double[] {.5, .05, .02, .02}, SAME);
    assertThat(after(rate(0, 2), 1, 1)).containsExactly(.5, .5);
  }

  @Test
  @DisplayName("written and read in the middle of an epoch it goes on the same")
  void goesOnTheSame() throws IOException {
    LearningRate rate = rate(1, 0);
    after(rate, 1, 1, 1, 2);
    rate.took(0.3, 16);
    var bytes = new ByteArrayOutputStream();
    rate.write(new DataOutputStream(bytes));
    LearningRate other = rate(1, 0);
    other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    rate.took(9, 16);
    other.took(9, 16);
    assertThat(after(other, 1, 2, 0.5, 3)).isEqualTo(after(rate, 1, 2, 0.5, 3));
  }

  @Test
  @DisplayName("the cosine rises for 200 steps and falls to 0 with the budget")
  void cosineRisesAndFalls() {
    LearningRate rate = LearningRate.of(Schedule.cosine(), 0.5);
    assertThat(rate.at(0, 0)).isCloseTo(0.5 / 200, SAME);
    assertThat(rate.at(199, 0)).isCloseTo(0.5, SAME);
    assertThat(rate.at(1000, 0.5)).isCloseTo(0.25, SAME);
    assertThat(rate.at(1000, 1)).isCloseTo(0, SAME);
  }

  @Test
  @DisplayName("numbers without sense are refused")
  void refusesNonsense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.plateau(-1, 0, 1))
        .withMessage("patience must not be negative, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.plateau(1, Double.NaN, 1))
        .withMessage("floor must not be negative, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.plateau(1, 0, 0))
        .withMessage("epoch must be positive, was 0");
  }
}
