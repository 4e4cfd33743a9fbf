package io.github.mist4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mist4j.Mist;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

final class DatePartTest {
  private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 1, 0, 30); // a Monday
  private static final int ROWS = 400;

  private static TableFile file(String fraction) {
    var text = new StringBuilder("at,sold:hour,visits\n");
    for (int r = 0; r < ROWS; r++) {
      text.append("%sT%s:00%s,%s,%s%n".formatted(day(r), time(r), fraction, r, r * r % 97));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return TableFile.read("shop.csv", new ByteArrayInputStream(bytes), ReadOptions.withDefaults());
  }

  private static String day(int row) {
    return FIRST.plusHours(5L * row).toLocalDate().toString();
  }

  private static String time(int row) {
    return FIRST.plusHours(5L * row).toLocalTime().toString();
  }

  private static Sample sample(TableFile file, String part) {
    return file.sample(List.of(part), List.of("visits"), MissingCells.REFUSE);
  }

  @Test
  @DisplayName("weekday, month and hour of a column of times are names, in a file and in a table")
  void parts() {
    for (String fraction : List.of("", ".000000001")) { // milliseconds and nanoseconds
      Sample weekday = sample(file(fraction), "at:weekday");
      assertThat(weekday.xKinds()).containsExactly(ColumnKind.NOMINAL);
      assertThat(weekday.xNames()).containsExactly("at:weekday");
      assertThat(weekday.xLevels(0))
          .containsExactly("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
      assertThat(sample(file(fraction), "at:month").xLevels(0))
          .containsExactly("Jan", "Feb", "Mar");
      assertThat(sample(file(fraction), "at:hour").xLevels(0))
          .hasSize(24)
          .startsWith("00", "05", "10", "15", "20", "01");
    }
    Sample ofTable =
        TableSample.of(file("").toTable(), List.of("at:weekday", "at:hour"), List.of("visits"));
    assertThat(ofTable.x(0)).containsExactly(sample(file(""), "at:weekday").x(0));
    assertThat(ofTable.xLevels(1)).isEqualTo(sample(file(""), "at:hour").xLevels(0));
  }

  @Test
  @DisplayName("a date and a part of it may stand on one side; the date has its order")
  void beside() {
    Sample both = file("").sample(List.of("at", "at:hour"), List.of("visits"), MissingCells.REFUSE);
    assertThat(both.xKinds()).containsExactly(ColumnKind.NUMERIC, ColumnKind.NOMINAL);
    assertThat(both.x(0)).isSorted();
  }

  @Test
  @DisplayName("a part is a target, and a column of a table with some columns only")
  void ofWholeTables() {
    Table table = file("").toTable();
    Screening screening =
        Mist.screen(TableSample.withColumns(table, "at:hour", "visits"), "at:hour");
    assertThat(screening.target()).isEqualTo("at:hour");
    assertThat(screening.features()).extracting(Screening.Feature::name).containsExactly("visits");
    assertThat(Mist.screen(table, "at:weekday").features()).hasSize(3);
    assertThat(Mist.withNames(table, "visits", "at:month").columnNames())
        .isEqualTo(table.columnNames());
    assertThat(Mist.select(table, "at:month", 1).target()).isEqualTo("at:month");
  }

  @Test
  @DisplayName("a column that is called so is that column, others are refused in a sentence")
  void refusals() {
    assertThat(sample(file(""), "sold:hour").xKinds()).containsExactly(ColumnKind.NUMERIC);
    assertThatThrownBy(() -> sample(file(""), "at:week"))
        .hasMessage(
            "there is no column 'at:week'; of a date there are at:weekday, at:month, at:hour");
    assertThatThrownBy(
            () -> file("").sample(List.of("at"), List.of("visits:month"), MissingCells.REFUSE))
        .hasMessage("column 'visits' holds no dates, there is no 'visits:month' of it");
  }
}
