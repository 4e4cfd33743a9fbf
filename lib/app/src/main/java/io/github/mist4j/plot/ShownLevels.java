package io.github.mist4j.plot;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The levels of a column of names or of true and false as a picture shows them: hours, days of the
 * week and months in their order, others with the most frequent first; the rare ones as one.
 *
 * @param column its name
 * @param names of those that are shown
 * @param places which of these a row has, (n)
 * @param inOrder whether they have an order of their own
 */
record ShownLevels(String column, List<String> names, int[] places, boolean inOrder) {

  /** Whether X is one such column. */
  static boolean isOne(Sample sample) {
    return sample.dx() == 1 && sample.xKinds().get(0) != ColumnKind.NUMERIC;
  }

  /**
   * Those of X.
   *
   * @param most how many at most
   * @param mostInOrder how many at most where they have an order, in which none should be missing
   */
  static ShownLevels of(Sample sample, int most, int mostInOrder) {
    int[] codes = Arrays.stream(sample.x(0)).mapToInt(code -> (int) code).toArray();
    List<String> all =
        sample.xKinds().get(0) == ColumnKind.NOMINAL ? sample.xLevels(0) : List.of("false", "true");
    var counts = new int[all.size()];
    for (int code : codes) {
      counts[code]++;
    }
    Optional<List<String>> calendar = CalendarWords.orderOf(all);
    int room = calendar.isPresent() ? mostInOrder : most;
    int own = all.size() <= room ? all.size() : room - 1;
    List<Integer> shown =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer code) -> -counts[code]))
            .limit(own)
            .sorted(
                Comparator.comparingInt(
                    code -> calendar.map(words -> words.indexOf(all.get(code))).orElse(0)))
            .toList();
    var names = new ArrayList<String>(shown.stream().map(all::get).toList());
    if (own < all.size()) {
      names.add("%s others".formatted(all.size() - own));
    }
    var place = new int[counts.length];
    Arrays.fill(place, own);
    for (int k = 0; k < own; k++) {
      place[shown.get(k)] = k;
    }
    return new ShownLevels(
        sample.xNames().get(0),
        List.copyOf(names),
        Arrays.stream(codes).map(code -> place[code]).toArray(),
        calendar.isPresent());
  }

  int count() {
    return names.size();
  }

  /** How many rows each has. */
  int[] counts() {
    var counts = new int[count()];
    for (int place : places) {
      counts[place]++;
    }
    return counts;
  }
}
