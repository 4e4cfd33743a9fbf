package io.github.mist4j.meta;

import static io.github.mist4j.meta.BroadFamily.ANSWERS;
import static io.github.mist4j.meta.BroadFamily.DENSITY;
import static io.github.mist4j.meta.BroadFamily.FUNCTION;
import static io.github.mist4j.meta.BroadFamily.HIDDEN_STATE;
import static io.github.mist4j.meta.BroadFamily.INDEPENDENT;
import static io.github.mist4j.meta.BroadFamily.MIXTURE;
import static io.github.mist4j.meta.BroadFamily.PLANE;
import static io.github.mist4j.meta.BroadFamily.PROGRAMS;
import static io.github.mist4j.meta.BroadFamily.REGRESSION;
import static io.github.mist4j.meta.BroadFamily.RELATIONS;
import static io.github.mist4j.meta.BroadFamily.RESPONSE;
import static io.github.mist4j.meta.BroadFamily.SPARSE_MIXED;
import static io.github.mist4j.meta.BroadFamily.TABLE;
import static io.github.mist4j.meta.BroadMembers.widened;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.meta.Families.Structure;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Members with columns computed from the others of their side, and members of levels alone. */
final class DerivedMembers {
  static final int MOST_INDICATORS = 6;
  private static final int MOST_DERIVED = 4; // of a side
  private static final int PILOT = 64; // rows that show where columns lie

  private DerivedMembers() {}

  /**
   * A member of another family and columns computed from those of their side, or indicators of the
   * levels of each side and noise columns.
   */
  static Distribution derived(int dx, int dy, RandomGenerator rng) {
    if (rng.nextInt(6) == 0) {
      int x = 1 + rng.nextInt(Math.min(MOST_INDICATORS, dx));
      int y = 1 + rng.nextInt(Math.min(MOST_INDICATORS, dy));
      return widened(RandomLevels.indicators(x, y, rng), dx, dy);
    }
    int ofX = 0;
    int ofY = 0;
    while (ofX + ofY == 0 && dx + dy > 2) {
      ofX = rng.nextBoolean() ? 0 : rng.nextInt(Math.min(MOST_DERIVED + 1, dx));
      ofY = rng.nextBoolean() ? 0 : rng.nextInt(Math.min(MOST_DERIVED + 1, dy));
    }
    List<Family> others = others();
    Family before = others.get(rng.nextInt(others.size()));
    return withDerived(before.member().draw(dx - ofX, dy - ofY, rng), ofX, ofY, rng);
  }

  /** All columns have levels: indicators, programs, some with columns computed from others. */
  static Distribution tables(int dx, int dy, RandomGenerator rng) {
    int ofX = rng.nextInt(3) == 0 ? rng.nextInt(dx) : 0;
    int ofY = rng.nextInt(3) == 0 ? rng.nextInt(dy) : 0;
    int x = dx - ofX;
    int y = dy - ofY;
    Distribution law =
        switch (rng.nextInt(6)) {
          case 0 -> RandomLevels.indicators(x, y, rng);
          case 1 -> RandomPrograms.independent(x, y, rng);
          default -> RandomPrograms.levels(x, y, rng);
        };
    return withDerived(law, ofX, ofY, rng);
  }

  /** The families that columns are added to; answers and programs twice as often. */
  private static List<Family> others() {
    return List.of(
        REGRESSION.family(),
        MIXTURE.family(),
        RESPONSE.family(),
        TABLE.family(),
        Families.normal(Structure.FACTORS),
        SPARSE_MIXED.family(),
        DENSITY.family(),
        FUNCTION.family(),
        HIDDEN_STATE.family(),
        RELATIONS.family(),
        PLANE.family(),
        ANSWERS.family(),
        ANSWERS.family(),
        PROGRAMS.family(),
        PROGRAMS.family(),
        INDEPENDENT.family());
  }

  private static Distribution withDerived(Distribution law, int ofX, int ofY, RandomGenerator rng) {
    Sample pilot = law.sample(PILOT, rng);
    double[][] x = IntStream.range(0, law.dx()).mapToObj(pilot::x).toArray(double[][]::new);
    double[][] y = IntStream.range(0, law.dy()).mapToObj(pilot::y).toArray(double[][]::new);
    return law.transformed(
        RandomRedundantColumns.of(x, ofX, rng), RandomRedundantColumns.of(y, ofY, rng));
  }
}
