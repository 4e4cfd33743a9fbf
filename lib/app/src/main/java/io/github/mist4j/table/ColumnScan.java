package io.github.mist4j.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the cells of a column are, counted cell by cell; what the column is follows from all. */
final class ColumnScan {
  private static final int LONG_DIGITS = 16; // 2^53 has so many
  private static final long EXACT = 1L << 53; // doubles above skip whole numbers
  private static final long FINEST = 1_000_000; // nanoseconds of a table's times

  /** Where all cells are text a date is no longer looked for; one in so many would be a date. */
  private static final int ENOUGH_WORDS = 100;

  private final String name;
  private final Words plainDots = new Words(); // numbers with a decimal dot
  private final Words commas = new Words();
  private final Words others = new Words(); // neither numbers nor dates
  private final Words truths = new Words();
  private final Words dates = new Words();
  private final Map<String, Words> units = new HashMap<>();
  private long rows;
  private long missing;
  private long numbers;
  private long wholes;
  private long dotsOrThousands;
  private long commasOrThousands;
  private boolean beyondDoubles;
  private boolean beyondLongs;
  private int orders = -1; // of all dates
  private long timed;
  private long zoned;
  private boolean fine;

  ColumnScan(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void addMissing() {
    rows++;
    missing++;
  }

  void add(String cell) {
    rows++;
    NumberText number = NumberText.of(cell);
    if (number.shape() != NumberText.Shape.NONE) {
      add(number, cell);
    } else if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
      truths.add(cell, rows);
    } else {
      boolean text = others.count() > ENOUGH_WORDS && dates.count() == 0;
      Optional<DateText> date = text ? Optional.empty() : DateText.of(cell);
      if (date.isPresent()) {
        add(date.get(), cell);
      } else {
        others.add(cell, rows);
      }
    }
  }

  private void add(NumberText number, String cell) {
    numbers++;
    if (!number.unit().isEmpty()) {
      units.computeIfAbsent(number.unit(), unit -> new Words()).add(cell, rows);
    }
    switch (number.shape()) {
      case WHOLE -> addWhole(number.digits());
      case DOT -> plainDots.add(cell, rows);
      case COMMA -> commas.add(cell, rows);
      case DOT_OR_THOUSANDS -> dotsOrThousands++;
      case COMMA_OR_THOUSANDS -> commasOrThousands++;
      default -> {}
    }
  }

  private void addWhole(String digits) {
    wholes++;
    if (digits.length() < LONG_DIGITS) {
      return;
    }
    try {
      long value = Long.parseLong(digits);
      beyondDoubles |= value > EXACT || value < -EXACT;
    } catch (NumberFormatException e) {
      beyondLongs = true;
    }
  }

  private void add(DateText date, String cell) {
    dates.add(cell, rows);
    orders &= date.orders();
    timed += date.timed() ? 1 : 0;
    zoned += date.zoned() ? 1 : 0;
    fine |= date.nanos() % FINEST != 0;
  }

  long missing() {
    return missing;
  }

  private long present() {
    return rows - missing;
  }

  private boolean isMostly(long count) {
    return count > 0 && 2 * count >= present();
  }

  /** Whether the numbers of this column show that a dot is the decimal sign of its file. */
  boolean showsDot() {
    return isMostly(numbers) && plainDots.count() > commas.count();
  }

  /** Whether they show that a comma is. */
  boolean showsComma() {
    return isMostly(numbers) && commas.count() > plainDots.count();
  }

  /** Whether this is a column of dates that have the day first for certain. */
  boolean showsDayFirst() {
    return isMostly(dates.count()) && orders == DateText.DAY_FIRST;
  }

  /** Whether they have the month first for certain. */
  boolean showsMonthFirst() {
    return isMostly(dates.count()) && orders == DateText.MONTH_FIRST;
  }

  /**
   * What the column is.
   *
   * @param habits the decimal sign and the order of dates in the file
   */
  ColumnForm form(FileHabits habits) {
    if (present() == 0) {
      return ColumnForm.numbers('.');
    }
    if (truths.count() == present()) {
      return ColumnForm.of(ColumnForm.Kind.TRUTHS);
    }
    if (isMostly(numbers)) {
      return numberForm(habits);
    }
    if (isMostly(dates.count())) {
      return dateForm(habits);
    }
    return ColumnForm.of(ColumnForm.Kind.WORDS);
  }

