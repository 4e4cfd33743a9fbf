package io.github.mist4j.table;

import io.github.mist4j.sample.Warning;
import io.github.mist4j.sample.Warning.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The warnings of many estimates: one sentence for each kind, with how many they concern and which
 * columns.
 */
final class WarningNotes {
  private static final int NAMED = 5; // columns that a sentence still names

  private static final Set<Kind> OF_LOOKS =
      EnumSet.of(Kind.LOOKS_LIKE_CODES, Kind.LOOKS_LIKE_MISSING); // those of ofColumn
  private static final Set<Kind> OF_LEVELS = EnumSet.of(Kind.MANY_LEVELS, Kind.LEVELS_POOLED);

  private WarningNotes() {}

  /** What a column's values look like, which its kind does not say. */
  static List<Warning> ofColumn(TableColumn column) {
    return Stream.of(CodeColumns.warning(column), MissingCodes.warning(column))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Of estimates that have a column each.
   *
   * @param warnings those of the estimate of each column, in the order of the columns
   */
  static List<String> ofColumns(Map<String, List<Warning>> warnings) {
    var sentences = new EnumMap<Kind, Set<String>>(Kind.class);
    var columns = new EnumMap<Kind, Set<String>>(Kind.class);
    warnings.forEach(
        (column, all) ->
            all.forEach(
                w -> {
                  sentences.computeIfAbsent(w.kind(), k -> new LinkedHashSet<>()).add(w.sentence());
                  columns.computeIfAbsent(w.kind(), k -> new LinkedHashSet<>()).add(column);
                }));
    var notes = new ArrayList<String>();
    sentences.forEach(
        (kind, said) -> {
          Set<String> concerned = columns.get(kind);
          String words = said.size() == 1 ? said.iterator().next() : kind.words();
          notes.add(
              isOfAColumn(kind) && said.size() == 1 // and names it
                  ? words
                  : "%s: %s".formatted(share(concerned, warnings.size()), words));
        });
    return notes;
  }

  private static boolean isOfAColumn(Kind kind) {
    return OF_LOOKS.contains(kind) || OF_LEVELS.contains(kind);
  }

  private static String share(Collection<String> concerned, int all) {
    return concerned.size() == all && all > 1
        ? "all %s columns".formatted(all)
        : "%s of %s columns (%s)".formatted(concerned.size(), all, listed(concerned));
  }

  private static String listed(Collection<String> names) {
    List<String> first = names.stream().limit(NAMED).toList();
    int more = names.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and %s more".formatted(more) : "");
  }

  /** Of pairs of columns. */
  static List<String> ofPairs(TableColumns columns, PairAnswers answers) {
    var notes = new ArrayList<String>();
    for (TableColumn column : columns.columns()) {
      ofColumn(column).stream().map(Warning::sentence).forEach(notes::add);
    }
    if (notes.size() > NAMED) {
      int more = notes.size() - NAMED;
      notes.subList(NAMED, notes.size()).clear();
      notes.add("and %s more such columns".formatted(more));
    }
    int all = (int) Arrays.stream(answers.n()).filter(n -> n > 0).count();
    for (Kind kind : Kind.values()) {
      int warned =
          (int) IntStream.range(0, answers.n().length).filter(i -> answers.has(i, kind)).count();
      if (warned > 0 && !OF_LOOKS.contains(kind)) {
        String which =
            warned == all && all > 1
                ? "all %s pairs".formatted(all)
                : "%s of %s pairs (with %s)"
                    .formatted(warned, all, listed(concerned(columns, answers, kind)));
        notes.add("%s: %s".formatted(which, kind.words()));
      }
    }
    return notes;
  }

  /** Few columns of which one is in each of the warned pairs, from the one in most of them on. */
  private static List<String> concerned(TableColumns columns, PairAnswers answers, Kind kind) {
    int size = columns.size();
    var pairs = new int[size]; // warned ones of each column that none of the names is in
    for (int a = 0; a < size; a++) {
      for (int b = a + 1; b < size; b++) {
        if (answers.has(answers.place(a, b), kind)) {
          pairs[a]++;
          pairs[b]++;
        }
      }
    }
    var taken = new boolean[size];
    var names = new ArrayList<String>();
    while (true) {
      int most = 0;
      for (int c = 1; c < size; c++) {
        most = pairs[c] > pairs[most] ? c : most;
      }
      if (pairs[most] == 0) {
        return names;
      }
      taken[most] = true;
      pairs[most] = 0;
      for (int c = 0; c < size; c++) {
        int place = answers.place(Math.min(c, most), Math.max(c, most));
        if (!taken[c] && answers.has(place, kind)) {
          pairs[c]--;
        }
      }
      names.add(columns.names().get(most));
    }
  }
}
