package io.github.mist4j.plot;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that come again in dates and times, which have an order though they are names. */
final class CalendarWords {
  private static final List<List<String>> ORDERS =
      Stream.of(TextStyle.SHORT, TextStyle.FULL)
          .flatMap(style -> Stream.of(days(style), months(style)))
          .toList();
  private static final List<String> HOURS =
      IntStream.range(0, 24).mapToObj(h -> String.format(Locale.ROOT, "%02d", h)).toList();

  private CalendarWords() {}

  private static List<String> days(TextStyle style) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(style, Locale.ENGLISH))
        .toList();
  }

  private static List<String> months(TextStyle style) {
    return Arrays.stream(Month.values())
        .map(month -> month.getDisplayName(style, Locale.ENGLISH))
        .toList();
  }

  /** All words of the kind that some levels are, in their order; empty for other names. */
  static Optional<List<String>> orderOf(Collection<String> levels) {
    return Stream.concat(ORDERS.stream(), Stream.of(HOURS))
        .filter(words -> words.containsAll(levels))
        .findFirst();
  }
}
