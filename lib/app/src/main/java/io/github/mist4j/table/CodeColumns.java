package io.github.mist4j.table;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Warning;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whole numbers that may be codes, such as postcodes: they stand again and again, with gaps between
 * them that no count or price has, or their column is called so. They stay numbers until someone
 * says otherwise.
 */
final class CodeColumns {
  private static final Pattern CODE_NAME =
      Pattern.compile(
          "(?i)(.*[_ .-])?(id|zip|zipcode|code|postcode|plz|fips|naics|icd|sku|key)([_"
              + " .-]?(id|code|no))?");
  private static final int FEWEST_LEVELS = 3;
  private static final double ROWS_A_LEVEL = 2;
  private static final double GAPS = 5; // places for one value
  private static final double LEAST_CODE = 1000; // of four digits

  private CodeColumns() {}

  /** The warning, if a column of numbers looks like one of codes. */
  static Optional<Warning> warning(TableColumn column) {
    return column.kind().filter(kind -> kind == ColumnKind.NUMERIC).isPresent()
            && looksLikeCodes(column)
        ? Optional.of(
            new Warning(
                Warning.Kind.LOOKS_LIKE_CODES,
                ("column '%s' is taken as numbers in order; if it holds codes,"
                        + " Mist.withNames (--nominal %s) takes them as names")
                    .formatted(column.name(), column.name())))
        : Optional.empty();
  }

  private static boolean looksLikeCodes(TableColumn column) {
    double[] present = Arrays.stream(column.values()).filter(v -> !Double.isNaN(v)).toArray();
    if (Arrays.stream(present).anyMatch(v -> v != Math.rint(v) || v < 0 || v > Integer.MAX_VALUE)) {
      return false;
    }
    double[] levels = Arrays.stream(present).sorted().distinct().toArray();
    if (levels.length < FEWEST_LEVELS || levels.length * ROWS_A_LEVEL > present.length) {
      return false;
    }
    return CODE_NAME.matcher(column.name()).matches() || gapsOfCodes(levels);
  }

  /** Of as many digits each, far apart, and not in steps as rounded numbers are. */
  private static boolean gapsOfCodes(double[] levels) {
    double least = levels[0];
    double most = levels[levels.length - 1];
    return least >= LEAST_CODE
        && (int) Math.log10(least) == (int) Math.log10(most)
        && most - least > GAPS * levels.length
        && step(levels) == 1;
  }

  private static long step(double[] levels) {
    return Arrays.stream(levels)
        .mapToObj(v -> BigInteger.valueOf((long) (v - levels[0])))
        .reduce(BigInteger.ZERO, BigInteger::gcd)
        .longValue();
  }
}
