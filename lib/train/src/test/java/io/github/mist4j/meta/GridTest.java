package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GridTest {
  private static final List<Integer> ROWS =
      List.of(
          10, 35, 61, 87, 113, 138, 164, 190, 216, 242, 267, 293, 319, 345, 371, 396, 422, 448, 474,
          500);

  private static List<Dataset> drawn(Grid grid) {
    return LongStream.range(0, grid.size()).mapToObj(i -> grid.draw(1, i)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "m-train, 625000, train, 16",
    "m-test-imd, 1080, IMD, 6",
    "m-test-oomd, 1260, OoMD, 7"
  })
  void aGridHasTheSizeOfThePapers(String name, long size, String split, int families) {
    Grid grid = Grid.named(name);
    assertThat(grid.size()).isEqualTo(size);
    assertThat(grid.split()).isEqualTo(split);
    List<Dataset> oneACell = drawn(grid.spread(20L * families));
    for (int i = 0; i < oneACell.size(); i++) {
      assertThat(oneACell.get(i).sample().n()).isEqualTo(ROWS.get(i / families));
    }
    assertThat(oneACell.stream().map(Dataset::distribution).distinct()).hasSize(families);
  }

  @ParameterizedTest
  @CsvSource({"m-test-imd, 6", "m-test-oomd, 7"})
  void everyCellOfATestGridHasNineDatasetsOfOneSize(String name, int families) {
    List<Dataset> all = drawn(Grid.named(name));
    var cells =
        all.stream()
            .collect(Collectors.groupingBy(d -> d.distribution() + " " + d.sample().n()))
            .values();
    assertThat(cells).hasSize(20 * families);
    for (List<Dataset> cell : cells) {
      assertThat(cell).hasSize(9);
      assertThat(cell.stream().map(d -> d.sample().dx()).distinct()).hasSize(1);
      assertThat(cell.stream().map(Dataset::mutualInformation).distinct()).hasSize(9);
    }
    assertThat(all.stream().mapToInt(d -> d.sample().dx())).allMatch(d -> d >= 2 && d <= 32);
    assertThat(all.stream().mapToInt(d -> d.sample().dx()).distinct().count()).isGreaterThan(25);
  }

  @Test
  void theCellsOfTheTrainingGridDifferByOneAtMost() {
    Grid grid = Grid.training();
    assertThat(grid.draw(1, 1953).distribution()).isEqualTo("multi_normal-dense-base");
    assertThat(grid.draw(1, 1954).distribution()).isEqualTo("multi_normal-dense-asinh");
    assertThat(grid.draw(1, 624_999).distribution()).isEqualTo("multi_additive_noise-wigglify");
    assertThat(LongStream.range(0, 60).map(i -> grid.draw(1, i).sample().dx()).distinct())
        .hasSizeGreaterThan(20);
  }

  @Test
  void aSpreadGridHoldsDatasetsOfTheWholeOne() {
    Grid whole = Grid.inDistribution();
    Grid quarter = whole.spread(270);
    for (int i = 0; i < 270; i += 30) {
      Dataset one = quarter.draw(3, i);
      Dataset same = whole.draw(3, 4L * i);
      assertThat(one.distribution()).isEqualTo(same.distribution());
      assertThat(one.sample().x(0)).containsExactly(same.sample().x(0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "m-test-imd, 10, 10, 6",
    "m-test-imd, 24, 20, 6",
    "m-test-oomd, 14, 14, 7",
    "m-test-oomd, 100, 20, 7",
    "m-train, 40, 20, 16",
    "m-train, 3, 3, 3"
  })
  @DisplayName("a few datasets of a grid are of many numbers of rows and of all families alike")
  void aFewDatasets(String name, int count, int sizes, int families) {
    List<Dataset> some = drawn(Grid.named(name).spread(count));
    assertThat(some.stream().map(d -> d.sample().n()).distinct()).hasSize(sizes);
    var byFamily =
        some.stream()
            .collect(Collectors.groupingBy(Dataset::distribution, Collectors.counting()))
            .values();
    assertThat(byFamily).hasSize(families);
    assertThat(Collections.max(byFamily) - Collections.min(byFamily)).isLessThanOrEqualTo(1);
    assertThat(some.stream().map(d -> d.distribution() + " " + d.sample().n()))
        .doesNotHaveDuplicates();
  }

  @Test
  void seedsNameDifferentDatasets() {
    assertThat(Grid.inDistribution().draw(1, 5).mutualInformation())
        .isNotEqualTo(Grid.inDistribution().draw(2, 5).mutualInformation());
  }

  @Test
  void unknownNamesAndCountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.named("m-tset"))
        .withMessage("preset must be one of m-train, m-test-imd, m-test-oomd, was 'm-tset'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.inDistribution().spread(1081))
        .withMessage("count must be from 1 to 1080 of m-test-imd, was 1081");
  }
}
