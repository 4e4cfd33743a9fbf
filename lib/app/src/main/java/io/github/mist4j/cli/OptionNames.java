package io.github.mist4j.cli;

import java.util.regex.Pattern;

/**
 * Sentences of the library as the command line says them. Where there are two ways to do something,
 * a sentence has Java's first and that of the command line in parentheses behind it, {@code
 * Mist.withNames (--nominal zip)}: who types options needs the second alone.
 */
final class OptionNames {
  private static final Pattern BOTH_WAYS =
      Pattern.compile("[A-Z]\\w*(?:\\.\\w+)+(?:\\(\"[^\"]*\"\\))?(?: or \\w+)? \\((--[^()]+)\\)");

  private OptionNames() {}

  /** The same sentence without Java's way. */
  static String only(String sentence) {
    return BOTH_WAYS.matcher(sentence).replaceAll("$1");
  }
}
