package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

/**
 * How a neural network is fitted to the sample that is asked about: its size, its steps, and how
 * many parts of the rows take turns in being held out.
 *
 * <pre>{@code
 * FitOptions.withDefaults().withWidth(128).withSteps(1000).withFolds(5)
 * }</pre>
 *
 * @param activation behind every hidden layer
 * @param width of the hidden layers
 * @param layers the number of hidden layers
 * @param batch rows a step; 0 for 256, or all that are trained on where they are fewer
 * @param batches how the rows of a step are drawn
 * @param steps the most steps; fewer are made where held-out rows show no more progress
 * @param rate the learning rate of Adam
 * @param folds 1: the network is judged by a fifth of the rows that it has not seen. More: so many
 *     networks are fitted, each judged by a part of its own, and the interval comes from how they
 *     differ
 */
public record FitOptions(
    Activation activation,
    int width,
    int layers,
    int batch,
    Batches batches,
    int steps,
    double rate,
    int folds) {
  private static final int USUAL_BATCH = 256;

  /** What stands behind a hidden layer. */
  public enum Activation {
    /** max(v, 0). */
    RELU,
    /** v Φ(v). */
    GELU
  }

  /** How the rows of a step are drawn. */
  public enum Batches {
    /** All rows come once before any comes again. */
    WITHOUT_REPLACEMENT,
    /** Each row at random, whatever came before. */
    WITH_REPLACEMENT
  }

  /** Checks every number. */
  public FitOptions {
    require(activation != null && batches != null, "activation and batches must be given");
    require(width > 0 && width <= 4096, "width must be from 1 to 4096, was %s", width);
    require(layers > 0 && layers <= 16, "layers must be from 1 to 16, was %s", layers);
    require(batch == 0 || batch > 1, "batch must be 0 or at least 2, was %s", batch);
    require(steps > 0, "steps must be positive, was %s", steps);
    require(rate > 0 && rate <= 1, "rate must be in (0, 1], was %s", rate);
    require(folds > 0 && folds <= 100, "folds must be from 1 to 100, was %s", folds);
  }

  /** Two layers of 256 with ReLU, up to 2,000 steps of up to 256 rows, one split of the rows. */
  public static FitOptions withDefaults() {
    return new FitOptions(Activation.RELU, 256, 2, 0, Batches.WITHOUT_REPLACEMENT, 2000, 5e-4, 1);
  }

  /** The same with another activation. */
  public FitOptions withActivation(Activation newActivation) {
    return new FitOptions(newActivation, width, layers, batch, batches, steps, rate, folds);
  }

  /** The same with hidden layers of another width. */
  public FitOptions withWidth(int newWidth) {
    return new FitOptions(activation, newWidth, layers, batch, batches, steps, rate, folds);
  }

  /** The same with so many hidden layers. */
  public FitOptions withLayers(int newLayers) {
    return new FitOptions(activation, width, newLayers, batch, batches, steps, rate, folds);
  }

  /** The same with so many rows a step. */
  public FitOptions withBatch(int newBatch) {
    return new FitOptions(activation, width, layers, newBatch, batches, steps, rate, folds);
  }

  /** The same with rows that are drawn otherwise. */
  public FitOptions withBatches(Batches newBatches) {
    return new FitOptions(activation, width, layers, batch, newBatches, steps, rate, folds);
  }

  /** The same with so many steps at most. */
  public FitOptions withSteps(int newSteps) {
    return new FitOptions(activation, width, layers, batch, batches, newSteps, rate, folds);
  }

  /** The same with another learning rate. */
  public FitOptions withRate(double newRate) {
    return new FitOptions(activation, width, layers, batch, batches, steps, newRate, folds);
  }

  /** The same with so many parts of the rows that take turns in being held out. */
  public FitOptions withFolds(int newFolds) {
    return new FitOptions(activation, width, layers, batch, batches, steps, rate, newFolds);
  }

  /**
   * The rows a step.
   *
   * @param training the rows that are trained on
   * @param n all rows
   * @throws IllegalArgumentException if a batch was asked for that is larger than those
   */
  int batch(int training, int n) {
    require(
        batch <= training,
        "batch must be at most %d, the rows that are trained on of %d, was %d",
        training,
        n,
        batch);
    return batch > 0 ? batch : Math.min(USUAL_BATCH, training);
  }
}
