package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.deep.CriticOptions.Bound;
import io.github.mist4j.deep.CriticOptions.Inputs;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

final class NetworkCriticTest {
  private static final EstimateOptions PLAIN =
      EstimateOptions.withDefaults().withPermutations(0).withHalves(0);
  private static final FitOptions FIT =
      FitOptions.withDefaults().withWidth(24).withSteps(100).withBatch(64).withRate(1e-2);

  private static Layer hidden(int in, int out) {
    return new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.RELU).build();
  }

  private static Layer scores(int in, int out) {
    return new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.IDENTITY).build();
  }

  private static MultiLayerConfiguration network(Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().weightInit(WeightInit.XAVIER).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    return list.build();
  }

  private static MultiLayerConfiguration network(int in, int width) {
    return network(hidden(in, width), hidden(width, width), scores(width, 1));
  }

  private static Sample sample(int n, long seed) {
    var rng = new SplittableRandom(seed);
    var columns = new double[5][n];
    for (double[] column : columns) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    for (int r = 0; r < n; r++) {
      columns[2][r] = 0.8 * columns[0][r] + 0.6 * columns[2][r];
      columns[3][r] += Math.abs(columns[1][r]);
    }
    return Sample.ofColumns(Arrays.copyOf(columns, 2), Arrays.copyOfRange(columns, 2, 5));
  }

  /** The weights of a joint critic in the order of Deeplearning4j: matrices column by column. */
  private static float[] reordered(float[] weights, int in, FitOptions fit) {
    int width = fit.width();
    var to = new float[weights.length];
    int at = 0;
    int from = 0;
    for (int l = 0; l <= fit.layers(); l++) {
      int rows = l == 0 ? in : width;
      int columns = l == fit.layers() ? 1 : width;
      for (int o = 0; o < columns; o++) {
        for (int i = 0; i < rows; i++) {
          to[at + o * rows + i] = weights[from + i * columns + o];
        }
      }
      System.arraycopy(weights, from + rows * columns, to, at + rows * columns, columns);
      at += rows * columns + columns;
      from = at;
    }
    return to;
  }

  /** A critic of Deeplearning4j that starts as one of ours. */
  private record Started(Critic network, Critic ours, int in, FitOptions fit) implements Critic {
    @Override
    public int size() {
      return network.size();
    }

    @Override
    public float[] initialWeights(RandomGenerator rng) {
      return reordered(ours.initialWeights(rng), in, fit);
    }

    @Override
    public int pairsOfLook() {
      return ours.pairsOfLook();
    }

    @Override
    public int pairsOfReading() {
      return ours.pairsOfReading();
    }

    @Override
    public int pairsAtOnce() {
      return network.pairsAtOnce();
    }

    @Override
    public Sides sides(Tape tape, Tensor x, Tensor y) {
      return network.sides(tape, x, y);
    }

    @Override
    public Tensor scores(Tape tape, Sides sides, Pairs pairs) {
      return network.scores(tape, sides, pairs);
    }
  }

  @Test
  @DisplayName("with the same weights a network of Deeplearning4j has our scores and our gradient")
  void gradientsAgree() {
    SampleMatrix columns = SampleMatrix.of(sample(40, 1), Inputs.NORMAL_SCORES);
    CriticOptions options = CriticOptions.of(Bound.MINE);
    var ours = new CriticModel(columns, new JointCritic(2, 3, FIT), options);
    var theirs = new CriticModel(columns, new NetworkCritic(network(5, 24), 2, 3), options);
    float[] weights = ours.initialWeights(new SplittableRandom(2));
    float[] same = reordered(weights, 5, FIT);
    int[] rows = IntStream.range(0, 40).toArray();
    var gradient = new float[weights.length];
    var other = new float[weights.length];
    assertThat(theirs.addGradient(same, other, rows))
        .isCloseTo(ours.addGradient(weights, gradient, rows), within(1e-5));
    float[] expected = reordered(gradient, 5, FIT);
    for (int w = 0; w < other.length; w++) {
      assertThat(other[w]).isCloseTo(expected[w], within(1e-5f));
    }
  }

  @Test
  @DisplayName(
      "MINE by our network and by one of Deeplearning4j agree within 0.01 nats on the same draws")
  void estimatesAgree() {
    Sample sample = sample(300, 3);
    SampleMatrix columns = SampleMatrix.of(sample, Inputs.NORMAL_SCORES);
    CriticOptions options = CriticOptions.of(Bound.MINE).withFit(FIT);
    var ours = new JointCritic(2, 3, FIT);
    var theirs = new Started(new NetworkCritic(network(5, 24), 2, 3), ours, 5, FIT);
    double value = value(columns, ours, options);
    assertThat(value).isGreaterThan(0.2);
    assertThat(value(columns, theirs, options)).isCloseTo(value, within(0.01));
  }

  private static double value(SampleMatrix columns, Critic critic, CriticOptions options) {
    Parts parts = Parts.of(IntStream.range(0, 300).toArray(), 0, 1);
    var work = Work.of("steps", FIT.steps(), ProgressListener.NONE);
    return Fitting.run(
            training -> new CriticModel(columns, critic, options),
            parts,
            FIT,
            new SplittableRandom(4),
            work,
            look -> {})
        .reading()
        .information();
  }

  @Test
  @DisplayName(
      "a network of one's own is fitted and judged as every critic, the same with its seed")
  void ownNetworksAreFitted() {
    MultiLayerConfiguration open = network(hidden(0, 24), scores(24, 1));
    NeuralCritic critic = NeuralCritic.of(open, CriticOptions.of(Bound.SMILE).withFit(FIT));
    Estimate estimate = critic.estimate(sample(300, 5), PLAIN);
    assertThat(estimate.value()).isBetween(0.2, 1.2);
    assertThat(estimate.method()).isEqualTo("smile");
    assertThat(estimate.fits()).hasSize(1);
    assertThat(critic.estimate(sample(300, 5), PLAIN)).isEqualTo(estimate);
    assertThat(NeuralCritic.of(open).method()).isEqualTo("mine");
    assertThat(NeuralCritic.of(open).with("steps", "20").estimate(sample(60, 5), PLAIN).value())
        .isNotNegative();
  }

  @Test
  @DisplayName("a network that does not suit is refused with one sentence")
  void othersAreRefused() {
    refused(
        network(6, 8),
        "the network must take 5 numbers, the columns of X and Y, and give 1, takes 6 and gives 1");
    refused(
        network(hidden(5, 8), scores(8, 2)),
        "the network must take 5 numbers, the columns of X and Y, and give 1, takes 5 and gives 2");
    refused(
        network(
            hidden(5, 8),
            new OutputLayer.Builder(LossFunction.MSE)
                .nIn(8)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build()),
        "the last layer must be none of output, as the bound is the loss");
    refused(
        network(
            hidden(5, 8), new BatchNormalization.Builder().nIn(8).nOut(8).build(), scores(8, 1)),
        "the network must have no batch normalization: a pair would be scored by those beside it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NeuralCritic.of(null))
        .withMessage("network must be given, was null");
  }

  private static void refused(MultiLayerConfiguration network, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NeuralCritic.of(network).estimate(sample(60, 6), PLAIN))
        .withMessage(sentence);
  }
}
