package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BroadFamilyTest {
  static Stream<Family> families() {
    return BroadFamily.all().stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  void membersHaveTheColumnsAskedForAndLabelsOfSmallError(Family family) {
    for (int i = 0; i < 24; i++) {
      var rng = new SplittableRandom(i);
      int dx = 1 + i % 5;
      int dy = 1 + i / 5;
      Distribution law = family.member().draw(dx, dy, rng);
      assertThat(law.dx()).isEqualTo(dx);
      assertThat(law.dy()).isEqualTo(dy);
      assertThat(law.mutualInformation()).isBetween(0.0, 40.0);
      assertThat(law.mutualInformationError())
          .as(law.describe())
          .isLessThan(Math.max(0.02, 0.02 * law.mutualInformation()));
      assertThat(law.sample(10, rng).n()).isEqualTo(10);
    }
  }

  @Test
  void theFullDistributionDrawsAllFamiliesAndTheSameDatasetsAgain() {
    MetaDistribution full = MetaDistributions.full();
    var met = new TreeSet<String>();
    for (int i = 0; i < 2000; i++) {
      met.add(full.draw(3, i).distribution());
    }
    assertThat(met).hasSize(12 + BroadFamily.all().size());
    Dataset once = full.draw(5, 17);
    Dataset again = MetaDistributions.named("full").draw(5, 17);
    assertThat(again.mutualInformation()).isEqualTo(once.mutualInformation());
    assertThat(again.sample().x(0)).containsExactly(once.sample().x(0));
  }

  @Test
  void oneCanBeDescribedFromFamiliesTransformsSizesAndWeights() {
    var own =
        new Family(
            "my_pairs",
            Integer::equals,
            (dx, dy, rng) -> new Normal(Dispersion.sparse(dx, dy, dx, rng.nextDouble())));
    Mixture mine =
        MetaDistribution.of("mine", own)
            .with(Families.named("regression"), 3)
            .withShapes(new Shapes(20, 30, 4, 0.5))
            .transformed("asinh", Transform.asinh(), Transform.asinh());
    assertThat(mine.describe())
        .isEqualTo(
            "mine-asinh: n log-uniform in 20…30; 50% dx = dy uniform in 2…4, else dx, dy"
                + " log-uniform in 1…4; families by weight: my_pairs-asinh 1.00,"
                + " regression-asinh 3.00");
    int regressions = 0;
    for (int i = 0; i < 400; i++) {
      Dataset dataset = mine.draw(1, i);
      assertThat(dataset.sample().n()).isBetween(20, 30);
      regressions += dataset.distribution().equals("regression-asinh") ? 1 : 0;
    }
    assertThat(regressions).isBetween(280, 380); // 3 in 4 where dx = dy, all elsewhere
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetaDistribution.of("none"))
        .withMessage("none needs at least one family, had none");
  }

  @Test
  void shortSamplesOfFewLevelsAreNeverConstant() {
    for (String id :
        List.of(
            "contingency_table",
            "discrete_response",
            "mixture_class",
            "answers",
            "function",
            "derived",
            "tables")) {
      Family family = Families.named(id);
      boolean slow = id.equals("derived") || id.equals("tables");
      int d = slow ? 6 : 1;
      for (int i = 0; i < (slow ? 1000 : 10_000); i++) {
        var rng = new SplittableRandom(i);
        Sample sample = family.member().draw(d, d, rng).sample(10, rng); // without its label
        assertThat(sample.n()).isEqualTo(10);
      }
    }
  }

  @Test
  void dxAndDyHaveRangesOfTheirOwn() {
    var shapes = new Shapes(20, 30, new IntRange(3, 8), IntRange.of(1), 0);
    var rng = new SplittableRandom(1);
    var met = new TreeSet<Integer>();
    for (int i = 0; i < 300; i++) {
      Shape shape = shapes.draw(rng);
      assertThat(shape.dy()).isEqualTo(1);
      met.add(shape.dx());
    }
    assertThat(met).containsExactly(3, 4, 5, 6, 7, 8);
    assertThat(MetaDistribution.of("one", Families.named("mixture")).withShapes(shapes).describe())
        .isEqualTo(
            "one: n log-uniform in 20…30; dx log-uniform in 3…8 and dy in 1…1; families by weight:"
                + " mixture 1.00");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shapes(20, 30, new IntRange(3, 8), IntRange.of(1), 0.5))
        .withMessage("dx = dy needs a number from 2 on in both ranges of columns, were 3..8 and 1");
  }
}
