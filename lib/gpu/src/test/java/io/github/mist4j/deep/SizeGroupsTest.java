package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SizeGroupsTest {
  private static final SetTransformerArchitecture SIZE = SetTransformerArchitecture.paper();

  @Test
  @DisplayName("every example is in one group, and no group is padded by more than a quarter")
  void paddingIsSmall() {
    List<SetExample> examples = step();
    List<List<SetExample>> groups = new SizeGroups(SIZE, Long.MAX_VALUE, 1.25).of(examples);
    assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(examples);
    assertThat(groups).hasSizeLessThan(16);
    for (List<SetExample> group : groups) {
      assertThat(padded(group)).isLessThanOrEqualTo(1.25 * own(group));
    }
  }

  @Test
  @DisplayName("no group has more work than fits, but for one example alone")
  void groupsFit() {
    long most = SetTransformerLearner.work(SIZE, 100, 8);
    for (List<SetExample> group : new SizeGroups(SIZE, most, 1.25).of(step())) {
      assertThat(group.size() == 1 || padded(group) <= most).isTrue();
    }
  }

  /** Sixteen groups of sixteen, as a step of the paper's preset has them. */
  private static List<SetExample> step() {
    var rng = new SplittableRandom(1);
    var examples = new ArrayList<SetExample>();
    for (int g = 0; g < 16; g++) {
      int n = rng.nextInt(10, 501);
      int d = rng.nextInt(1, 17);
      for (int i = 0; i < 16; i++) {
        var columns = new SetColumns(new float[d][n], new float[d][n]);
        examples.add(new SetExample(columns, 0, Optional.empty(), 0.5f, 1));
      }
    }
    return examples;
  }

  private static double padded(List<SetExample> group) {
    PaddedColumns all = PaddedColumns.of(group.stream().map(SetExample::columns).toList());
    return group.size() * SetTransformerLearner.work(SIZE, all.n(), all.dx() + all.dy());
  }

  private static double own(List<SetExample> group) {
    return group.stream()
        .mapToLong(e -> SetTransformerLearner.work(SIZE, e.columns().n(), e.columns().d()))
        .sum();
  }

  @Test
  @DisplayName("columns of X and of Y stand at their positions whatever the others of a group have")
  void columnsStandAtTheirPositions() {
    var narrow = new SetColumns(new float[][] {{1, 2}}, new float[][] {{3, 4}});
    var wide = new SetColumns(new float[][] {{5, 5, 5}, {6, 6, 6}}, new float[][] {{7, 7, 7}});
    PaddedColumns columns = PaddedColumns.of(Arrays.asList(narrow, wide));
    assertThat(columns.padded()).isTrue();
    assertThat(columns.values())
        .containsExactly(1, 0, 3, 2, 0, 4, 0, 0, 0, 5, 6, 7, 5, 6, 7, 5, 6, 7);
    assertThat(columns.never(-9)).containsExactly(0, -9, 0, 0, 0, 0);
  }
}
