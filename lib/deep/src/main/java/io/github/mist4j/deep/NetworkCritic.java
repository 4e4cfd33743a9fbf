package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * f(x, y) by a network of Deeplearning4j, of which the layers and the weights are used: updater,
 * loss and regularization are those of the fit. Its weights are loaded before each pass.
 *
 * <p>For one fit at a time, as the network remembers its latest pass.
 */
final class NetworkCritic implements Critic {
  private final MultiLayerNetwork network;

  /**
   * A network for so many columns.
   *
   * @throws IllegalArgumentException if its first layer takes another number, its last does not
   *     give one score a pair, or there is a layer that cannot be trained by a bound
   */
  NetworkCritic(MultiLayerConfiguration given, int dx, int dy) {
    MultiLayerConfiguration configuration = given.clone();
    configuration.setTrainingWorkspaceMode(WorkspaceMode.NONE); // passes are not those of its fit
    configuration.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    configuration.getConfs().forEach(conf -> checkLayer(conf.getLayer()));
    if (configuration.getConf(0).getLayer() instanceof FeedForwardLayer first
        && first.getNIn() == 0) {
      first.setNIn(dx + dy);
    }
    network = new MultiLayerNetwork(configuration);
    network.init();
    int last = network.getnLayers() - 1;
    require(
        !(network.getLayer(last) instanceof IOutputLayer),
        "the last layer must be none of output, as the bound is the loss");
    require(
        network.layerInputSize(0) == dx + dy && network.layerSize(last) == 1,
        "the network must take %s numbers, the columns of X and Y, and give 1, takes %s and gives"
            + " %s",
        dx + dy,
        network.layerInputSize(0),
        network.layerSize(last));
  }

  private static void checkLayer(org.deeplearning4j.nn.conf.layers.Layer layer) {
    require(
        !(layer instanceof BatchNormalization),
        "the network must have no batch normalization: a pair would be scored by those beside it");
  }

  @Override
  public int size() {
    return Math.toIntExact(network.numParams());
  }

  /** As its configuration initializes it, but for the seed. */
  @Override
  public float[] initialWeights(RandomGenerator rng) {
    MultiLayerConfiguration seeded = network.getLayerWiseConfigurations().clone();
    long seed = rng.nextLong();
    seeded.getConfs().forEach(conf -> conf.setSeed(seed));
    var initial = new MultiLayerNetwork(seeded);
    initial.init();
    return initial.params().toFloatVector();
  }

  @Override
  public Sides sides(Tape tape, Tensor x, Tensor y) {
    return new Sides(x, y);
  }

  @Override
  public Tensor scores(Tape tape, Sides sides, Pairs pairs) {
    return tape.apply(1, pairs.count(), new Pass(tape, sides, pairs));
  }

  /** A pass of pairs through the network. */
  private final class Pass implements Operation {
    private final Tape tape;
    private final float[] columns; // (pairs, dx + dy), row by row
    private final int count;
    private List<INDArray> activations = List.of();

    Pass(Tape tape, Sides sides, Pairs pairs) {
      this.tape = tape;
      int dx = sides.x().channels();
      int width = dx + sides.y().channels();
      count = pairs.count();
      columns = new float[count * width];
      for (int p = 0; p < count; p++) {
        copy(sides.x(), pairs.x()[p], p * width);
        copy(sides.y(), pairs.y()[p], p * width + dx);
      }
    }

    private void copy(Tensor side, int row, int to) {
      for (int c = 0; c < side.channels(); c++) {
        columns[to + c] = side.value()[c * side.rows() + row];
      }
    }

    @Override
    public void forward(float[] output) {
      INDArray weights = network.params();
      try (INDArray loaded = array(tape.weights(), weights.shape())) {
        weights.assign(loaded);
      }
      network.setInput(array(columns, count, columns.length / count));
      activations = network.feedForward(tape.recording(), false);
      float[] scores = activations.get(activations.size() - 1).toFloatVector();
      System.arraycopy(scores, 0, output, 0, count);
      if (!tape.recording()) {
        close();
      }
    }

    @Override
    public void backward(float[] slopes) {
      try (INDArray outer = array(slopes, count, 1)) {
        network.backpropGradient(outer, LayerWorkspaceMgr.noWorkspaces());
      }
      Elementwise.add(tape.weightGradient(), network.getGradientsViewArray().toFloatVector());
      close();
    }

    /** In the network's own precision. */
    private INDArray array(float[] values, long... shape) {
      return Nd4j.createFromArray(values).reshape(shape).castTo(network.params().dataType());
    }

    /** At once, as nobody else counts memory outside of Java's heap. */
    private void close() {
      network.clear();
      activations.stream().filter(INDArray::closeable).forEach(INDArray::close);
      activations = List.of();
    }
  }
}
