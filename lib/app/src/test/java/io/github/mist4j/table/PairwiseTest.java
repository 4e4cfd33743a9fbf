package io.github.mist4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.Mist;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.ProgressListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

final class PairwiseTest {
  private static final int ROWS = 150;

  /** cause and its two effects, one of them curved; an effect's copy with noise; noise; text. */
  private static Table table() {
    var rng = new SplittableRandom(4);
    var columns = new double[6][ROWS];
    for (int r = 0; r < ROWS; r++) {
      columns[0][r] = rng.nextGaussian();
      columns[1][r] = columns[0][r] + 0.5 * rng.nextGaussian();
      columns[2][r] = columns[0][r] * columns[0][r] + 0.3 * rng.nextGaussian();
      columns[3][r] = columns[1][r] + 0.1 * rng.nextGaussian();
      columns[4][r] = rng.nextGaussian();
      columns[5][r] = 7;
    }
    var table = Table.create("causes");
    String[] names = {"cause", "line", "curve", "copy", "noise", "constant"};
    for (int c = 0; c < names.length; c++) {
      table.addColumns(DoubleColumn.create(names[c], columns[c]));
    }
    var text = new String[ROWS];
    Arrays.fill(text, "a");
    table.addColumns(StringColumn.create("label", text));
    return table;
  }

  @Test
  @DisplayName("pairs are asked once each; dependent ones are found, noise is not")
  void dependentPairsAreFound() {
    Pairwise pairwise = Mist.pairwise(table());
    assertThat(pairwise.columns()).containsExactly("cause", "line", "curve", "copy", "noise");
    assertThat(pairwise.pairs()).hasSize(10);
    assertThat(pairwise.dependent())
        .hasSize(6)
        .allSatisfy(pair -> assertThat(pair.b()).isLessThan(4));
    Pairwise.Pair strongest = pairwise.strongest().get(0);
    assertThat(pairwise.columns().get(strongest.a())).isEqualTo("line");
    assertThat(pairwise.columns().get(strongest.b())).isEqualTo("copy");
    double alone =
        Mist.estimator()
            .estimate(TableSample.of(table(), List.of("line"), List.of("copy")))
            .value();
    assertThat(strongest.value()).isEqualTo(alone);
    assertThat(pairwise.matrix()[1][3]).isEqualTo(alone);
    assertThat(pairwise.notes())
        .anySatisfy(
            note -> assertThat(note).startsWith("column 'label' is left out: it is constant"))
        .anySatisfy(note -> assertThat(note).startsWith("column 'constant' is left out"));
  }

  @Test
  @DisplayName("a missing cell costs a pair its row, and is said")
  void missingCellsCostTheirRows() {
    Table table = table();
    table.doubleColumn("cause").setMissing(3);
    table.doubleColumn("cause").setMissing(9);
    Pairwise pairwise = Mist.pairwise(table);
    assertThat(pairwise.pairs())
        .allSatisfy(pair -> assertThat(pair.n()).isEqualTo(pair.a() == 0 ? ROWS - 2 : ROWS));
    assertThat(pairwise.notes()).contains("4 pairs go without the rows in which a cell is missing");
  }

  @Test
  @DisplayName("stopped, it keeps what it has and says so")
  void stoppedItKeepsWhatItHas() {
    var shown = new ArrayList<String>();
    ProgressListener hears = progress -> shown.add(progress.toString());
    Pairwise pairwise = Pairwise.of(table(), Mist.estimator(), hears.stoppedBy(() -> true));
    assertThat(pairwise.pairs()).isEmpty();
    assertThat(pairwise.notes()).contains("stopped after 0 of 10 pairs");
    assertThat(shown).isEmpty();
    Pairwise.of(table(), Mist.estimator(), hears);
    assertThat(shown.get(shown.size() - 1)).startsWith("10 of 10 pairs");
  }

  @Test
  @DisplayName("interrupted, a screening keeps the columns asked by then and names none redundant")
  void interruptedAScreeningKeepsWhatItHas() {
    ProgressListener interrupts =
        progress -> {
          if (progress.count().task().equals("columns") && progress.count().done() == 4) {
            Thread.currentThread().interrupt();
          }
        };
    Screening screening = Screening.of(table(), "cause", Mist.estimator(), interrupts);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(screening.features()).hasSize(4).allMatch(f -> f.redundant().isEmpty());
    assertThat(screening.notes()).contains("stopped after all columns; none is named as redundant");
  }

