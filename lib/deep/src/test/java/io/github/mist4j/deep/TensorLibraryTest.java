package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What this module rests on: the native code loads, multiplies, and gives the right gradients. */
class TensorLibraryTest {

  @Test
  void aProductAgreesWithPlainLoops() {
    float[][] left = uniform(new Random(1), 37, 53);
    float[][] right = uniform(new Random(2), 53, 29);

    INDArray product = Nd4j.createFromArray(left).mmul(Nd4j.createFromArray(right)); // (37, 29)

    for (int row = 0; row < 37; row++) {
      for (int column = 0; column < 29; column++) {
        double sum = 0;
        for (int k = 0; k < 53; k++) {
          sum += (double) left[row][k] * right[k][column];
        }
        assertThat(product.getDouble(row, column)).isEqualTo(sum, within(1e-5));
      }
    }
  }

  @Test
  void theGradientOfABoundOnACriticAgreesWithFiniteDifferences() {
    int rows = 7;
    MultiLayerNetwork critic = critic(3, 5);
    INDArray input = Nd4j.createFromArray(doubles(new Random(3), rows, 3)); // (rows, 3)

    // The bound log mean exp of the scores: its outer gradient is their softmax.
    INDArray scores = forward(critic, input); // (rows, 1)
    INDArray outer = exponentials(scores);
    outer.divi(outer.sumNumber().doubleValue());
    INDArray gradient =
        critic
            .backpropGradient(outer, LayerWorkspaceMgr.noWorkspaces())
            .getFirst()
            .gradient()
            .dup();

    INDArray weights = critic.params();
    double step = 1e-5;
    for (int i = 0; i < weights.length(); i++) {
      double weight = weights.getDouble(i);
      weights.putScalar(i, weight + step);
      double above = logMeanExp(forward(critic, input));
      weights.putScalar(i, weight - step);
      double below = logMeanExp(forward(critic, input));
      weights.putScalar(i, weight);
      assertThat(gradient.getDouble(i))
          .as("gradient of weight %d", i)
          .isEqualTo((above - below) / (2 * step), within(1e-8));
    }
  }

  private static MultiLayerNetwork critic(int inputs, int hidden) {
    MultiLayerNetwork critic =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(4)
                .dataType(DataType.DOUBLE)
                .weightInit(WeightInit.XAVIER)
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(inputs)
                        .nOut(hidden)
                        .activation(Activation.TANH)
                        .build())
                .layer(
                    new DenseLayer.Builder()
                        .nIn(hidden)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    critic.init();
    return critic;
  }

  private static INDArray forward(MultiLayerNetwork critic, INDArray input) {
    critic.setInput(input);
    return critic.feedForward(true, false).get(2);
  }

  private static INDArray exponentials(INDArray scores) {
    INDArray exponentials = scores.dup();
    for (int i = 0; i < scores.length(); i++) {
      exponentials.putScalar(i, Math.exp(scores.getDouble(i)));
    }
    return exponentials;
  }

  private static double logMeanExp(INDArray scores) {
    return Math.log(exponentials(scores).meanNumber().doubleValue());
  }

  private static float[][] uniform(Random random, int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextFloat() - 0.5f;
      }
    }
    return values;
  }

  private static double[][] doubles(Random random, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return values;
  }
}
