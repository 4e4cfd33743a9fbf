package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mist4j.estimator.KsgOptions.Algorithm;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what {@code src/test/golden/ksg.py} wrote with scipy and scikit-learn. */
final class GoldenEstimatorsTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  static Stream<JsonNode> cases() throws IOException {
    try (var in = GoldenEstimatorsTest.class.getResourceAsStream("/golden/ksg.json")) {
      JsonNode cases = JsonMapper.builder().build().readTree(in);
      return StreamSupport.stream(cases.spliterator(), false);
    }
  }

  private static double[][] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                StreamSupport.stream(row.spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void estimatesEqualTheScripts(JsonNode golden) {
    Sample sample = Sample.ofRows(matrix(golden.get("x")), matrix(golden.get("y")));
    var options = KsgOptions.withDefaults().withNeighbours(golden.get("k").asInt());
    assertThat(new Ksg(options).estimate(sample).value())
        .isCloseTo(golden.get("ksg").asDouble(), CLOSE);
    assertThat(new Ksg(options.withAlgorithm(Algorithm.SECOND)).estimate(sample).value())
        .isCloseTo(golden.get("ksg2").asDouble(), CLOSE);
    assertThat(new KernelDensity().estimate(sample).value())
        .isCloseTo(golden.get("kde").asDouble(), CLOSE);
  }
}