  @Test
  @DisplayName("one column makes no pair")
  void oneColumnMakesNoPair() {
    Table one = Table.create("one", DoubleColumn.create("a", new double[] {1, 2, 3}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.pairwise(one))
        .withMessage("pairs need at least two columns that vary, had 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.pairwise(null))
        .withMessage("table must be given, was null");
  }

  @Test
  @DisplayName("a screening ranks features and names what is redundant")
  void screeningRanksFeatures() {
    Screening screening = Mist.screen(table(), "cause");
    assertThat(screening.features())
        .extracting(Screening.Feature::name)
        .containsExactlyInAnyOrder("line", "curve", "copy", "noise")
        .endsWith("noise");
    Screening.Feature copy = feature(screening, "copy");
    Screening.Feature line = feature(screening, "line");
    assertThat(copy.redundant().or(line::redundant)).isPresent();
    assertThat(feature(screening, "noise").qValue()).isGreaterThan(0.05);
    assertThat(feature(screening, "noise").redundant()).isEmpty();
    assertThat(feature(screening, "curve").redundant()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.screen(table(), "label"))
        .withMessageStartingWith("the target must be a column that varies: column 'label'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.screen(table(), "causes"))
        .withMessageContaining("'causes'");
  }

  private static Screening.Feature feature(Screening screening, String name) {
    return screening.features().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("q-values are those of Benjamini and Hochberg")
  void qValuesAreBenjaminiAndHochbergs() {
    double[] q = FalseDiscovery.qValues(new double[] {0.01, 0.04, Double.NaN, 0.03, 0.5});
    assertThat(q[0]).isCloseTo(0.04, within(1e-12));
    assertThat(q[1]).isCloseTo(0.04 * 4 / 3, within(1e-12));
    assertThat(q[2]).isNaN();
    assertThat(q[3]).isCloseTo(0.04 * 4 / 3, within(1e-12));
    assertThat(q[4]).isCloseTo(0.5, within(1e-12));
  }

  private static Table nothing(int rows, int count, DoubleSupplier cell) {
    var table = Table.create("nothing");
    for (int c = 0; c < count; c++) {
      table.addColumns(
          DoubleColumn.create("c" + c, DoubleStream.generate(cell).limit(rows).toArray()));
    }
    return table;
  }

  @Test
  @DisplayName("zeros and counts that have nothing to do with each other are not called dependent")
  void tiesAreNoDependence() {
    var rng = new SplittableRandom(11);
    DoubleSupplier zeros = () -> rng.nextDouble() < 0.8 ? 0 : Math.exp(rng.nextGaussian());
    DoubleSupplier counts = () -> Math.floor(4 * rng.nextGaussian() * rng.nextGaussian());
    for (DoubleSupplier cell : List.of(zeros, counts)) {
      Screening screening = Mist.screen(nothing(500, 60, cell), "c0");
      assertThat(screening.features())
          .hasSize(59)
          .allSatisfy(feature -> assertThat(feature.qValue()).isGreaterThan(0.05));
    }
  }

  @Test
  @DisplayName("with 150,000 rows a stop is obeyed within a second, and what was asked is kept")
  void manyRowsCanBeStopped() {
    var rng = new SplittableRandom(12);
    Table table = nothing(150_000, 12, rng::nextGaussian);
    long[] stoppedAt = {Long.MAX_VALUE};
    ProgressListener stopsAfterOne =
        progress -> {
          if (progress.count().done() > 0) {
            stoppedAt[0] = Math.min(stoppedAt[0], System.nanoTime());
          }
        };
    Pairwise pairwise =
        Pairwise.of(
            table, Mist.estimator(), stopsAfterOne.stoppedBy(() -> stoppedAt[0] < Long.MAX_VALUE));
    assertThat((System.nanoTime() - stoppedAt[0]) / 1e9).isLessThan(1.5); // on a busy machine
    assertThat(pairwise.pairs()).isNotEmpty().allMatch(pair -> pair.pValue() > 1e-6);
    assertThat(pairwise.notes().get(0)).startsWith("stopped after").endsWith("of 66 pairs");
  }

  @Test
  @DisplayName("the map puts columns that share much beside each other")
  void theMapIsClustered() {
    Pairwise pairs = Mist.pairwise(table());
    Picture picture = Pictures.of(pairs);
    double most = pairs.strongest().get(0).value();
    assertThat(new String(picture.svg(), StandardCharsets.UTF_8)) // the ends of the scale
        .contains(String.format(Locale.ROOT, ">%.2f nats<", most))
        .contains(">0<");
    assertThat(picture.title()).isEqualTo("Mutual information of 5 columns");
    assertThat(picture.image().getWidth()).isGreaterThan(600);
  }

  @Test
  @DisplayName(
      "values of a long table are of some of its rows, whatever their order, and it says so")
  void longTables() {
    int n = 25_000;
    var rng = new SplittableRandom(8);
    var x = new double[n];
    var y = new double[n];
    for (int r = 0; r < n; r++) {
      x[r] = rng.nextGaussian();
      y[r] = 0.01 * x[r] + rng.nextGaussian();
    }
    Table table = Table.create(DoubleColumn.create("x", x), DoubleColumn.create("y", y));
    Screening screening = Mist.screen(table, "y");
    assertThat(screening.notes())
        .containsExactly("values are of about 20000 of the 25000 rows, p-values of all");
    assertThat(screening.features().get(0).estimate().value()).isLessThan(0.02);
    assertThat(screening.features().get(0).estimate().n()).isEqualTo(n);
    assertThat(Mist.screen(table.sortOn("x"), "y").features().get(0).estimate().value())
        .isCloseTo(screening.features().get(0).estimate().value(), within(1e-4));
  }
}
