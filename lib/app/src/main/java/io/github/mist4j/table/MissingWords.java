package io.github.mist4j.table;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words that stand where a value is missing. */
final class MissingWords {
  /** What R, pandas, SAS, SQL, spreadsheets and people write; their errors hold no value either. */
  private static final Set<String> USUAL =
      Set.of(
          "",
          "na",
          "n/a",
          "n.a.",
          "nan",
          "nat",
          "null",
          "none",
          "nil",
          "<na>",
          "(null)",
          "\\n",
          "?",
          "-",
          ".",
          "*",
          "#n/a",
          "#n/a n/a",
          "#na",
          "#value!",
          "#ref!",
          "#div/0!",
          "#name?",
          "#num!",
          "#null!");

  private final Set<String> words;
  private final int longest;

  private MissingWords(Set<String> words) {
    this.words = words;
    longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  static MissingWords of(ReadOptions options) {
    var words = new HashSet<>(USUAL);
    options.missing().forEach(word -> words.add(folded(word)));
    options.values().forEach(word -> words.remove(folded(word)));
    return new MissingWords(words);
  }

  boolean contains(String cell) {
    return cell.isEmpty() || (cell.length() <= longest && words.contains(folded(cell)));
  }

  private static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
