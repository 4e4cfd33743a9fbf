package io.github.mist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void anAmountHasTheDecimalsThatSuitItsSize() {
    assertThat(Figures.amount(0.0031)).isEqualTo("0.003");
    assertThat(Figures.amount(0.531)).isEqualTo("0.53");
    assertThat(Figures.amount(12.44)).isEqualTo("12.4");
    assertThat(Figures.amount(-0.02)).isEqualTo("−0.020");
    assertThat(Figures.fixed(-0.0001, 2)).isEqualTo("0.00");
    assertThat(Figures.fixed(Double.NaN, 2)).isEqualTo("–");
    assertThat(Figures.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("−∞");
  }

  @Test
  void probabilitiesAndSharesAreShort() {
    assertThat(Figures.probability(0.0049999)).isEqualTo("0.005");
    assertThat(Figures.probability(1)).isEqualTo("1");
    assertThat(Figures.small(3.2e-8)).isEqualTo("3e-08");
    assertThat(Figures.percent(0.975)).isEqualTo("97.5");
    assertThat(Figures.percent(0.8964, 1)).isEqualTo("89.6%");
    assertThat(Figures.count(1, "row")).isEqualTo("1 row");
    assertThat(Figures.shortened("a long name", 6)).isEqualTo("a lo…e");
  }

  @Test
  void endsOfAxesHaveAnExponentWhereTheyAreLong() {
    assertThat(Figures.rounded(46.84, 3)).isEqualTo("46.8");
    assertThat(Figures.rounded(0, 4)).isEqualTo("0");
    assertThat(Figures.rounded(1_700_000_000, 4)).isEqualTo("1700000000");
    assertThat(Figures.rounded(-1.671e308, 4)).isEqualTo("−1.671e308");
    assertThat(Figures.rounded(2e-310, 4)).isEqualTo("2e-310");
  }

  @Test
  void coloursAreWrittenAsPagesWantThem() {
    assertThat(Palette.hex(Palette.BLUE)).isEqualTo("#0072b2");
    assertThat(Palette.series(8)).isEqualTo(Palette.series(0));
    assertThat(Palette.hex(Palette.information(0))).isEqualTo("#f7fbff");
    assertThat(Palette.hex(Palette.information(1))).isEqualTo("#08306b");
  }
}
