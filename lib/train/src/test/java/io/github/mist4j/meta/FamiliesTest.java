package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FamiliesTest {
  private static final Offset<Double> NEAR = within(1e-12);

  private static double wigglyOnX(double v) {
    return v + 0.4 * Math.sin(v) + 0.2 * Math.sin(1.7 * v + 1) + 0.03 * Math.sin(3.3 * v - 2.5);
  }

  private static double wigglyOnY(double v) {
    return v
        - 0.4 * Math.sin(0.4 * v)
        + 0.17 * Math.sin(1.3 * v + 3.5)
        + 0.02 * Math.sin(4.3 * v - 2.5);
  }

  private static Dataset drawn(String id) {
    return Families.named(id).draw(new Shape(12, 3, 3), new SplittableRandom(8));
  }

  @Test
  void everyFamilyIsFoundByItsIdAndCarriesIt() {
    assertThat(Families.ids()).doesNotHaveDuplicates().hasSize(13 * 5 + 26 + 6 + 7);
    for (String id : Families.ids()) {
      assertThat(Families.named(id).id()).isEqualTo(id);
      assertThat(drawn(id).distribution()).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multi_normal-lvm", "multi_student-sparse", "multi_additive_noise"})
  void aTransformMovesTheColumnsAndKeepsTheInformation(String id) {
    Dataset plain = drawn(id);
    assertThat(drawn(id + "-base").sample().x(1)).containsExactly(plain.sample().x(1));
    for (String transform : new String[] {"asinh", "halfcube", "wigglify"}) {
      assertThat(drawn(id + "-" + transform).mutualInformation())
          .isEqualTo(plain.mutualInformation());
    }
    double[] y = plain.sample().y(2);
    double[] expected =
        IntStream.range(0, y.length).mapToDouble(r -> y[r] * Math.sqrt(Math.abs(y[r]))).toArray();
    double[] halfcube = drawn(id + "-halfcube").sample().y(2);
    double[] asinh = drawn(id + "-asinh").sample().y(2);
    double[] x = plain.sample().x(0);
    double[] wigglyX = drawn(id + "-wigglify").sample().x(0);
    double[] wigglyY = drawn(id + "-wigglify").sample().y(2);
    for (int r = 0; r < y.length; r++) {
      assertThat(halfcube[r]).isCloseTo(expected[r], NEAR);
      assertThat(Math.sinh(asinh[r])).isCloseTo(y[r], NEAR);
      assertThat(wigglyX[r]).isCloseTo(wigglyOnX(x[r]), NEAR);
      assertThat(wigglyY[r]).isCloseTo(wigglyOnY(y[r]), NEAR);
    }
  }

  @Test
  void anUnknownIdIsRefusedWithTheNearOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Families.named("multi_normal-sprase-asinh"))
        .withMessage(
            "there is no family 'multi_normal-sprase-asinh', near it are multi_normal-dense-asinh,"
                + " multi_normal-sparse-asinh, multi_normal-2pair-asinh, multi_normal-lvm-asinh,"
                + " multi_normal-factors-asinh, multi_normal-identity-asinh");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Families.named("zebra"))
        .withMessage(
            "there is no family 'zebra', there are multi_normal-dense, multi_student-dense,"
                + " multi_normal-sparse, multi_student-sparse, multi_normal-2pair,"
                + " multi_student-2pair, multi_normal-lvm, multi_student-lvm, multi_normal-factors,"
                + " multi_student-factors, multi_normal-identity, multi_student-identity,"
                + " multi_additive_noise, each also with -base, -asinh, -halfcube or -wigglify; and"
                + " regression, regression-mixed, one_additive_noise, mixture, mixture-mixed,"
                + " mixture_class, discrete_response, contingency_table,"
                + " multi_normal-factors-mixed, multi_normal-sparse-mixed,"
                + " multi_student-factors-mixed, density, density-mixed, function, function-mixed,"
                + " coupled, embedded, hidden_state, relations, plane, answers, radial, programs,"
                + " derived, tables, independent, recorded, recorded_response, shared_zeros,"
                + " everyday_independent, names, repeated, spread_pairs, spread_curves,"
                + " spread_circles, spread_factors, smooth, spread_independent, strong");
  }
}
