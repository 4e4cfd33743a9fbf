package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ShapesTest {
  private static final Shapes PLAIN = new Shapes(10, 100, 32, 0.5);

  @Test
  @DisplayName("a share of the datasets has many rows, and few columns then")
  void aShareHasManyRows() {
    Shapes shapes = PLAIN.withMany(0.2, 900);
    var rng = new SplittableRandom(1);
    List<Shape> drawn = IntStream.range(0, 5000).mapToObj(i -> shapes.draw(rng)).toList();
    List<Shape> many = drawn.stream().filter(s -> s.n() > 100).toList();
    assertThat(many.size() / 5000.0).isBetween(0.17, 0.23); // 4 standard errors
    assertThat(many).allMatch(s -> s.n() <= 900 && s.dx() <= 8 && s.dy() <= 8);
    assertThat(many).anyMatch(s -> s.dx() == 8).anyMatch(s -> s.dy() == 1);
    assertThat(many.stream().filter(s -> s.n() > 300).count() / (double) many.size())
        .isBetween(0.43, 0.57); // log-uniform: half above the geometric mean
    assertThat(drawn).anyMatch(s -> s.n() <= 100 && s.dx() > 30);
    assertThat(shapes.mostRows()).isEqualTo(900);
  }

  @Test
  @DisplayName("without that share nothing changes, not even the draws")
  void noneChangesNothing() {
    assertThat(PLAIN.mostRows()).isEqualTo(100);
    Shapes none = PLAIN.withMany(0, 900);
    assertThat(none.mostRows()).isEqualTo(100);
    for (int i = 0; i < 100; i++) {
      assertThat(none.draw(new SplittableRandom(i))).isEqualTo(PLAIN.draw(new SplittableRandom(i)));
    }
  }

  @Test
  @DisplayName("the other shares stay, and the description tells all")
  void sharesAreTold() {
    Shapes shapes = PLAIN.withMany(0.03, 6000).withSmall(0.25);
    assertThat(shapes.many()).isEqualTo(0.03);
    assertThat(shapes.longest()).isEqualTo(6000);
    assertThat(shapes.describe())
        .isEqualTo(
            "n log-uniform in 10…100, 3% of them in 100…6000; 50% dx = dy uniform in 2…32,"
                + " 25% dx, dy log-uniform in 1…3, else dx, dy log-uniform in 1…32");
  }

  @Test
  @DisplayName("fewer rows than the others, or more than a share, are refused")
  void wrongSharesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.withMany(0.1, 99))
        .withMessage("many must be a share and longest at least 100, were 0.1 and 99");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.withMany(1.1, 200))
        .withMessage("many must be a share and longest at least 100, were 1.1 and 200");
  }
}
