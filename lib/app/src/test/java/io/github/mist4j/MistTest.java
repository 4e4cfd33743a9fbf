package io.github.mist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.MissingCells;
import io.github.mist4j.table.Results;
import io.github.mist4j.table.TableSample;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

final class MistTest {
  private static final int N = 60;

  private final double[][] x = new double[N][1];
  private final double[][] y = new double[N][1];
  private final Table table;

  MistTest() {
    var rng = new SplittableRandom(5);
    var a = DoubleColumn.create("a", N);
    var b = DoubleColumn.create("b", N);
    for (int r = 0; r < N; r++) {
      x[r][0] = rng.nextGaussian();
      y[r][0] = x[r][0] + 0.3 * rng.nextGaussian();
      a.set(r, x[r][0]);
      b.set(r, y[r][0]);
    }
    table = Table.create("t", a, b);
  }

  @Test
  void aTableAndItsRowsGiveTheSameEstimateWithItsEvidence() {
    Estimate estimate = Mist.estimate(table, List.of("a"), List.of("b"));
    assertThat(estimate.summary()).isEqualTo(Mist.estimate(x, y).summary());
    assertThat(estimate.sample().orElseThrow().xNames()).containsExactly("a");
    assertThat(estimate.interval()).isPresent();
    assertThat(estimate.independence().orElseThrow().permutations()).isEqualTo(199);
    assertThat(estimate.independence().orElseThrow().pValue()).isLessThan(0.05);
    assertThat(
            Mist.estimate(table, List.of("a"), List.of("b"), EstimateOptions.withDefaults())
                .independence())
        .isEmpty();
    assertThat(Mist.estimator()).isSameAs(Mist.estimator());
  }

  @Test
  void rowsWithMissingCellsAreRefusedOrDroppedAsIsAsked() {
    Table gaps = table.copy();
    gaps.doubleColumn("a").setMissing(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.estimate(gaps, List.of("a"), List.of("b")))
        .withMessageStartingWith("column 'a', row 8 is missing");
    Estimate estimate = Mist.estimate(gaps, List.of("a"), List.of("b"), MissingCells.DROP_ROWS);
    assertThat(estimate.n()).isEqualTo(N - 1);
    assertThat(estimate.independence()).isPresent();
  }

  @Test
  void whatItIsAtLeastIsSaidOfRowsThatStandInNoOrder() {
    var rng = new SplittableRandom(6);
    var walks = new double[1000][2];
    for (int r = 1; r < walks.length; r++) {
      walks[r][0] = walks[r - 1][0] + rng.nextGaussian();
      walks[r][1] = walks[r - 1][1] + rng.nextGaussian();
    }
    Sample series =
        Sample.ofColumns(
            new double[][] {Arrays.stream(walks).mapToDouble(row -> row[0]).toArray()},
            new double[][] {Arrays.stream(walks).mapToDouble(row -> row[1]).toArray()});
    assertThat(Mist.estimate(series).atLeast()).isEmpty();
    Sample shuffled = series.rows(Ranks.shuffled(series.n(), rng));
    assertThat(Mist.estimate(shuffled).atLeast()).isPresent();
  }

  @Test
  void columnsAreNamedAsPeopleTypeThem() {
    Estimate estimate = Mist.estimate(table, List.of("a"), List.of("b"));
    assertThat(Mist.estimate(table, "a", "b").summary()).isEqualTo(estimate.summary());
    assertThat(Mist.estimate(table, "*", "b").summary()).isEqualTo(estimate.summary());
    assertThat(Mist.estimate(table, " a ", "b").summary()).isEqualTo(estimate.summary());
    assertThat(Mist.compare(table, "a", "b").estimates()).hasSizeGreaterThan(2);
    assertThat(
            Mist.compare(
                    TableSample.of(table, List.of("a"), List.of("b")),
                    List.of("ksg:neighbours=5", "cca"))
                .estimates())
        .extracting(Estimate::method)
        .containsExactly("ksg:neighbours=5", "cca");
    Table gaps = table.copy();
    gaps.doubleColumn("a").setMissing(7);
    assertThat(Mist.estimate(gaps, MissingCells.DROP_ROWS, "a", "b").n()).isEqualTo(N - 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.estimate(table, "a"))
        .withMessage("at least two columns must be named, the last of them Y; were [a]");
  }

  @Test
  void resultsBecomeTablesJsonAndCsv() {
    Estimate estimate = Mist.estimate(table, "a", "b");
    Table row = Results.of(estimate).toTable();
    assertThat(row.doubleColumn("value").get(0)).isEqualTo(estimate.value());
    assertThat(row.intColumn("n").get(0)).isEqualTo(N);
    assertThat(row.column("at_least").isMissing(0)).isTrue();
    assertThat(Results.of(estimate).toJsonLine())
        .startsWith("{\"value\":" + estimate.value())
        .contains("\"at_least\":null");
    assertThat(Results.of(List.of(estimate, estimate)).toCsv().lines()).hasSize(3);
    Table screened = Results.of(Mist.screen(table, "b")).toTable();
    assertThat(screened.stringColumn("column").get(0)).isEqualTo("a");
    Table pairs = Results.of(Mist.pairwise(table)).toTable();
    assertThat(pairs.columnNames()).containsExactly("a", "b", "nats", "n", "p_value", "q_value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Results.of(estimate).save(Path.of("a.txt")))
        .withMessage("the name of a file of results must end in .json or .csv, was a.txt");
  }

  @Test
  void theHelpNamesMethodsThatThereAre() {
    var called =
        Pattern.compile("Mist\\.(\\w+)\\(").matcher(Mist.help()).results().map(c -> c.group(1));
    assertThat(called)
        .isSubsetOf(Arrays.stream(Mist.class.getMethods()).map(Method::getName).toList());
  }

  @Test
  void anyMethodAnswersByItsNameWithAnIntervalFromHalfSamples() {
    Estimate estimate = Mist.estimate(table, List.of("a"), List.of("b"), "ksg:neighbours=3");
    assertThat(estimate.method()).isEqualTo("ksg:neighbours=3");
    assertThat(estimate.interval()).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.estimate(table, List.of("a"), List.of("b"), "none"))
        .withMessageContaining("none");
  }

  @Test
  void aComparisonOfManyRowsMakesFewerHalfSamples() {
    assertThat(EvidenceDefaults.halvesOfComparison(50)).isEqualTo(100);
    assertThat(EvidenceDefaults.halvesOfComparison(4000)).isEqualTo(50);
    assertThat(EvidenceDefaults.halvesOfComparison(1_000_000)).isEqualTo(20);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.open(Path.of("no.mist")))
        .withMessage("no.mist is not a file");
  }
}
