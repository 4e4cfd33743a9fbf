package io.github.mist4j.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.progress.ProgressListener;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class EverydayTasksTest {
  private static final BenchmarkSuite SUITE = BenchmarkSuite.named("everyday");
  private static final int WITHOUT_INFORMATION = 7;

  private static double truth(String name) {
    return SUITE.tasks().stream()
        .filter(task -> task.name().equals(name))
        .mapToDouble(task -> task.law(new java.util.SplittableRandom(0)).mutualInformation())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("a third of the laws have no information, others what closed forms say")
  void truthsAreKnown() {
    assertThat(SUITE.tasks().stream().filter(task -> truth(task.name()) == 0))
        .hasSize(WITHOUT_INFORMATION);
    assertThat(truth("relabelled-1-1")).isCloseTo(Math.log(10), within(1e-12));
    double share = 0.7;
    assertThat(truth("shared-zeros-1-1"))
        .isCloseTo(-share * Math.log(share) - (1 - share) * Math.log(1 - share), within(1e-12));
    assertThat(truth("a-bootstrap-1-1")).isCloseTo(-0.5 * Math.log(1 - 0.36), within(1e-12));
  }

  @Test
  @DisplayName("the shipped model is within 0.05 of such laws on average, and its intervals hold")
  void theShippedModelServes() {
    MutualInformationEstimator mist = Checkpoint.shipped().estimator();
    var evaluation =
        Evaluation.of(
            SUITE.drawn(300, 3),
            List.of(mist),
            EvaluationOptions.withDefaults(),
            ProgressListener.NONE);
    var table = BenchmarkTable.of(SUITE, evaluation);
    String last = table.toString().lines().reduce((first, second) -> second).orElseThrow();
    assertThat(last)
        .matches("mist: mean \\|error\\| 0\\.0[0-4]\\d nats, .*, intervals hold (8|9)\\d%");
  }
}
