package io.github.mist4j.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.evaluation.FakeEstimator;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BenchmarkSuiteTest {
  private static final RandomGenerator RNG = new SplittableRandom(1);
  private static final BenchmarkSuite BMI = BenchmarkSuite.named("bmi");

  private static Task task(String name) {
    return BMI.tasks().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void allFortyTasksHaveThePublishedColumnsAndInformation() throws IOException {
    List<String> lines;
    try (var published = BenchmarkSuiteTest.class.getResourceAsStream("bmi-tasks.csv")) {
      lines = new String(published.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(BMI.tasks()).hasSize(lines.size() - 1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Task task = task(cells[0]);
      assertThat(task.law(RNG).dx()).as(line).isEqualTo(Integer.parseInt(cells[1]));
      assertThat(task.law(RNG).dy()).as(line).isEqualTo(Integer.parseInt(cells[2]));
      assertThat(task.law(RNG).mutualInformation())
          .as(line)
          .isCloseTo(Double.parseDouble(cells[3]), within(1e-5));
      assertThat(task.law(RNG).mutualInformationError()).isZero();
    }
  }

  @Test
  void theSparseTasksHaveColumnsOfVarianceOneOnWhichTheSpiralsWind() {
    Sample sample =
        task("multinormal-sparse-5-5-2-2.0").law(RNG).sample(20_000, new SplittableRandom(1));
    double variance = Arrays.stream(sample.x(0)).map(v -> v * v).average().orElseThrow();
    assertThat(variance).isCloseTo(1, within(4 * Math.sqrt(2.0 / 20_000)));
    double covariance =
        IntStream.range(0, sample.n())
            .mapToDouble(r -> sample.x(1)[r] * sample.y(1)[r])
            .average()
            .orElseThrow();
    assertThat(covariance).isCloseTo(0.8, within(4 * Math.sqrt(1.64 / 20_000)));
  }

  @Test
  void everyTaskCanBeDrawnAndTheRowsDependOnTheSeedOnly() {
    EvaluationData data = BMI.drawn(12, 2);
    EvaluationData again = BMI.drawn(12, 3);
    assertThat(data.rows()).hasSize(80);
    for (int place = 0; place < 80; place++) {
      assertThat(data.sample(place).n()).isEqualTo(12);
      assertThat(data.sample(place).y(0)).containsExactly(again.sample(place).y(0));
      assertThat(data.rows().get(place).distribution())
          .contains(BMI.tasks().get(place % 40).name());
    }
    assertThat(data.sample(0).x(0)).isNotEqualTo(data.sample(40).x(0));
  }

  @Test
  void theTableHasALineForEveryTaskAndCountsThoseThatAreClose() {
    var near = new Task("near", new Normal(Dispersion.dense(1, 1, 0.93))); // 1.0009 nats
    var suite = new BenchmarkSuite("two", List.of(near, BMI.tasks().get(0)));
    var evaluation =
        Evaluation.of(
            suite.drawn(20, 3),
            List.of(new FakeEstimator("fake", 0), new FakeEstimator("shy", 21)),
            EvaluationOptions.withDefaults(),
            progress -> {});
    var table = BenchmarkTable.of(suite, evaluation);
    assertThat(table.close("fake")).isEqualTo(1);
    assertThat(table.meanAbsoluteError("fake"))
        .isCloseTo(
            ((1.01 - near.law(RNG).mutualInformation()) + (1.01 - 0.413339)) / 2, within(1e-5));
    assertThat(table.toString().lines()).hasSize(5);
    assertThat(table.toString())
        .contains("1v1-normal-0.75   0.4133")
        .contains("refused")
        .contains("fake: mean |error| 0.303 nats, 1 of 2 tasks within 0.1, intervals hold 100%")
        .contains("shy: mean |error| unknown, 0 of 2 tasks within 0.1");
  }

  @Test
  void anUnknownSuiteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkSuite.named("bim"))
        .withMessage(
            "suite must be one of bmi, unseen, unseen-wide, unseen-families, near, levels,"
                + " levels-normal, everyday, spread, names, independent, was 'bim'");
  }

  @Test
  void theWideSuiteHasTheSameLawsAmongNoise() {
    List<Task> unseen = BenchmarkSuite.named("unseen").tasks();
    List<Task> wide = BenchmarkSuite.named("unseen-wide").tasks();
    assertThat(wide).hasSameSizeAs(unseen);
    for (int k = 0; k < wide.size(); k++) {
      assertThat(wide.get(k).law(RNG).mutualInformation())
          .isEqualTo(unseen.get(k).law(RNG).mutualInformation());
      assertThat(wide.get(k).law(RNG).dx()).isEqualTo(unseen.get(k).law(RNG).dx() + 3);
    }
    assertThat(wide.get(0).name()).isEqualTo("frank-4-4");
  }

  @Test
  void aFamilyHasAnotherLawAtEverySeed() {
    BenchmarkSuite families = BenchmarkSuite.named("unseen-families");
    int count = families.tasks().size();
    EvaluationData data = families.drawn(12, 2);
    assertThat(data.rows()).hasSize(2 * count);
    assertThat(data.rows().get(0).mutualInformation())
        .isNotEqualTo(data.rows().get(count).mutualInformation());
    EvaluationData again = families.drawn(12, 1);
    for (int place = 0; place < count; place++) {
      assertThat(again.rows().get(place)).isEqualTo(data.rows().get(place));
      assertThat(again.sample(place).x(0)).isEqualTo(data.sample(place).x(0));
    }
  }
}
