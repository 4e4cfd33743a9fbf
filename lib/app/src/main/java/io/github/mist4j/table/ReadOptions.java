package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is to be read, where what is found by itself is not what was meant. Each option is
 * empty by default: found by itself.
 *
 * <pre>{@code
 * Mist.read("homes.csv", ReadOptions.withDefaults().withDecimal(',').withMissing("unknown"))
 * }</pre>
 *
 * @param separator what stands between cells
 * @param decimal the decimal sign, a dot or a comma
 * @param encoding the encoding of the text
 * @param missing words that stand for a missing value, beside the usual ones
 * @param values words that are values, though they usually stand for a missing one
 * @param dayFirst whether 1/2/2024 is the first of February
 * @param sheet the name of the sheet of a workbook
 */
public record ReadOptions(
    Optional<Character> separator,
    Optional<Character> decimal,
    Optional<Charset> encoding,
    Set<String> missing,
    Set<String> values,
    Optional<Boolean> dayFirst,
    Optional<String> sheet) {

  /** Checks that nothing is null, the separator is not a quote, and the decimal sign is one. */
  public ReadOptions {
    require(
        separator != null && decimal != null && encoding != null && dayFirst != null,
        "options must be given, one was null");
    require(sheet != null, "sheet must be given, was null");
    require(
        separator.stream().noneMatch(c -> c == '"' || c == '\n' || c == '\r'),
        "separator must not be a quote or the end of a line");
    require(
        decimal.stream().allMatch(c -> c == '.' || c == ','),
        "decimal must be '.' or ',', was '%s'",
        decimal.map(String::valueOf).orElse(""));
    require(
        decimal.isEmpty() || !decimal.equals(separator),
        "separator and decimal must differ, both were '%s'",
        decimal.map(String::valueOf).orElse(""));
    missing = Set.copyOf(missing);
    values = Set.copyOf(values);
  }

  /** Everything is found by itself. */
  public static ReadOptions withDefaults() {
    return new ReadOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Cells separated by this character. */
  public ReadOptions withSeparator(char character) {
    return new ReadOptions(
        Optional.of(character), decimal, encoding, missing, values, dayFirst, sheet);
  }

  /** Numbers with this decimal sign, a dot or a comma. */
  public ReadOptions withDecimal(char sign) {
    return new ReadOptions(
        separator, Optional.of(sign), encoding, missing, values, dayFirst, sheet);
  }

  /** Text in this encoding, for instance {@code StandardCharsets.UTF_8}. */
  public ReadOptions withEncoding(Charset charset) {
    return new ReadOptions(
        separator, decimal, Optional.ofNullable(charset), missing, values, dayFirst, sheet);
  }

  /** These words stand for missing values too, in any case. */
  public ReadOptions withMissing(String... words) {
    return new ReadOptions(
        separator, decimal, encoding, with(missing, words), values, dayFirst, sheet);
  }

  /** These words are values, though they usually stand for missing ones: {@code None} or -. */
  public ReadOptions withValues(String... words) {
    return new ReadOptions(
        separator, decimal, encoding, missing, with(values, words), dayFirst, sheet);
  }

  /** 1/2/2024 is the first of February. */
  public ReadOptions withDayFirst() {
    return new ReadOptions(separator, decimal, encoding, missing, values, Optional.of(true), sheet);
  }

  /** 1/2/2024 is the second of January. */
  public ReadOptions withMonthFirst() {
    return new ReadOptions(
        separator, decimal, encoding, missing, values, Optional.of(false), sheet);
  }

  /** This sheet of a workbook instead of its first. */
  public ReadOptions withSheet(String name) {
    return new ReadOptions(
        separator, decimal, encoding, missing, values, dayFirst, Optional.ofNullable(name));
  }

  private static Set<String> with(Set<String> words, String... more) {
    var all = new LinkedHashSet<>(words);
    for (String word : more) {
      require(word != null, "a word must be given, was null");
    }
    all.addAll(Arrays.asList(more));
    return all;
  }
}
