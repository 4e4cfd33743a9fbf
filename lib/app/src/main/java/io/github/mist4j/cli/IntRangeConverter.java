package io.github.mist4j.cli;

import io.github.mist4j.meta.IntRange;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 10..500}, or {@code 10} for the range of one number. */
final class IntRangeConverter implements ITypeConverter<IntRange> {
  IntRangeConverter() {}

  @Override
  public IntRange convert(String text) {
    String[] ends = text.strip().split("\\.\\.", -1);
    try {
      int low = Integer.parseInt(ends[0]);
      return switch (ends.length) {
        case 1 -> IntRange.of(low);
        case 2 -> new IntRange(low, Integer.parseInt(ends[1]));
        default -> throw new NumberFormatException(text);
      };
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'%s' is no range such as 10..500".formatted(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
