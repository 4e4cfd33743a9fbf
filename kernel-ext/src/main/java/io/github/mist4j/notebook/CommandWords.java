package io.github.mist4j.notebook;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;
import java.util.regex.Pattern;

/** The words of a command, separated by blanks; blanks between double quotes belong to a word. */
final class CommandWords {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]+|\"[^\"]*\")+");

  private CommandWords() {}

  /**
   * The words of a line, without their quotes.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> of(String line) {
    require(
        line.chars().filter(c -> c == '"').count() % 2 == 0,
        "a quote must be closed, one is not in: %s",
        line.strip());
    return WORD.matcher(line).results().map(word -> word.group().replace("\"", "")).toList();
  }
}
