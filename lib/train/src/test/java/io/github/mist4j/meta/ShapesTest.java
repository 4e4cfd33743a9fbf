package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.meta.Shapes.Beyond;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ShapesTest {
  private static final Shapes PLAIN = new Shapes(10, 100, 32, 0.5);

  @Test
  @DisplayName("a share of the datasets is longer, and few columns wide where it is very long")
  void aShareIsLonger() {
    Shapes shapes = PLAIN.withLonger(0.2, 20_000);
    List<Shape> drawn = drawn(shapes);
    List<Shape> longer = drawn.stream().filter(s -> s.n() > 100).toList();
    assertThat(longer.size() / 5000.0).isBetween(0.17, 0.23); // 4 standard errors
    assertThat(longer)
        .allMatch(s -> s.n() <= 20_000 && s.dx() * s.n() <= 120_000 && s.dy() * s.n() <= 120_000);
    assertThat(longer).anyMatch(s -> s.dx() > 20).anyMatch(s -> s.n() > 15_000);
    assertThat(longer.stream().filter(s -> s.n() > 1414).count() / (double) longer.size())
        .isBetween(0.43, 0.57); // log-uniform: half above the geometric mean
    assertThat(drawn).anyMatch(s -> s.n() <= 100 && s.dx() > 30);
    assertThat(shapes.mostRows()).isEqualTo(20_000);
  }

  @Test
  @DisplayName("a share of the datasets is wider, on one side or on both")
  void aShareIsWider() {
    Shapes shapes = PLAIN.withWider(0.2, 256);
    List<Shape> drawn = drawn(shapes);
    List<Shape> wider = drawn.stream().filter(s -> Math.max(s.dx(), s.dy()) > 32).toList();
    assertThat(wider.size() / 5000.0).isBetween(0.17, 0.23);
    assertThat(wider).allMatch(s -> s.dx() <= 256 && s.dy() <= 256);
    assertThat(wider)
        .anyMatch(s -> s.dx() > 100 && s.dy() == 1)
        .anyMatch(s -> s.dy() > 100 && s.dx() < 4)
        .anyMatch(s -> Math.min(s.dx(), s.dy()) > 32);
    assertThat(shapes.maxColumns()).isEqualTo(32);
    assertThat(shapes.mostColumns()).isEqualTo(256);
  }

  private static List<Shape> drawn(Shapes shapes) {
    var rng = new SplittableRandom(1);
    return IntStream.range(0, 5000).mapToObj(i -> shapes.draw(rng)).toList();
  }

  @Test
  @DisplayName("without those shares nothing changes, not even the draws")
  void noneChangesNothing() {
    assertThat(PLAIN.mostRows()).isEqualTo(100);
    Shapes none = PLAIN.withLonger(0, 900).withWider(0, 64);
    assertThat(none.mostRows()).isEqualTo(100);
    assertThat(none.mostColumns()).isEqualTo(32);
    for (int i = 0; i < 100; i++) {
      assertThat(none.draw(new SplittableRandom(i))).isEqualTo(PLAIN.draw(new SplittableRandom(i)));
    }
  }

  @Test
  @DisplayName("the other shares stay, and the description tells all")
  void sharesAreTold() {
    Shapes shapes = PLAIN.withLonger(0.03, 6000).withSmall(0.25).withWider(0.025, 256);
    assertThat(shapes.longer()).isEqualTo(new Beyond(0.03, 6000));
    assertThat(shapes.describe())
        .isEqualTo(
            "n log-uniform in 10…100, 3% of them in 100…6000, dx and dy up to 120000/n,"
                + " 2.5% of them with 33 to 256 columns on a side; 50% dx = dy uniform in 2…32,"
                + " 25% dx, dy log-uniform in 1…3, else dx, dy log-uniform in 1…32");
  }

  @Test
  @DisplayName("fewer rows or columns than the others, or more than a share, are refused")
  void wrongSharesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.withLonger(0.1, 99))
        .withMessage("longer must be a share and reach to at least 100, were 0.1 and 99");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.withWider(1.1, 200))
        .withMessage("wider must be a share and reach to at least 32, were 1.1 and 200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.withWider(0.6, 200).withLonger(0.6, 200))
        .withMessageContaining("must add up to at most 1");
  }
}
