package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.Mist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

final class TableViewTest {
  @Test
  @DisplayName("a long table shows its first rows and says how many there are")
  void longTableIsCut() {
    Table table = Table.create(DoubleColumn.create("x", IntStream.range(0, 25).toArray()));
    assertThat(TableView.html(table))
        .contains(">9</td>", "the first 10 of 25 rows, 1 column<")
        .doesNotContain(">10</td>");
  }

  @Test
  @DisplayName("names and cells are escaped, and a missing cell is empty")
  void textIsEscaped() {
    var text = StringColumn.create("<b>", "a & b", "<i>");
    var number = DoubleColumn.create("y", new double[] {1, Double.NaN});
    assertThat(TableView.html(Table.create(text, number)))
        .contains("&lt;b&gt;</th>", ">a &amp; b</td>", ">&lt;i&gt;</td>", ">2 rows, 2 columns<")
        .contains("<td style=\"text-align: right\"></td>");
  }

  @Test
  @DisplayName("a table from a file says below how it was read, and what is odd about it")
  void readingIsShown(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "a;b\n1,5;x\n2,5;1\nunknown;1\n");
    assertThat(TableView.html(Mist.read(file)))
        .contains(">3 rows, 2 columns<", "separated by &#39;;&#39;, decimal sign &#39;,&#39;")
        .contains("column &#39;a&#39; is text, as 1 of 3 cells is no number");
  }
}
