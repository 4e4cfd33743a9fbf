package io.github.mist4j.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column that was asked for and is not there.
 *
 * @param name the name asked for
 * @param names the names there are
 */
record MissingColumn(String name, List<String> names) {
  private static final int MOST_LISTED = 12;
  private static final int NEAR = 2;

  /** The sentence that refuses it, with the nearest name, if one is near, and those there are. */
  @Override
  public String toString() {
    if (names.isEmpty()) {
      return "there is no column '%s', the table has no columns".formatted(name);
    }
    String near = nearest().map(n -> ", did you mean '%s'".formatted(n)).orElse("");
    int mark = name.lastIndexOf(':');
    if (mark > 0 && names.contains(name.substring(0, mark))) {
      return "there is no column '%s'; of a date there are %s"
          .formatted(name, DatePart.offered(name.substring(0, mark)));
    }
    String more =
        names.size() > MOST_LISTED ? " and %s more".formatted(names.size() - MOST_LISTED) : "";
    return "there is no column '%s'%s; the columns are %s%s"
        .formatted(name, near, String.join(", ", names.subList(0, names.size() - tail())), more);
  }

  private int tail() {
    return Math.max(0, names.size() - MOST_LISTED);
  }

  private Optional<String> nearest() {
    return names.stream()
        .min(Comparator.comparingInt(this::distance))
        .filter(n -> distance(n) <= Math.min(NEAR, name.strip().length() - 1));
  }

  /** The fewest letters to put in, take out or exchange between the names, whatever their case. */
  private int distance(String other) {
    String a = name.strip().toLowerCase(Locale.ROOT);
    String b = other.strip().toLowerCase(Locale.ROOT);
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchange = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchange, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
