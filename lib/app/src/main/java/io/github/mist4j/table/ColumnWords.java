package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns as people name them: a name, names with commas between them, {@code from..to} for those
 * from one to another, {@code *} for all others. A name stands for itself whatever it holds; double
 * quotes around a part keep its commas together; blanks around a name count only where two names
 * differ in nothing else.
 */
final class ColumnWords {
  private static final String ALL_OTHERS = "*";
  private static final String RANGE = "..";

  private final List<String> names;

  ColumnWords(List<String> names) {
    this.names = names;
  }

  /** X and Y. */
  record Sides(List<String> x, List<String> y) {}

  /**
   * The columns of two sides.
   *
   * @throws IllegalArgumentException if there is no such column, a range runs backwards, or both
   *     sides ask for all others
   */
  Sides sides(List<String> x, List<String> y) {
    List<String> wordsOfX = words("X", x);
    List<String> wordsOfY = words("Y", y);
    require(
        !(asksForOthers(wordsOfX) && asksForOthers(wordsOfY)),
        "'*' stands for all columns of neither side, so only one side may have it");
    List<String> namedOfX = named(wordsOfX);
    List<String> namedOfY = named(wordsOfY);
    return new Sides(
        asksForOthers(wordsOfX) ? others(namedOfX, namedOfY, "X") : namedOfX,
        asksForOthers(wordsOfY) ? others(namedOfY, namedOfX, "Y") : namedOfY);
  }

  /**
   * The columns of one list, {@code *} for all of them, before parts of dates that are named.
   *
   * @throws IllegalArgumentException as {@link #sides}
   */
  List<String> columns(List<String> chosen) {
    List<String> words = words("columns", chosen);
    List<String> named = named(words);
    return asksForOthers(words)
        ? Stream.concat(names.stream(), named.stream()).distinct().toList()
        : named;
  }

  private boolean asksForOthers(List<String> words) {
    return words.contains(ALL_OTHERS) && !names.contains(ALL_OTHERS);
  }

  private List<String> others(List<String> named, List<String> ofOther, String side) {
    var all = new ArrayList<>(named);
    names.stream().filter(n -> !all.contains(n) && !ofOther.contains(n)).forEach(all::add);
    require(!all.isEmpty(), "%s is to be all other columns, and there are none", side);
    return all;
  }

  private List<String> words(String side, List<String> chosen) {
    require(chosen != null, "%s must be a list of column names, was null", side);
    require(!chosen.isEmpty(), "%s needs at least one column name, had none", side);
    for (String word : chosen) {
      require(word != null, "%s must hold column names, one was null", side);
    }
    return chosen.stream().flatMap(this::parts).toList();
  }

  private Stream<String> parts(String text) {
    return isColumn(text) ? Stream.of(text) : cut(text).stream();
  }

  /** At the commas outside double quotes; the quotes go. */
  private static List<String> cut(String text) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts.stream().map(p -> p.isBlank() ? p : p.strip()).toList();
  }

  private List<String> named(List<String> words) {
    return words.stream()
        .filter(word -> !word.equals(ALL_OTHERS) || names.contains(word))
        .flatMap(this::columnsOf)
        .toList();
  }

  private Stream<String> columnsOf(String word) {
    int dots = word.indexOf(RANGE);
    boolean isRange =
        !isColumn(word)
            && dots > 0
            && isColumn(word.substring(0, dots))
            && isColumn(word.substring(dots + RANGE.length()));
    if (!isRange) {
      return Stream.of(column(word));
    }
    int from = names.indexOf(column(word.substring(0, dots)));
    int to = names.indexOf(column(word.substring(dots + RANGE.length())));
    require(from <= to, "'%s' runs backwards: its first column stands behind its last", word);
    return names.subList(from, to + 1).stream();
  }

  private boolean isColumn(String word) {
    return names.contains(DatePart.base(word, names)) || withBlanks(word).size() == 1;
  }

  /** The names that differ in blanks around them only. */
  private List<String> withBlanks(String word) {
    String bare = word.strip();
    return bare.isEmpty() ? List.of() : names.stream().filter(n -> n.strip().equals(bare)).toList();
  }

  /**
   * The column of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  String column(String word) {
    require(isColumn(word), "%s", new MissingColumn(word, names));
    return names.contains(DatePart.base(word, names)) ? word : withBlanks(word).get(0);
  }
}
