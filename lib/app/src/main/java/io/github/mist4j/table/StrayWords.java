package io.github.mist4j.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The few cells for which a column of numbers or dates is text instead. */
final class StrayWords {
  private static final int MOST_LETTERS = 40; // of a cell in a sentence

  private final String column;
  private final long cells;
  private final String kind;
  private final List<String> places = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private long count;
  private boolean all = true;

  /**
   * @param cells the cells of the column that hold something
   * @param kind what most of them are, one word
   */
  StrayWords(String column, long cells, String kind) {
    this.column = column;
    this.cells = cells;
    this.kind = kind;
  }

  void addAll(Words more) {
    count += more.count();
    all &= more.isAll();
    more.kept()
        .forEach(
            (word, found) -> {
              words.add(word);
              places.add(
                  "'%s' in row %s%s"
                      .formatted(
                          word.length() > MOST_LETTERS
                              ? line(word.substring(0, MOST_LETTERS)) + "..."
                              : line(word),
                          found.firstRow(),
                          found.count() == 1 || !more.isAll()
                              ? ""
                              : String.format(Locale.ROOT, " and %,d more", found.count() - 1)));
            });
  }

  private static String line(String word) {
    return word.replaceAll("\\p{Cntrl}", " ");
  }

  private static boolean canBeTyped(String word) {
    return word.length() <= MOST_LETTERS && word.equals(line(word));
  }

  void addCount(long more, String what) {
    count += more;
    all = false;
    places.add(what);
  }

  long count() {
    return count;
  }

  /** Which cells they are, and how to go on. */
  String sentence() {
    var listed = String.join(", ", places.subList(0, Math.min(3, places.size())));
    String more = all && places.size() <= 3 ? "" : " and others";
    String way =
        all && words.size() == 1 && canBeTyped(words.get(0))
            ? "to take it as missing: ReadOptions.withMissing(\"%s\") (--missing \"%s\")"
                .formatted(words.get(0), words.get(0))
            : "to take words as missing: ReadOptions.withMissing (--missing)";
    return String.format(
        Locale.ROOT,
        "column '%s' is text, as %,d of %,d cells %s no %s: %s%s; %s; to take all as names:"
            + " Mist.withNames (--nominal %s)",
        column,
        count,
        cells,
        count == 1 ? "is" : "are",
        kind,
        listed,
        more,
        way,
        column);
  }
}
