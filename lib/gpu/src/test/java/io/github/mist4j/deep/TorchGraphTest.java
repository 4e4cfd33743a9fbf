package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.training.Learner.Example;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TorchGraphTest {
  private static final double ROUNDING = 1e-5;

  static List<Golden> cases() {
    return Golden.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("outputs of a padded batch are those of the independent implementation")
  void outputsEqualTheGolden(Golden golden) {
    float[] outputs = golden.outputs(Cpu.engine(), golden.datasets());
    for (int b = 0; b < outputs.length; b++) {
      assertThat((double) outputs[b]).isCloseTo(golden.outputs().get(b), within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("loss and gradients are those of the independent implementation, padded or not")
  void gradientsEqualTheGolden(Golden golden) {
    for (double padding : new double[] {1, 100}) {
      var learner = new SetTransformerLearner(golden.size(), padded(padding));
      var gradient = new float[learner.size()];
      double loss = learner.addGradient(golden.weights(), gradient, golden.datasets(), 1);
      assertThat(loss).isCloseTo(golden.loss(), within(ROUNDING));
      for (int i = 0; i < gradient.length; i++) {
        double expected = golden.gradient().get(i);
        assertThat((double) gradient[i])
            .as("weight %s", i)
            .isCloseTo(expected, within(ROUNDING * (1 + Math.abs(expected))));
      }
    }
  }

  /** Takes all together, or every size alone. */
  private static Engine padded(double padding) {
    TorchEngine engine = Cpu.engine();
    return new Engine() {
      @Override
      public Graph<?> graph(Layout layout, float[] weights, float[] gradient) {
        return engine.graph(layout, weights, gradient);
      }

      @Override
      public List<List<SetExample>> passes(
          SetTransformerArchitecture size, List<SetExample> examples) {
        return new SizeGroups(size, Long.MAX_VALUE, padding).of(examples);
      }

      @Override
      public boolean takesWholeSteps() {
        return true;
      }

      @Override
      public String device() {
        return engine.device();
      }
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("a gradient is added to what is there, weighted, and the same to the bit again")
  void gradientsAdd(Golden golden) {
    var learner = new SetTransformerLearner(golden.size(), Cpu.engine());
    List<Example> examples = golden.datasets();
    var once = new float[learner.size()];
    learner.addGradient(golden.weights(), once, examples, 1);
    var again = new float[learner.size()];
    learner.addGradient(golden.weights(), again, examples, 1);
    assertThat(again).isEqualTo(once);
    learner.addGradient(golden.weights(), again, examples, 0.5);
    for (int i = 0; i < once.length; i++) {
      assertThat(again[i]).isCloseTo(1.5f * once[i], within(1e-5f * (1 + Math.abs(once[i]))));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("large networks on random data: the two implementations agree to float rounding")
  void agreesWithTheOther(Golden golden) {
    SetTransformerArchitecture size =
        SetTransformerArchitecture.small().withTask(golden.size().task());
    var plain = new SetTransformerLearner(size);
    var torch = new SetTransformerLearner(size, Cpu.engine());
    float[] weights = plain.initialWeights(RandomGenerator.of("L64X128MixRandom"));
    var one = new float[plain.size()];
    var other = new float[plain.size()];
    double loss = plain.addGradient(weights, one, golden.datasets(), 1);
    assertThat(torch.addGradient(weights, other, golden.datasets(), 1))
        .isCloseTo(loss, within(1e-4 * (1 + loss)));
    for (int i = 0; i < one.length; i++) {
      assertThat(other[i]).isCloseTo(one[i], within(1e-4f * (1 + Math.abs(one[i]))));
    }
  }
}
