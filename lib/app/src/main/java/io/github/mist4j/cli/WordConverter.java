package io.github.mist4j.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of some words, which are lower case as all that is typed. */
final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> kind;

  WordConverter(Class<E> kind) {
    this.kind = kind;
  }

  /** The words. */
  static <E extends Enum<E>> List<String> words(Class<E> kind) {
    return Arrays.stream(kind.getEnumConstants()).map(WordConverter::word).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(constant -> word(constant).equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "it must be one of %s, was '%s'"
                        .formatted(String.join(", ", words(kind)), text)));
  }
}
