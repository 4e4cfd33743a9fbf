package io.github.mist4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.cli.Mist4j;
import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class and a line of a service are all that a new estimator takes. */
final class BroughtEstimatorTest {
  @TempDir Path folder;

  private static Sample sample(int n) {
    var rng = new SplittableRandom(3);
    var columns = new double[2][n];
    for (double[] column : columns) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    return Sample.ofColumns(new double[][] {columns[0]}, new double[][] {columns[1]});
  }

  private static Object run(String... words) {
    return Mist4j.answer(new PrintWriter(Writer.nullWriter()), words);
  }

  @Test
  @DisplayName("its name stands behind the library's own, with its options in the listing")
  void itIsListed() {
    assertThat(Estimators.names()).startsWith("mist", "ksg").endsWith("gao", "constant");
    assertThat(run("methods").toString())
        .containsPattern("constant +says the same of every sample\\R +:nats=9.0 +what it says");
    assertThat(run("estimate", "--help").toString().replaceAll("\\s+", " "))
        .contains(" constant says the same of every sample ");
  }

  @Test
  @DisplayName("the command line estimates with it and its options")
  void itEstimates() throws IOException {
    Sample sample = sample(20);
    String rows =
        IntStream.range(0, 20)
            .mapToObj(r -> sample.x(0)[r] + "," + sample.y(0)[r])
            .collect(Collectors.joining("\n", "a,b\n", "\n"));
    Path csv = Files.writeString(folder.resolve("t.csv"), rows);
    Object answer =
        run("estimate", csv.toString(), "--x", "a", "--y", "b", "--method", "constant:nats=2");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Estimate.class,
            e -> {
              assertThat(e.value()).isEqualTo(2);
              assertThat(e.method()).isEqualTo("constant:nats=2");
            });
  }

  @Test
  @DisplayName("two variants of it stand side by side in an evaluation and its file")
  void itIsEvaluated() {
    Path set = folder.resolve("set");
    Generation.of(
            MetaDistributions.elliptical().first(1), GenerationOptions.withDefaults().withSeed(3))
        .write(set, ProgressListener.NONE);
    Path out = folder.resolve("p.csv");
    Object table =
        run(
            "evaluate",
            set.toString(),
            "--method",
            "constant:nats=1,constant",
            "--out",
            out.toString());
    assertThat(table.toString()).contains("constant:nats=1");
    assertThat(out).content().contains("0,constant:nats=1,1.0,", "0,constant,9.0,");
  }

  @Test
  @DisplayName("a comparison asks it unasked up to its number of rows, and it explains itself")
  void itIsCompared() {
    Comparison comparison = Mist.compare(sample(100), EstimateOptions.withDefaults());
    assertThat(comparison.estimates().get(0).method()).isEqualTo("mist");
    assertThat(comparison.explanations())
        .anySatisfy(
            s ->
                assertThat(s)
                    .startsWith("constant says")
                    .endsWith("more than mist: it does not look at the 100 rows"));
    assertThat(Mist.compare(sample(101), EstimateOptions.withDefaults()).estimates())
        .extracting(Estimate::method)
        .contains("kde")
        .doesNotContain("constant");
  }
}
