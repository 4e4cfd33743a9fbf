package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.Interval;
import io.github.mist4j.meta.MetaDatasetRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorTableTest {
  private static MetaDatasetRow row(long idx, int n, double truth, String split, String family) {
    return new MetaDatasetRow(
        idx, n, 2, 3, truth, 0, Optional.ofNullable(split), Optional.ofNullable(family));
  }

  private static Prediction prediction(long idx, double value, double lower, double upper) {
    return prediction(idx, value, new Interval(lower, upper, 0.9), OptionalDouble.empty());
  }

  private static Prediction prediction(
      long idx, double value, Interval interval, OptionalDouble pValue) {
    return new Prediction(
        idx, "m", OptionalDouble.of(value), Optional.of(interval), pValue, 0.1, Optional.empty());
  }

  @Test
  void testsThatRejectAreCountedAmongThoseThatWereMade() {
    var rows = List.of(row(0, 50, 0, "A", "f"), row(1, 50, 0, "A", "f"), row(2, 50, 0, "A", "f"));
    var interval = new Interval(0, 1, 0.9);
    var table =
        ErrorTable.of(
            rows,
            List.of(
                prediction(0, 1, interval, OptionalDouble.of(0.05)),
                prediction(1, 1, interval, OptionalDouble.of(0.06)),
                prediction(2, 1, 0, 1)));
    assertThat(table.row("m", "all").orElseThrow().rejected()).hasValue(0.5);
    assertThat(ErrorTable.of(rows, List.of(prediction(2, 1, 0, 1))).rows().get(0).rejected())
        .isEmpty();
  }

  @Test
  void errorsAreTheirMeansOverTheAnsweredDatasets() {
    var rows = List.of(row(0, 50, 1, "A", "f"), row(1, 50, 2, "A", "g"), row(2, 50, 3, "B", "g"));
    var table =
        ErrorTable.of(
            rows,
            List.of(
                prediction(0, 1.5, 1.2, 2),
                prediction(1, 1, 0, 2),
                Prediction.refused(2, "m", 0, "no")));
    ErrorTable.Row all = table.row("m", "all").orElseThrow();
    assertThat(all.count()).isEqualTo(3);
    assertThat(all.refused()).isEqualTo(1);
    assertThat(all.errors().meanSquaredError()).isCloseTo((0.25 + 1) / 2, within(1e-12));
    assertThat(all.errors().meanAbsoluteError()).isCloseTo(0.75, within(1e-12));
    assertThat(all.errors().bias()).isCloseTo(-0.25, within(1e-12));
    assertThat(all.errors().variance()).isCloseTo(0.625 - 0.0625, within(1e-12));
    assertThat(all.seconds()).isCloseTo(0.1, within(1e-12));
    assertThat(all.errors().coverage()).hasValue(0.5);
    assertThat(table.row("m", "split A").orElseThrow().count()).isEqualTo(2);
    assertThat(table.row("m", "split A, n in [10, 100)").orElseThrow().count()).isEqualTo(2);
    assertThat(table.row("m", "g").orElseThrow().refused()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9|n < 10",
        "10|n in [10, 100)",
        "99|n in [10, 100)",
        "100|n in [100, 300)",
        "299|n in [100, 300)",
        "300|n in [300, 500]",
        "500|n in [300, 500]",
        "501|n > 500"
      })
  void theNumberOfRowsChoosesTheBand(int n, String band) {
    var table = ErrorTable.of(List.of(row(0, n, 1, null, null)), List.of(prediction(0, 1, 0, 2)));
    assertThat(table.rows().stream().map(ErrorTable.Row::group))
        .containsExactly("all", band, "dx + dy in [3, 8)");
  }

  @Test
  void theTextIsAligned() {
    var table =
        ErrorTable.of(
            List.of(row(0, 50, 1, null, "multi_normal")),
            List.of(
                prediction(0, 1.5, 1.2, 2),
                new Prediction(
                    0,
                    "k",
                    OptionalDouble.of(1),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    0,
                    Optional.empty())));
    assertThat(table)
        .hasToString(
            """
            m                  datasets   refused       MSE   |error|      bias  variance  coverage        ms
            all                       1         0    0.2500    0.5000    0.5000    0.0000      0.0%    100.00
            n in [10, 100)            1         0    0.2500    0.5000    0.5000    0.0000      0.0%    100.00
            dx + dy in [3, 8)         1         0    0.2500    0.5000    0.5000    0.0000      0.0%    100.00
            multi_normal              1         0    0.2500    0.5000    0.5000    0.0000      0.0%    100.00

            k                  datasets   refused       MSE   |error|      bias  variance  coverage        ms
            all                       1         0    0.0000    0.0000    0.0000    0.0000         -      0.00
            n in [10, 100)            1         0    0.0000    0.0000    0.0000    0.0000         -      0.00
            dx + dy in [3, 8)         1         0    0.0000    0.0000    0.0000    0.0000         -      0.00
            multi_normal              1         0    0.0000    0.0000    0.0000    0.0000         -      0.00\
            """);
  }

  @Test
  void aPredictionOfNoDatasetIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ErrorTable.of(List.of(row(0, 50, 1, null, null)), List.of(prediction(7, 1, 0, 2))))
        .withMessage("there is a prediction of dataset 7, which is none");
  }
}
