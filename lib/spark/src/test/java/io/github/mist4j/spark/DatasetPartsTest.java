package io.github.mist4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.evaluation.Prediction;
import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.MetaDatasetFolder;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.progress.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetPartsTest {
  private static final int COUNT = 7;
  private static final long SEED = 5;

  @TempDir private Path temp;
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = LocalCluster.alone();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static DatasetSequence sequence() {
    return MetaDistribution.of("mine", Families.named("regression"))
        .withShapes(new Shapes(30, 60, 2, 0.5))
        .first(COUNT);
  }

  private static List<MutualInformationEstimator> estimators() {
    return List.of(new Ksg(), new GaussianCopula());
  }

  @Test
  void partsTogetherAreTheFolderOfOneProcessByteForByte() throws Exception {
    Path whole = temp.resolve("whole");
    Generation.of(sequence(), GenerationOptions.withDefaults().withSeed(SEED))
        .write(whole, ProgressListener.NONE);
    Path parts = temp.resolve("parts");
    MistSpark.generate(spark, DatasetPartsTest::sequence, SEED, 3, parts);

    byte[] data = Files.readAllBytes(whole.resolve("data.f32le"));
    int at = 0;
    int datasets = 0;
    for (int p = 0; p < 3; p++) {
      Path part = parts.resolve("part-0000" + p);
      byte[] some = Files.readAllBytes(part.resolve("data.f32le"));
      assertThat(some).isEqualTo(Arrays.copyOfRange(data, at, at + some.length));
      at += some.length;
      try (var folder = MetaDatasetFolder.open(part)) {
        datasets += folder.size();
      }
    }
    assertThat(at).isEqualTo(data.length);
    assertThat(datasets).isEqualTo(COUNT);
    assertThatThrownBy(() -> MistSpark.generate(spark, DatasetPartsTest::sequence, SEED, 3, parts))
        .hasMessage("%s exists already", parts);
  }

  @Test
  void predictionsAreThoseOfOneProcessBitForBit() {
    List<Prediction> expected =
        Evaluation.of(
                EvaluationData.of("mine", sequence(), SEED),
                estimators(),
                EvaluationOptions.withDefaults(),
                ProgressListener.NONE)
            .predictions();
    assertPredictions(
        MistSpark.evaluate(spark, DatasetPartsTest::sequence, SEED, DatasetPartsTest::estimators),
        expected);
  }

  @Test
  void foldersOfPartsAreNumberedFromTheFirstToTheLast() {
    Path parts = temp.resolve("parts");
    MistSpark.generate(spark, DatasetPartsTest::sequence, SEED, 2, parts);
    List<Row> rows =
        MistSpark.evaluate(spark, parts, DatasetPartsTest::estimators)
            .orderBy("method", "idx")
            .collectAsList();
    assertThat(rows).hasSize(2 * COUNT);
    assertThat(rows.get(COUNT - 1).<Long>getAs("idx")).isEqualTo(COUNT - 1);
  }

  private static void assertPredictions(Dataset<Row> rows, List<Prediction> expected) {
    List<Row> predicted = rows.orderBy(rows.col("method").desc(), rows.col("idx")).collectAsList();
    assertThat(predicted).hasSameSizeAs(expected);
    for (int i = 0; i < predicted.size(); i++) {
      Row row = predicted.get(i);
      Prediction prediction = expected.get(i);
      assertThat(row.<String>getAs("method")).isEqualTo(prediction.method());
      assertThat(row.<Long>getAs("idx")).isEqualTo(prediction.idx());
      assertThat(row.<Double>getAs("value")).isEqualTo(prediction.value().orElseThrow());
    }
  }
}
