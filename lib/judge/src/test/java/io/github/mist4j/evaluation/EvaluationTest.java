package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.CsvFile;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.meta.MetaDatasetFolder;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluationTest {
  private static final int COUNT = 12;

  @TempDir Path parent;
  private MetaDatasetFolder folder;

  @BeforeEach
  void writeFolder() {
    Path path = parent.resolve("set");
    Generation.of(
            MetaDistributions.elliptical().first(COUNT),
            GenerationOptions.withDefaults().withSeed(11))
        .write(path, ProgressListener.NONE);
    folder = MetaDatasetFolder.open(path);
  }

  @AfterEach
  void closeFolder() {
    folder.close();
  }

  private Evaluation evaluation(int threads, MutualInformationEstimator... estimators) {
    return Evaluation.of(
        EvaluationData.of("folder", folder),
        List.of(estimators),
        EvaluationOptions.withDefaults().withThreads(threads),
        progress -> {});
  }

  private static List<Prediction> withoutTime(Evaluation evaluation) {
    return evaluation.predictions().stream()
        .map(
            p ->
                new Prediction(
                    p.idx(), p.method(), p.value(), p.interval(), p.pValue(), 0, p.error()))
        .toList();
  }

  @Test
  void predictionsComeInOrderWhateverTheThreads() {
    var one = evaluation(1, new FakeEstimator("a", 0), new FakeEstimator("b", 60));
    var four = evaluation(4, new FakeEstimator("a", 0), new FakeEstimator("b", 60));
    assertThat(withoutTime(one)).isEqualTo(withoutTime(four)).hasSize(2 * COUNT);
    assertThat(one.predictions().get(3).idx()).isEqualTo(3);
    assertThat(one.predictions().get(COUNT).method()).isEqualTo("b");
  }

  @Test
  void aRefusedDatasetIsRecordedAndNotFatal() {
    var evaluation = evaluation(2, new FakeEstimator("a", Integer.MAX_VALUE));
    assertThat(evaluation.predictions())
        .allSatisfy(
            p -> {
              assertThat(p.value()).isEmpty();
              assertThat(p.error()).contains("n must be at least 2147483647, \"sorry\"");
            });
    ErrorTable.Row all = evaluation.errors().row("a", ErrorTable.ALL).orElseThrow();
    assertThat(all.refused()).isEqualTo(COUNT);
    assertThat(all.errors().meanSquaredError()).isNaN();
  }

  @Test
  void aFaultOfTheEstimatorIsNotHidden() {
    var broken =
        new MutualInformationEstimator() {
          @Override
          public String method() {
            return "broken";
          }

          @Override
          public Estimate estimate(Sample sample, EstimateOptions options) {
            throw new IndexOutOfBoundsException("3");
          }
        };
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> evaluation(2, broken));
  }

  @Test
  void theListenerHearsOfThePredictionsInOrderAndOfAllAtTheEnd() {
    var heard = new ArrayList<EvaluationProgress>();
    Evaluation.of(
        EvaluationData.of("folder", folder),
        List.of(new FakeEstimator("a", 0)),
        EvaluationOptions.withDefaults(),
        ProgressListener.of(EvaluationProgress.class, heard::add));
    assertThat(heard).extracting(p -> p.count().done()).isSorted();
    assertThat(heard).allSatisfy(p -> assertThat(p.predictions()).hasSize((int) p.count().done()));
    EvaluationProgress last = heard.get(heard.size() - 1);
    assertThat(last.count().finished()).isTrue();
    assertThat(last.predictions()).extracting(Prediction::idx).isSorted().hasSize(COUNT);
  }

  @Test
  void methodsThatStandTwiceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluation(1, new FakeEstimator("a", 0), new FakeEstimator("a", 0)))
        .withMessage("estimators must be of different methods, were [a, a]");
  }

  @Test
  void theFileOfPredictionsHasItsColumnsAndNoErrorWhereThereIsNone() {
    Path file = parent.resolve("predictions.csv");
    evaluation(1, new FakeEstimator("a", 0)).writePredictions(file);
    CsvFile csv = CsvFile.read(file);
    assertThat(csv.header()).containsExactly("idx", "method", "value", "lower", "upper", "seconds");
    assertThat(csv.rows()).isEqualTo(COUNT);
    Sample sample = folder.read(5).sample();
    assertThat(csv.cell(5, 0)).isEqualTo("5");
    assertThat(Double.parseDouble(csv.cell(5, 2)))
        .isEqualTo(sample.dx() + sample.dy() / 100.0)
        .isEqualTo(Double.parseDouble(csv.cell(5, 4)));
    assertThat(csv.cell(5, 3)).isEqualTo("0.0");
  }

  @Test
  void aRefusedDatasetHasEmptyCellsAndAnErrorInTheFile() {
    Path file = parent.resolve("predictions.csv");
    evaluation(1, new FakeEstimator("a", 10_000)).writePredictions(file);
    CsvFile csv = CsvFile.read(file);
    assertThat(csv.header()).endsWith("seconds", "error");
    assertThat(csv.cell(0, 2) + csv.cell(0, 3) + csv.cell(0, 4)).isEmpty();
    assertThat(csv.cell(0, 6)).isEqualTo("n must be at least 10000, \"sorry\"");
  }

  @Test
  void datasetsOfADistributionCarryTheirTruthFamilyAndShape() {
    var data = EvaluationData.of(MetaDistributions.elliptical(), 30, 5);
    assertThat(data.title()).isEqualTo("elliptical");
    assertThat(data.rows()).hasSize(30);
    for (int place = 0; place < 30; place++) {
      Dataset dataset = MetaDistributions.elliptical().draw(5, place);
      MetaDatasetRow row = data.rows().get(place);
      assertThat(row.idx()).isEqualTo(place);
      assertThat(row.mutualInformation()).isEqualTo(dataset.mutualInformation());
      assertThat(row.distribution()).contains(dataset.distribution());
      assertThat(row.n()).isEqualTo(data.sample(place).n());
      assertThat(data.sample(place).y(0)).containsExactly(dataset.sample().y(0));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EvaluationData.of(MetaDistributions.elliptical(), 0, 5))
        .withMessage("count must be positive, was 0");
  }

  @Test
  void datasetsOfAGridCarryItsSplit() {
    var data = EvaluationData.of("grid", Grid.named("m-test-imd").spread(12), 5);
    assertThat(data.rows()).hasSize(12).allSatisfy(r -> assertThat(r.split()).contains("IMD"));
  }

  @Test
  void anInterruptEndsItAndSaysHowFarItCame() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> evaluation(1, new FakeEstimator("a", 0)))
        .withMessage("stopped after 0 of %s predictions".formatted(COUNT));
    assertThat(Thread.interrupted()).isFalse();
  }
}
