package io.github.mist4j.table;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Tables of many columns: their pairs are found, kept, and shown on a page of bounded size. */
final class ManyPairsTest {
  @TempDir private Path folder;

  private static double[][] columns(int count, int rows, long seed) {
    var rng = new SplittableRandom(seed);
    var columns = new double[count][rows];
    for (double[] column : columns) {
      for (int r = 0; r < rows; r++) {
        column[r] = rng.nextGaussian();
      }
    }
    return columns;
  }

  private static Table table(double[][] columns) {
    var table = Table.create("many");
    for (int c = 0; c < columns.length; c++) {
      table.addColumns(DoubleColumn.create("c" + c, columns[c]));
    }
    return table;
  }

  @Test
  @DisplayName("12 pairs of a correlation of 0.7 among 120 columns of 100 rows are found")
  void twelveAmongThousands() {
    double[][] columns = columns(120, 100, 7);
    for (int c = 0; c < 24; c += 2) {
      for (int r = 0; r < 100; r++) {
        columns[c + 1][r] = 0.7 * columns[c][r] + Math.sqrt(1 - 0.49) * columns[c + 1][r];
      }
    }
    RankMargin[] margins = Arrays.stream(columns).map(RankMargin::of).toArray(RankMargin[]::new);
    PairAnswers answers = PairAnswers.open(120);
    for (int a = 0; a < 120; a++) {
      for (int b = a + 1; b < 120; b++) {
        answers.pValue()[answers.place(a, b)] = margins[a].pValue(margins[b], () -> false);
      }
    }
    double[] q = FalseDiscovery.qValues(answers.pValue());
    assertThat(IntStream.range(0, 12).filter(k -> q[answers.place(2 * k, 2 * k + 1)] <= 0.05))
        .hasSize(12);
    assertThat(Arrays.stream(q).filter(v -> v <= 0.05)).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  @DisplayName("a stopped run goes on from its file and ends as one that was not stopped")
  void stoppedRunsGoOn() throws IOException {
    Table table = table(columns(20, 40, 3));
    Path file = folder.resolve("pairs.csv");
    Pairwise whole = Mist.pairwise(table);
    var told = new AtomicInteger();
    ProgressListener stops = progress -> told.incrementAndGet();
    Pairwise part =
        Pairwise.of(table, Mist.estimator(), stops.stoppedBy(() -> told.get() > 0), file);
    assertThat(part.pairs()).isNotEmpty().hasSizeLessThan(190);
    assertThat(file).doesNotExist();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.pairwise(table(columns(20, 40, 4)), file))
        .withMessageContaining("pairs.csv.state holds pairs of another table, model or options");
    var first = new ArrayList<Long>();
    ProgressListener hears = progress -> first.add(progress.count().done());
    assertThat(Pairwise.of(table, Mist.estimator(), hears, file)).isEqualTo(whole);
    assertThat(first.get(0)).isGreaterThan(part.pairs().size());
    assertThat(Files.readAllLines(file)).hasSize(191).startsWith("a,b,rows,nats,p,q");
    assertThat(folder.toFile().list()).containsExactly("pairs.csv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.pairwise(table, file))
        .withMessageContaining("exists already");
    assertThat(Mist.pairwise(table, file, REPLACE_EXISTING)).isEqualTo(whole);
  }

  @Test
  @DisplayName("what was kept and has been changed since, or is another file, is refused")
  void keptAnswersAreChecked() throws IOException {
    TableColumns columns = WholeTable.of(table(columns(6, 40, 3))).columns();
    var kept =
        new PairAnswersFile(
            folder.resolve("p.csv"),
            columns.fingerprint(Mist.estimator(), EstimateOptions.withDefaults()));
    PairAnswers answers = PairAnswers.open(6);
    answers.n()[3] = 40;
    answers.value()[3] = 0.25;
    kept.write(answers);
    assertThat(kept.read(6).value()).isEqualTo(answers.value());
    Path file = folder.resolve("p.csv.state");
    byte[] bytes = Files.readAllBytes(file);
    bytes[120] ^= 1;
    Files.write(file, bytes);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kept.read(6))
        .withMessageContaining("is damaged");
    Files.writeString(file, "notes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kept.read(6))
        .withMessageContaining("exists already and holds no pairs");
  }

  @Test
  @DisplayName("the map of 300 columns shows those of the strongest pairs, in a small file")
  void theMapIsBounded() {
    var pairs = new ArrayList<Pairwise.Pair>();
    var rng = new SplittableRandom(1);
    for (int a = 0; a < 300; a++) {
      for (int b = a + 1; b < 300; b++) {
        boolean strong = a == 170 && b == 290;
        pairs.add(new Pairwise.Pair(a, b, 100, strong ? 2 : 0.01 * rng.nextDouble(), 0.5, 0.5));
      }
    }
    List<String> names = IntStream.range(0, 300).mapToObj(c -> "column " + c).toList();
    Picture picture = Pictures.of(new Pairwise(names, pairs, List.of()));
    assertThat(picture.title())
        .isEqualTo("Mutual information of the 80 of 300 columns with the strongest pairs");
    assertThat(picture.png()).hasSizeLessThan(1_000_000);
    assertThat(new String(picture.svg(), StandardCharsets.UTF_8))
        .contains("column 170", "column 290");
  }
}
