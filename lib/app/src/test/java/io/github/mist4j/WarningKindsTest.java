package io.github.mist4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Histogram;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.Novelty;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.sample.Warning.Kind;
import io.github.mist4j.table.MissingCells;
import io.github.mist4j.table.TableSample;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Every kind of warning has a sample that brings it up. */
final class WarningKindsTest {
  /**
   * A range of 7 terms and 17 features of novelty; as few rows, columns and novelty as can be, so
   * that every sample lies outside.
   */
  private static final TrainedRange NARROW =
      new TrainedRange(
          20,
          500,
          1,
          false,
          new Novelty(Collections.nCopies(7 * 17, 0.0), Collections.nCopies(17 * 17, 1.0), 1e-9));

  private static double[][] columns(int count, int n) {
    var rng = new SplittableRandom(5);
    var columns = new double[count][n];
    for (double[] column : columns) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    return columns;
  }

  private static Sample sample(int dx, int dy, int n) {
    double[][] columns = columns(dx + dy, n);
    return Sample.ofColumns(Arrays.copyOf(columns, dx), Arrays.copyOfRange(columns, dx, dx + dy));
  }

  static Stream<Arguments> warned() {
    Sample few = sample(7, 7, 12);
    double[] x = columns(1, 100)[0];
    double[] y = Arrays.stream(x).map(v -> v + 1e-9 * Math.sin(v)).toArray();
    double[] twice = Arrays.stream(x).map(v -> 2 * v).toArray();
    Sample doubled = Sample.ofColumns(new double[][] {x}, new double[][] {twice});
    Sample line = Sample.ofColumns(new double[][] {x}, new double[][] {y});
    double[] signs = Arrays.stream(x).map(Math::signum).toArray();
    Sample tied = Sample.ofColumns(new double[][] {x}, new double[][] {signs});
    Sample copied = Sample.ofColumns(new double[][] {x, x}, new double[][] {y});
    Table gap = Table.create("t", DoubleColumn.create("a", x), DoubleColumn.create("b", y));
    gap.doubleColumn("a").setMissing(3);
    double[] codes = IntStream.range(0, 1000).mapToDouble(r -> r % 300).toArray();
    Sample towns =
        Sample.ofColumns(new double[][] {codes}, columns(1, 1000))
            .withKinds(List.of(ColumnKind.NOMINAL), List.of(ColumnKind.NUMERIC));
    Table zips =
        Table.create(
            "t",
            DoubleColumn.create("zip", Arrays.stream(codes).limit(100).map(c -> c % 7).toArray()),
            DoubleColumn.create("b", y));
    double[] answers = IntStream.range(0, 100).mapToDouble(r -> r % 9 == 0 ? 99 : r % 5).toArray();
    Table survey =
        Table.create("t", DoubleColumn.create("answer", answers), DoubleColumn.create("b", y));
    double[][] steps = columns(2, 300);
    Arrays.stream(steps).forEach(s -> Arrays.parallelPrefix(s, Double::sum));
    Sample walks = Sample.ofColumns(new double[][] {steps[0]}, new double[][] {steps[1]});
    var halves = EstimateOptions.withDefaults().withHalves(10);
    return Stream.of(
        Arguments.of(
            Kind.ROWS_DROPPED,
            TableSample.of(gap, List.of("a"), List.of("b"), MissingCells.DROP_ROWS).warnings()),
        Arguments.of(
            Kind.ROWS_COUNTED_ONCE,
            line.rows(IntStream.range(0, 100).map(r -> r % 80).toArray())
                .withoutRepeatedRows()
                .warnings()),
        Arguments.of(
            Kind.ROWS_STAND_AGAIN,
            line.rows(IntStream.range(0, 100).map(r -> r % 6 * (1 + r % 2)).toArray())
                .withoutRepeatedRows()
                .warnings()),
        Arguments.of(Kind.NEIGHBOURING_ROWS_ALIKE, walks.warnedOfOrder().warnings()),
        Arguments.of(Kind.FOLLOWS_EXACTLY, doubled.withoutRedundantColumns().warnings()),
        Arguments.of(Kind.COLUMN_LEFT_OUT, copied.withoutRedundantColumns().warnings()),
        Arguments.of(Kind.MANY_LEVELS, towns.warnings()),
        Arguments.of(Kind.LEVELS_POOLED, towns.withIndicators().warnings()),
        Arguments.of(
            Kind.LOOKS_LIKE_CODES, TableSample.of(zips, List.of("zip"), List.of("b")).warnings()),
        Arguments.of(
            Kind.LOOKS_LIKE_MISSING,
            TableSample.of(survey, List.of("answer"), List.of("b")).warnings()),
        Arguments.of(Kind.MANY_TIES, new Ksg().estimate(tied).warnings()),
        Arguments.of(Kind.MANY_TIES, NARROW.warnings(tied, 0)),
        Arguments.of(Kind.FEW_ROWS_FOR_COLUMNS, new GaussianCopula().estimate(few).warnings()),
        Arguments.of(Kind.FEW_ROWS_FOR_COLUMNS, NARROW.warnings(few, 0)),
        Arguments.of(Kind.FEWER_ROWS_THAN_TRAINED, NARROW.warnings(few, 0)),
        Arguments.of(Kind.MORE_COLUMNS_THAN_TRAINED, NARROW.warnings(few, 0)),
        Arguments.of(Kind.NOVEL, NARROW.warnings(line, 0)),
        Arguments.of(
            Kind.SHUFFLES_SAY_SOMETHING,
            Checkpoint.shipped().estimator().estimate(sample(900, 900, 30)).warnings()),
        Arguments.of(
            Kind.STOPPED,
            TestDisplay.showing(
                    ProgressListener.NONE.stoppedBy(() -> true),
                    () -> Mist.estimate(line, halves.withHalves(0).withPermutations(1_000_000)))
                .warnings()),
        Arguments.of(Kind.FAR_NEIGHBOURS, new Ksg().estimate(few).warnings()),
        Arguments.of(Kind.NEAR_THE_MOST, new Ksg().estimate(line).warnings()),
        Arguments.of(
            Kind.NO_INTERVAL, new Histogram().estimate(sample(1, 1, 22), halves).warnings()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("warned")
  @DisplayName("the warning is there with its kind and a sentence")
  void everyKindIsWarnedOf(Kind kind, List<Warning> warnings) {
    assertThat(warnings)
        .filteredOn(w -> w.kind() == kind)
        .isNotEmpty()
        .allSatisfy(w -> assertThat(w).hasToString(w.sentence()));
  }

  @Test
  @DisplayName("no kind is without its sample")
  void noKindIsLeftOut() {
    var ofFits = EnumSet.of(Kind.FEW_ROWS_HELD_OUT, Kind.NOTHING_FOUND, Kind.FIT_STOPPED); // deep
    assertThat(warned().map(a -> (Kind) a.get()[0])).containsAll(EnumSet.complementOf(ofFits));
  }
}
