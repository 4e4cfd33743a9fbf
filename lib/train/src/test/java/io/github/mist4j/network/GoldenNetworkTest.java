package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.training.TrainingParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The features, the forward pass and the gradients against an independent implementation, {@code
 * src/test/golden/copula_network.py}, which wrote {@code golden/copula_network.json}.
 */
final class GoldenNetworkTest {
  private static final Offset<Double> CLOSE = within(1e-4);
  private static final JsonNode GOLDEN = golden();
  private static final CopulaNetwork NETWORK = new CopulaNetwork(architecture());
  private static final float[] WEIGHTS = weights();

  private static JsonNode golden() {
    try (var in = GoldenNetworkTest.class.getResourceAsStream("/golden/copula_network.json")) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CopulaArchitecture architecture() {
    JsonNode s = GOLDEN.get("sizes");
    return new CopulaArchitecture(
        s.get("trunk").asInt(),
        s.get("rows").asInt(),
        s.get("tokens").asInt(),
        s.get("nodes").asInt(),
        s.get("pair").asInt(),
        s.get("hidden").asInt(),
        s.get("layers").asInt(),
        s.get("head").asInt());
  }

  private static float[] weights() {
    var flat = new float[NETWORK.layout().size()];
    forEachWeight(GOLDEN.get("weights"), (name, at, value) -> flat[at] = (float) value);
    return flat;
  }

  private interface WeightVisitor {
    void visit(String name, int at, double value);
  }

  /** Walks over all weights of the network and the numbers that the file gives for them. */
  private static void forEachWeight(JsonNode file, WeightVisitor visitor) {
    NETWORK
        .layout()
        .linears()
        .forEach(
            (name, linear) -> {
              JsonNode entry = file.get(name);
              for (int o = 0; o < linear.outputs(); o++) {
                for (int i = 0; i < linear.inputs(); i++) {
                  visitor.visit(
                      name,
                      linear.at() + i * linear.outputs() + o,
                      entry.get("weight").get(o).get(i).asDouble());
                }
                if (linear.biased()) {
                  visitor.visit(
                      name + " bias", linear.biasAt() + o, entry.get("bias").get(o).asDouble());
                }
              }
            });
    NETWORK
        .layout()
        .norms()
        .forEach(
            (name, norm) -> {
              for (int c = 0; c < norm.channels(); c++) {
                visitor.visit(name, norm.at() + c, file.get(name).get("gain").get(c).asDouble());
                visitor.visit(
                    name,
                    norm.at() + norm.channels() + c,
                    file.get(name).get("bias").get(c).asDouble());
              }
            });
  }

  private static List<JsonNode> cases() {
    return StreamSupport.stream(GOLDEN.get("cases").spliterator(), false).toList();
  }

  private static List<JsonNode> casesWithGradients() {
    return cases().stream().filter(c -> c.hasNonNull("gradients")).toList();
  }

  private static double[][] columns(JsonNode golden) {
    return Stream.of("x", "y")
        .flatMap(side -> Stream.of(matrix(golden.get(side))))
        .toArray(double[][]::new);
  }

  private static NetworkInput input(JsonNode golden) {
    double[][] columns = columns(golden);
    int[][] ranks = Stream.of(columns).map(GoldenNetworkTest::ranks).toArray(int[][]::new);
    int[][] levels =
        IntStream.range(0, columns.length)
            .mapToObj(c -> Ranks.levels(columns[c], ranks[c]))
            .toArray(int[][]::new);
    int n = ranks[0].length;
    var ranked = new RankedSample(ranks, levels, golden.get("dx").asInt(), ScoreTable.of(n));
    return NetworkInput.of(ranked, IntStream.range(0, n).toArray());
  }

  /** Equal values in the order of their rows. */
  private static int[] ranks(double[] column) {
    return IntStream.range(0, column.length)
        .map(
            r ->
                (int)
                    IntStream.range(0, column.length)
                        .filter(s -> column[s] < column[r] || (column[s] == column[r] && s < r))
                        .count())
        .toArray();
  }

  private static double[][] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(r -> StreamSupport.stream(r.spliterator(), false).mapToDouble(JsonNode::asDouble))
        .map(java.util.stream.DoubleStream::toArray)
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("equal values stand in the script's order of each number")
  void ordersOfEqualValuesAreTheScripts(JsonNode golden) {
    JsonNode expected = golden.get("ranks_of_order_3");
    int[][] ranks = new TieOrders(columns(golden)).ranks(3);
    for (int c = 0; c < ranks.length; c++) {
      assertThat(expected.get(c)).hasSize(ranks[c].length);
      for (int r = 0; r < ranks[c].length; r++) {
        assertThat(ranks[c][r])
            .as("column %d, row %d", c, r)
            .isEqualTo(expected.get(c).get(r).asInt());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("features equal the independent script's")
  void featuresEqualTheScripts(JsonNode golden) {
    CopulaFeatures features = input(golden).features();
    JsonNode expected = golden.get("features");
    assertThat(expected.get("classical")).hasSize(ClassicalEstimate.COUNT_WITH_DIRECTIONS);
    assertFeatures(features, expected);
    assertThat(expected.has("directions")).isEqualTo(features.directions().isPresent());
    features.directions().ifPresent(of -> assertFeatures(of, expected.get("directions")));
  }

  private static void assertFeatures(CopulaFeatures features, JsonNode expected) {
    JsonNode classical = expected.get("classical");
    for (int k = 0; k < classical.size(); k++) {
      assertThat(features.estimates(ClassicalEstimate.COUNT_WITH_DIRECTIONS)[k])
          .as("classical estimate %d", k)
          .isCloseTo(classical.get(k).asDouble(), CLOSE);
    }
    assertChannels(features.pair(), expected.get("pair"), "pair");
    assertChannels(features.nodesX(), expected.get("nodes_x"), "nodes of X");
    assertChannels(features.nodesY(), expected.get("nodes_y"), "nodes of Y");
    assertChannels(features.rows(), expected.get("rows"), "rows");
    assertChannels(features.tokens(), expected.get("tokens"), "tokens");
    assertThat(features.global()).hasSize(expected.get("global").size());
    for (GlobalFeature feature : GlobalFeature.values()) {
      int channel = feature.channel();
      assertThat((double) features.global()[channel])
          .as("global %s", feature)
          .isCloseTo(expected.get("global").get(channel).asDouble(), CLOSE);
    }
  }

  private static void assertChannels(float[][] channels, JsonNode rows, String part) {
    assertThat(rows).hasSize(channels[0].length);
    for (int r = 0; r < rows.size(); r++) {
      assertThat(rows.get(r)).hasSize(channels.length);
      for (int c = 0; c < channels.length; c++) {
        assertThat((double) channels[c][r])
            .as("%s, row %d, channel %d", part, r, c)
            .isCloseTo(rows.get(r).get(c).asDouble(), CLOSE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("the forward pass equals the independent script's, in both orders of the sides")
  void forwardPassEqualsTheScripts(JsonNode golden) {
    CopulaFeatures features = input(golden).features();
    assertPrediction(features, golden.get("value"), golden.get("quantiles"));
    assertPrediction(
        features.swapped(), golden.get("value_swapped"), golden.get("quantiles_swapped"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("gated predictions in both orders equal the independent script's")
  void gatedPredictionsEqualTheScripts(JsonNode golden) {
    NetworkInput input = input(golden);
    int columns = input.screened().map(s -> s.features().dx() + s.features().dy()).orElse(0);
    assertThat(columns).isEqualTo(golden.get("columns_again").asInt());
    var predictor = new GatedPredictor(NETWORK, WEIGHTS, recalibration());
    PredictedQuantiles predicted = predictor.inBothOrders(List.of(input)).get(0).prediction();
    assertThat(predicted.value()).isCloseTo(golden.get("value_both").asDouble(), CLOSE);
    for (int k = 0; k < PredictedQuantiles.LEVELS.length; k++) {
      assertThat(predicted.quantiles()[k])
          .isCloseTo(golden.get("quantiles_both").get(k).asDouble(), CLOSE);
    }
  }

  private static Recalibration recalibration() {
    JsonNode weights = GOLDEN.get("weights");
    JsonNode gate = weights.get("gate");
    List<Double> coefficients =
        StreamSupport.stream(gate.get("weight").get(0).spliterator(), false)
            .map(JsonNode::asDouble)
            .toList();
    double logSpread = weights.get("gate.spread").get("weight").get(0).get(0).asDouble();
    return new Recalibration(
        Optional.of(
            new ScreeningGate(
                coefficients, gate.get("bias").get(0).asDouble(), Math.exp(logSpread))),
        weights.get("median.shift").get("weight").get(0).get(0).asDouble());
  }

  private static void assertPrediction(
      CopulaFeatures features, JsonNode value, JsonNode quantiles) {
    Activations o =
        NETWORK.forward(new NetworkTape(WEIGHTS, null, new Buffers()), List.of(features));
    PredictedQuantiles predicted = Head.prediction(o.value(), 0, features);
    assertThat(predicted.value()).isCloseTo(value.asDouble(), CLOSE);
    for (int k = 0; k < PredictedQuantiles.LEVELS.length; k++) {
      assertThat(predicted.quantiles()[k]).isCloseTo(quantiles.get(k).asDouble(), CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("casesWithGradients")
  @DisplayName("the loss and its gradient equal the independent script's")
  void gradientEqualsTheScripts(JsonNode golden) {
    double truth = golden.get("true_mi").asDouble();
    var gradient = new float[WEIGHTS.length];
    double loss;
    try (NetworkPass pass = NETWORK.pass(WEIGHTS, gradient, List.of(input(golden)))) {
      PredictedQuantiles predicted = pass.predictions().get(0);
      loss = TrainingParts.loss(predicted, truth);
      pass.backward(List.of(TrainingParts.slopes(predicted, truth)));
    }
    assertThat(loss).isCloseTo(golden.get("loss").asDouble(), CLOSE);
    forEachWeight(
        golden.get("gradients"),
        (name, at, value) ->
            assertThat((double) gradient[at])
                .as(name)
                .isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value)))));
  }
}
