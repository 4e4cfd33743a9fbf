package io.github.mist4j.sample;

import static io.github.mist4j.sample.ColumnKind.BOOLEAN;
import static io.github.mist4j.sample.ColumnKind.NOMINAL;
import static io.github.mist4j.sample.ColumnKind.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class NominalColumnsTest {
  private static final int ROWS = 30;
  private static final double[] PRICES = IntStream.range(0, ROWS).mapToDouble(r -> r * r).toArray();

  /** b a c b c c, over and over. */
  private static String[] towns() {
    return IntStream.range(0, ROWS)
        .mapToObj(r -> "bacbcc".substring(r % 6, r % 6 + 1))
        .toArray(String[]::new);
  }

  private static Sample sample(String... towns) {
    double[] places = new double[ROWS];
    Arrays.setAll(places, r -> r % 2);
    return Sample.ofColumns(
            List.of("town", "age"), new double[][] {places, PRICES}, List.of("yes"), yes())
        .withNames("town", towns);
  }

  private static double[][] yes() {
    return new double[][] {IntStream.range(0, ROWS).mapToDouble(r -> r % 4 < 2 ? 0 : 1).toArray()};
  }

  @Test
  @DisplayName("names become codes in the order of their appearance")
  void codes() {
    Sample sample = sample(towns());
    assertThat(sample.xKinds()).containsExactly(NOMINAL, NUMERIC);
    assertThat(sample.x(0)).startsWith(0, 1, 2, 0, 2, 2, 0);
    assertThat(sample.xLevels(0)).containsExactly("b", "a", "c");
    assertThat(sample.xLevels(1)).isEmpty();
    assertThat(sample.hasNames()).isTrue();
    assertThat(sample.warnings()).isEmpty();
    assertThat(sample.rows(IntStream.range(2, 20).toArray()).xLevels(0))
        .containsExactly("c", "b", "a");
  }

  @Test
  @DisplayName("renaming levels changes no number")
  void renaming() {
    var other = Map.of("a", "Zug", "b", "Ulm", "c", "1");
    Sample sample = sample(towns());
    Sample renamed = sample(Arrays.stream(towns()).map(other::get).toArray(String[]::new));
    assertThat(renamed.x(0)).isEqualTo(sample.x(0));
    assertThat(renamed.withIndicators().x(0)).isEqualTo(sample.withIndicators().x(0));
    assertThat(renamed.withIndicators().x(1)).isEqualTo(sample.withIndicators().x(1));
    double[] codes = Arrays.stream(sample.x(0)).map(code -> 7 - 3.5 * code).toArray();
    Sample coded =
        Sample.ofColumns(new double[][] {codes, PRICES}, yes())
            .withKinds(List.of(NOMINAL, NUMERIC), List.of(BOOLEAN));
    assertThat(coded.x(0)).isEqualTo(sample.x(0));
    assertThat(coded.xLevels(0)).containsExactly("7", "3.5", "0");
  }

  @Test
  @DisplayName("indicators are those of all levels but the most frequent, frequent ones first")
  void indicators() {
    Sample numbers = sample(towns()).withIndicators();
    assertThat(numbers.xNames()).containsExactly("town=b", "town=a", "age");
    assertThat(numbers.xKinds()).containsExactly(BOOLEAN, BOOLEAN, NUMERIC);
    assertThat(numbers.x(0)).startsWith(1, 0, 0, 1, 0, 0);
    assertThat(numbers.hasNames()).isFalse();
    assertThat(numbers.withoutRedundantColumns().warnings()).isEmpty();
  }

  @Test
  @DisplayName("a name of two levels has one indicator")
  void twoLevels() {
    Sample pair =
        sample(
            Arrays.stream(towns()).map(t -> t.equals("c") ? "in" : "out").toArray(String[]::new));
    assertThat(pair.withIndicators().xNames()).containsExactly("town=in", "age");
  }

  @Test
  @DisplayName("keys and names that are nearly keys are warned of")
  void manyLevels() {
    assertThat(
            sample(IntStream.range(0, ROWS).mapToObj(r -> "k" + r).toArray(String[]::new))
                .warnings())
        .extracting(Warning::kind, Warning::sentence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Warning.Kind.MANY_LEVELS,
                "column 'town' has another name in each of 30 rows, as a key has: nothing can be"
                    + " concluded from it"));
    assertThat(
            sample(IntStream.range(0, ROWS).mapToObj(r -> "k" + r % 20).toArray(String[]::new))
                .warnings())
        .hasToString(
            "[column 'town' has 20 levels in 30 rows, 10 of them in one row each: only what its"
                + " frequent levels say can be told from chance]");
  }

  @Test
  @DisplayName("the rarest of very many levels share an indicator")
  void pooled() {
    int n = 2000;
    double[] codes = IntStream.range(0, n).mapToDouble(r -> r % 300).toArray();
    double[][] y = {IntStream.range(0, n).mapToDouble(r -> r).toArray()};
    Sample sample =
        Sample.ofColumns(new double[][] {codes}, y).withKinds(List.of(NOMINAL), List.of(NUMERIC));
    Sample numbers = sample.withIndicators();
    assertThat(numbers.dx()).isEqualTo(Levels.MOST_INDICATORS + 1);
    assertThat(Arrays.stream(numbers.x(Levels.MOST_INDICATORS)).sum())
        .isEqualTo(IntStream.range(257, 300).map(c -> n / 300 + (c < n % 300 ? 1 : 0)).sum());
    assertThat(numbers.warnings()).extracting(Warning::kind).contains(Warning.Kind.LEVELS_POOLED);
  }

  @Test
  @DisplayName("what cannot be is refused with a sentence")
  void refused() {
    Sample sample = sample(towns());
    assertThatThrownBy(() -> sample.withNames("village", towns()))
        .hasMessage("there is no column 'village' in X or Y");
    assertThatThrownBy(() -> sample.withNames("town", "a", "b"))
        .hasMessage("column 'town' needs 30 names, had 2");
    assertThatThrownBy(() -> sample("Ulm,".repeat(ROWS).split(",")))
        .hasMessage(
            "column 'town' is constant, every row is Ulm; a constant column holds no information");
    assertThatThrownBy(() -> sample.withKinds(List.of(NUMERIC, NUMERIC), List.of(NUMERIC)))
        .hasMessage("column 'town' holds names, it cannot become NUMERIC");
  }
}