  private ColumnForm numberForm(FileHabits habits) {
    char decimal = decimal(habits);
    var stray = new StrayWords(name, present(), "number");
    stray.addAll(others);
    stray.addAll(truths);
    stray.addAll(dates);
    stray.addAll(decimal == '.' ? commas : plainDots);
    addOddUnits(stray);
    if (stray.count() > 0) {
      return ColumnForm.words(stray.sentence());
    }
    String unit = units.keySet().stream().findFirst().orElse("");
    boolean allWhole = wholes == numbers;
    ColumnForm.Kind kind =
        !allWhole || !(beyondDoubles || beyondLongs)
            ? ColumnForm.Kind.NUMBERS
            : beyondLongs ? ColumnForm.Kind.RANKED : ColumnForm.Kind.LONGS;
    boolean clear = habits.told() || habits.shown();
    boolean unclear =
        !clear && (habits.likely() == ',' ? dotsOrThousands > 0 : commasOrThousands > 0);
    Optional<String> note = unclear ? Optional.of(unclearSign(decimal)) : Optional.empty();
    return new ColumnForm(kind, decimal, 0, unit, note.or(() -> kindNote(kind)));
  }

  private char decimal(FileHabits habits) {
    if (habits.told()) {
      return habits.decimal();
    }
    if (showsDot() || showsComma()) {
      return showsDot() ? '.' : ',';
    }
    boolean onlyDots = dotsOrThousands > 0 && commasOrThousands == 0;
    return !habits.shown() && onlyDots ? '.' : habits.decimal();
  }

  private void addOddUnits(StrayWords stray) {
    if (units.isEmpty()) {
      return;
    }
    long most = units.values().stream().mapToLong(Words::count).max().orElse(0);
    if (most == numbers) {
      return;
    }
    if (2 * most > numbers) {
      stray.addCount(numbers - most, "numbers without the sign of the others");
    } else {
      units.values().forEach(stray::addAll);
    }
  }

  private String unclearSign(char decimal) {
    return decimal == '.'
        ? "column '%s': 1.234 is taken as a little more than one and 1,234 as a thousand;"
                .formatted(name)
            + " nothing else in the file shows its decimal sign, ReadOptions.withDecimal"
            + " (--decimal) says it"
        : "column '%s': 1,234 is taken as a little more than one and 1.234 as a thousand;"
                .formatted(name)
            + " nothing else in the file shows its decimal sign, ReadOptions.withDecimal"
            + " (--decimal) says it";
  }

  private Optional<String> kindNote(ColumnForm.Kind kind) {
    return kind == ColumnForm.Kind.RANKED
        ? Optional.of(
            "column '%s' has whole numbers of more than 18 digits, each stands for its rank"
                .formatted(name))
        : Optional.empty();
  }

  private ColumnForm dateForm(FileHabits habits) {
    var stray = new StrayWords(name, present(), "date");
    stray.addAll(others);
    stray.addAll(truths);
    if (numbers > 0) {
      stray.addCount(numbers, "numbers");
    }
    if (zoned > 0 && zoned < dates.count()) {
      stray.addCount(dates.count() - zoned, "times without a time zone");
    }
    if (orders == 0) {
      stray.addCount(dates.count(), "dates of which some have the day first and some the month");
    }
    if (stray.count() > 0) {
      return ColumnForm.words(stray.sentence());
    }
    int both = DateText.DAY_FIRST | DateText.MONTH_FIRST;
    int order =
        orders != both ? orders : habits.dayFirst() ? DateText.DAY_FIRST : DateText.MONTH_FIRST;
    ColumnForm.Kind kind =
        timed == 0
            ? ColumnForm.Kind.DAYS
            : fine ? ColumnForm.Kind.NANOSECONDS : ColumnForm.Kind.TIMES;
    Optional<String> note = Optional.empty();
    if (orders == both && !habits.datesTold()) {
      note =
          Optional.of(
              "column '%s' may have the day or the month first, the %s is taken as the first"
                      .formatted(name, habits.dayFirst() ? "day" : "month")
                  + "; ReadOptions.withDayFirst or withMonthFirst (--day-first or --month-first)"
                  + " says it");
    } else if (kind == ColumnForm.Kind.NANOSECONDS) {
      note =
          Optional.of(
              "column '%s' has times finer than a millisecond, they are nanoseconds since 1970"
                  .formatted(name));
    }
    return new ColumnForm(kind, '.', Integer.lowestOneBit(order), "", note);
  }

  /** Whether numbers have a decimal sign of either kind. */
  boolean hasDecimals() {
    return numbers > wholes;
  }
}
