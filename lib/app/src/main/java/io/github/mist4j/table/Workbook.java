package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The rows of a sheet of an Excel workbook (.xlsx): numbers with a decimal dot, dates as ISO writes
 * them, empty cells as empty text. Rows above the header and columns left of it that are empty do
 * not count.
 *
 * @param bytes the file
 * @param sheet the name of the sheet
 */
record Workbook(FileBytes bytes, String sheet) implements RowSource {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");

  /**
   * The rows of a sheet.
   *
   * @param told the name of the sheet; the first one where there is none
   * @throws IllegalArgumentException with one sentence if it is no workbook or has no such sheet
   * @throws NoClassDefFoundError at the latest here, if the library that reads workbooks is missing
   */
  static RowSource rows(FileBytes bytes, Optional<String> told) throws IOException {
    return new Workbook(bytes, sheetName(bytes, told));
  }

  private static String sheetName(FileBytes bytes, Optional<String> told) throws IOException {
    try (ReadableWorkbook book = open(bytes)) {
      List<String> names = book.getSheets().map(Sheet::getName).toList();
      require(!names.isEmpty(), "%s has no sheet", bytes.name());
      require(
          told.isEmpty() || names.contains(told.get()),
          "%s has no sheet '%s'; its sheets are %s",
          bytes.name(),
          told.orElse(""),
          String.join(", ", names));
      return told.orElse(names.get(0));
    }
  }

  private static ReadableWorkbook open(FileBytes bytes) throws IOException {
    try {
      return new ReadableWorkbook(bytes.open(), new ReadingOptions(true, false));
    } catch (ExcelReaderException | IOException e) {
      throw new IllegalArgumentException(
          "%s is not an Excel workbook, or is damaged".formatted(bytes.name()), e);
    }
  }

  @Override
  public String name() {
    return bytes.name();
  }

  @Override
  public String format() {
    return "sheet '" + sheet + "'";
  }

  @Override
  public char likelyDecimal() {
    return '.';
  }

  @Override
  public void forEachRow(CsvFile.RowTaker taker) throws IOException {
    try (ReadableWorkbook book = open(bytes);
        Stream<Row> rows = book.findSheet(sheet).orElseThrow().openStream()) {
      int first = -1;
      int width = 0;
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
        Row row = all.next();
        if (first < 0) { // the header: the first row that is not empty
          first = firstCell(row);
          width = first < 0 ? 0 : lastCell(row) + 1 - first;
        }
        if (firstCell(row) >= 0 && !taker.row(row.getRowNum(), cells(row, first, width))) {
          return;
        }
      }
    } catch (ExcelReaderException e) {
      throw new IllegalArgumentException("%s is damaged".formatted(bytes.name()), e);
    }
  }

  private static int firstCell(Row row) {
    for (int c = 0; c < row.getCellCount(); c++) {
      if (!text(row, c).isEmpty()) {
        return c;
      }
    }
    return -1;
  }

  private static int lastCell(Row row) {
    int last = row.getCellCount() - 1;
    while (last > 0 && text(row, last).isEmpty()) {
      last--;
    }
    return last;
  }

  /** The cells under the header; more where a row is wider. */
  private static List<String> cells(Row row, int first, int width) {
    int end = Math.max(first + width, lastCell(row) + 1);
    var cells = new ArrayList<String>(end - first);
    for (int c = first; c < end; c++) {
      cells.add(text(row, c));
    }
    return cells;
  }

  private static String text(Row row, int column) {
    Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    return switch (cell.getType()) {
      case NUMBER -> isDate(cell) ? date(cell) : cell.asNumber().toPlainString();
      case BOOLEAN -> cell.asBoolean().toString();
      default -> formula(cell);
    };
  }

  /** What a formula came to when the workbook was saved. */
  private static String formula(Cell cell) {
    Object value = cell.getValue();
    String text = value == null ? cell.getRawValue() : value.toString();
    return text == null ? "" : text.strip();
  }

  /** Whether a number is shown as a date or time: by the letters of its format. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null
        && QUOTED.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("").matches(".*[ymdhs].*");
  }

  private static String date(Cell cell) {
    LocalDateTime time = cell.asDate();
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }
}
