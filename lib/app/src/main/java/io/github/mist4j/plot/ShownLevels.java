package io.github.mist4j.plot;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The levels of a column of names or of true and false as a picture shows them: the most frequent
 * first, the rare ones as one.
 *
 * @param column its name
 * @param names of those that are shown
 * @param places which of these a row has, (n)
 */
record ShownLevels(String column, List<String> names, int[] places) {

  /** Whether X is one such column. */
  static boolean isOne(Sample sample) {
    return sample.dx() == 1 && sample.xKinds().get(0) != ColumnKind.NUMERIC;
  }

  /** Those of X, so many at most. */
  static ShownLevels of(Sample sample, int most) {
    int[] codes = Arrays.stream(sample.x(0)).mapToInt(code -> (int) code).toArray();
    List<String> all =
        sample.xKinds().get(0) == ColumnKind.NOMINAL ? sample.xLevels(0) : List.of("false", "true");
    var counts = new int[all.size()];
    for (int code : codes) {
      counts[code]++;
    }
    List<Integer> order =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer code) -> -counts[code]))
            .toList();
    int own = order.size() <= most ? order.size() : most - 1;
    var names = new ArrayList<String>();
    order.subList(0, own).forEach(code -> names.add(all.get(code)));
    if (own < order.size()) {
      names.add("%s others".formatted(order.size() - own));
    }
    var place = new int[counts.length];
    for (int k = 0; k < place.length; k++) {
      place[order.get(k)] = Math.min(k, own);
    }
    return new ShownLevels(
        sample.xNames().get(0),
        List.copyOf(names),
        Arrays.stream(codes).map(code -> place[code]).toArray());
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
