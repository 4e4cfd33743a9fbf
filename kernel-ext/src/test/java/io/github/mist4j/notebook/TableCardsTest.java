package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.table.Pairwise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TableCardsTest {
  @Test
  @DisplayName("the card of 400 columns is no larger than a photograph, and says how to have all")
  void cardsAreBounded() {
    var pairs = new ArrayList<Pairwise.Pair>();
    for (int a = 0; a < 400; a++) {
      for (int b = a + 1; b < 400; b++) {
        pairs.add(new Pairwise.Pair(a, b, 100, (a * 7 + b * 13) % 101 / 100.0, 0.5, 0.5));
      }
    }
    List<String> names = IntStream.range(0, 400).mapToObj(c -> "c" + c).toList();
    String html = TableCards.html(new Pairwise(names, pairs, List.of()));
    assertThat(html.length()).isLessThan(1_200_000);
    assertThat(html.substring(html.length() - 200)).contains("The 500 strongest are shown");
  }
}
