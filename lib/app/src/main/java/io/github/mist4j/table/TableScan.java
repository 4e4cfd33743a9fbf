package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a walk through all rows of a file has found.
 *
 * @param names the names of the columns
 * @param rows the rows below the header
 * @param forms what each column is
 * @param reading what was found, in a line
 * @param notes what a reader should know of single columns
 */
record TableScan(
    List<String> names, int rows, List<ColumnForm> forms, String reading, List<String> notes) {
  private static final int MOST_NOTES = 20; // of hundreds of columns; more are counted

  static TableScan of(RowSource source, MissingWords missing, ReadOptions options)
      throws IOException {
    var walk = new Walk(source, missing);
    source.forEachRow(walk);
    return walk.scan(options);
  }

  /** The same where some columns hold names whatever their cells are. */
  TableScan withNames(Collection<String> columns) {
    List<ColumnForm> named =
        IntStream.range(0, names.size())
            .mapToObj(
                place -> columns.contains(names.get(place)) ? ColumnForm.names() : forms.get(place))
            .toList();
    return new TableScan(names, rows, named, reading, notes);
  }

  /** Walks again. */
  void forEachRow(RowSource source, Consumer<List<String>> taker) throws IOException {
    var count = new int[] {-1};
    source.forEachRow(
        (line, cells) -> {
          boolean same = cells.size() == names.size() && count[0] < rows;
          require(same, "%s changed while it was read", source.name());
          if (count[0]++ >= 0) {
            taker.accept(cells);
          }
          return true;
        });
    require(count[0] == rows, "%s changed while it was read", source.name());
  }

  /** The first walk. */
  private static final class Walk implements CsvFile.RowTaker {
    private final RowSource source;
    private final MissingWords missing;
    private final List<ColumnScan> columns = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private List<String> names = List.of();
    private int rows;
    private String ragged = "";

    Walk(RowSource source, MissingWords missing) {
      this.source = source;
      this.missing = missing;
    }

    @Override
    public boolean row(int line, List<String> cells) {
      if (names.isEmpty()) {
        names = CsvFile.names(source.name(), cells);
        names.forEach(name -> columns.add(new ColumnScan(name)));
        return true;
      }
      require(ragged.isEmpty(), "%s", ragged);
      if (cells.size() != names.size()) {
        String has = cells.size() == 1 ? "1 cell" : cells.size() + " cells";
        ragged =
            "%s, line %s has %s, the header has %s"
                .formatted(source.name(), line, has, names.size());
        require(cells.size() < names.size(), "%s", ragged);
        return true;
      }
      for (int c = 0; c < cells.size(); c++) {
        String cell = cells.get(c);
        if (missing.contains(cell)) {
          columns.get(c).addMissing();
          if (words.size() < 100) {
            words.add(cell);
          }
        } else {
          columns.get(c).add(cell);
        }
      }
      rows++;
      return true;
    }

    TableScan scan(ReadOptions options) {
      String name = source.name();
      require(ragged.isEmpty(), "%s; the file seems to be truncated", ragged);
      require(!names.isEmpty(), "%s is empty", name);
      require(rows > 0, "%s has a header but no rows", name);
      FileHabits habits = FileHabits.of(columns, options, source.likelyDecimal());
      List<ColumnForm> forms = columns.stream().map(column -> column.form(habits)).toList();
      return new TableScan(names, rows, forms, reading(habits), notes(forms));
    }

    private String reading(FileHabits habits) {
      var line = new StringBuilder();
      line.append(
          String.format(
              Locale.ROOT,
              "%s: %s, %s, %s",
              source.name(),
              count(rows, "row"),
              count(names.size(), "column"),
              source.format()));
      boolean decimals = columns.stream().anyMatch(ColumnScan::hasDecimals);
      if (decimals) {
        line.append(", decimal sign '").append(habits.decimal()).append('\'');
      }
      long cells = columns.stream().mapToLong(ColumnScan::missing).sum();
      if (cells > 0) {
        line.append(", ").append(count(cells, "cell")).append(" missing (");
        line.append(
            words.stream()
                .map(word -> word.isEmpty() ? "empty" : word)
                .limit(8) // more are no longer a line
                .collect(Collectors.joining(", ")));
        line.append(words.size() > 8 ? " ...)" : ")");
      }
      return line.toString();
    }

    private static String count(long number, String what) {
      return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private List<String> notes(List<ColumnForm> forms) {
      var notes = new ArrayList<String>();
      if (names.stream().allMatch(n -> NumberText.of(n).shape() != NumberText.Shape.NONE)) {
        notes.add("the first line holds numbers only; it is taken as the names of the columns");
      }
      forms.forEach(form -> form.note().ifPresent(notes::add));
      int more = notes.size() - MOST_NOTES;
      if (more > 0) {
        notes.subList(MOST_NOTES, notes.size()).clear();
        notes.add("and %s more columns of this kind".formatted(more));
      }
      return List.copyOf(notes);
    }
  }
}
