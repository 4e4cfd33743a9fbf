package io.github.mist4j.table;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The values of a column, filled cell by cell; what a cell becomes is its {@link ColumnForm}'s. */
abstract sealed class ColumnCells {
  private static final long NANOS_OF_DAY = 86_400_000_000_000L;
  private static final long NANOS_OF_MILLI = 1_000_000;
  private static final long MILLIS_OF_DAY = 86_400_000;

  int rows;

  static ColumnCells of(ColumnForm form, int rows) {
    return switch (form.kind()) {
      case NUMBERS -> new Numbers(rows, form.decimal());
      case RANKED -> new Ranked(rows);
      case TRUTHS -> new Truths(rows);
      case LONGS, DAYS, TIMES, NANOSECONDS -> new Longs(rows, form);
      case NAMES, WORDS -> new Texts(rows);
    };
  }

  /** Adds the cell of the next row. */
  abstract void add(String cell);

  /** Adds a row without a value. */
  abstract void addMissing();

  /** Numbers; NaN is missing. */
  static final class Numbers extends ColumnCells {
    final double[] values;
    private final char decimal;

    private Numbers(int rows, char decimal) {
      values = new double[rows];
      this.decimal = decimal;
    }

    @Override
    void add(String cell) {
      values[rows++] = NumberText.of(cell).value(decimal);
    }

    @Override
    void addMissing() {
      values[rows++] = Double.NaN;
    }
  }

  /** Whole numbers, days or times; {@link #MISSING} is missing. */
  static final class Longs extends ColumnCells {
    static final long MISSING = Long.MIN_VALUE;
    final long[] values;
    private final ColumnForm form;

    private Longs(int rows, ColumnForm form) {
      values = new long[rows];
      this.form = form;
    }

    @Override
    void add(String cell) {
      values[rows++] = value(cell);
    }

    private long value(String cell) {
      if (form.kind() == ColumnForm.Kind.LONGS) {
        return Long.parseLong(NumberText.of(cell).digits());
      }
      DateText date = DateText.of(cell).orElseThrow();
      long day = date.day(form.order());
      return switch (form.kind()) {
        case DAYS -> day;
        case TIMES -> day * MILLIS_OF_DAY + date.nanos() / NANOS_OF_MILLI;
        default -> day * NANOS_OF_DAY + date.nanos();
      };
    }

    @Override
    void addMissing() {
      values[rows++] = MISSING;
    }
  }

  /** Whole numbers of any size. */
  static final class Ranked extends ColumnCells {
    private final BigInteger[] values;

    private Ranked(int rows) {
      values = new BigInteger[rows];
    }

    @Override
    void add(String cell) {
      values[rows++] = new BigInteger(NumberText.of(cell).digits());
    }

    @Override
    void addMissing() {
      rows++;
    }

    /** Their ranks, from 1; equal numbers have equal ranks. */
    double[] ranks() {
      BigInteger[] sorted =
          Arrays.stream(values)
              .filter(value -> value != null)
              .sorted()
              .distinct()
              .toArray(BigInteger[]::new);
      return Arrays.stream(values)
          .mapToDouble(v -> v == null ? Double.NaN : 1 + Arrays.binarySearch(sorted, v))
          .toArray();
    }
  }

  /** True, false, and null where neither is known. */
  static final class Truths extends ColumnCells {
    final Boolean[] values;

    private Truths(int rows) {
      values = new Boolean[rows];
    }

    @Override
    void add(String cell) {
      values[rows++] = Boolean.valueOf(cell);
    }

    @Override
    void addMissing() {
      rows++;
    }
  }

  /** Texts, each of the commoner ones once in memory; empty where missing. */
  static final class Texts extends ColumnCells {
    private static final int SHARED = 1 << 16; // more different ones are hardly repeated
    final String[] values;
    private final Map<String, String> shared = new HashMap<>();

    private Texts(int rows) {
      values = new String[rows];
    }

    @Override
    void add(String cell) {
      String known = shared.get(cell);
      if (known == null && shared.size() < SHARED) {
        shared.put(cell, cell);
      }
      values[rows++] = known == null ? cell : known;
    }

    @Override
    void addMissing() {
      values[rows++] = "";
    }
  }
}
