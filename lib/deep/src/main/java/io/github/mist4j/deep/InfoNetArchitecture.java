package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.TrainedRange;
import java.util.Locale;

/**
 * The sizes of an InfoNet: a network that reads the ranks of two columns and answers with a critic,
 * a table over the square of ranks.
 *
 * <pre>{@code
 * var network = InfoNetArchitecture.withDefaults();
 * TrainingOptions options = TrainingOptions.withDefaults().withArchitecture(network);
 * }</pre>
 *
 * @param width channels of rows, latent vectors and nodes
 * @param heads of every attention; they share the width
 * @param latents learned vectors that read the rows
 * @param layers over the latent vectors
 * @param side nodes of the table along each rank; no critic shows more than its logarithm
 */
public record InfoNetArchitecture(int width, int heads, int latents, int layers, int side)
    implements Architecture {
  /** The kind of network, in model files, and its method. */
  static final String KIND = "infonet";

  private static final int MOST_CHANNELS = 16_384;
  private static final int MOST_LAYERS = 64;
  private static final int MOST_SIDE = 1024; // the original's is 1,000

  /** Checks that all sizes are positive and the heads share the width. */
  public InfoNetArchitecture {
    require(
        width > 0 && latents > 0 && layers >= 0 && side > 1,
        "every size must be positive and the side above 1, were %s, %s, %s, %s",
        width,
        latents,
        layers,
        side);
    require(
        heads > 0 && width % heads == 0,
        "the heads must share the width, were %s for %s",
        heads,
        width);
    require(
        Math.max(width, latents) <= MOST_CHANNELS && layers <= MOST_LAYERS && side <= MOST_SIDE,
        "a network may have %s channels in %s layers and a side of %s, were up to %s in %s and %s",
        MOST_CHANNELS,
        MOST_LAYERS,
        MOST_SIDE,
        Math.max(width, latents),
        layers,
        side);
  }

  /** Small enough to be trained on a desktop: 0.08 million weights. */
  public static InfoNetArchitecture withDefaults() {
    return new InfoNetArchitecture(48, 4, 24, 2, 24);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String prefix() {
    return KIND + "-";
  }

  @Override
  public int weights() {
    return new InfoNet(this).layout().size();
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "InfoNet, %,d weights: width %d, %d heads, %d latent vectors in %d layers, a critic of"
            + " %d x %d nodes",
        weights(),
        width,
        heads,
        latents,
        layers,
        side,
        side);
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .with("width", width)
        .with("heads", heads)
        .with("latents", latents)
        .with("layers", layers)
        .with("side", side);
  }

  @Override
  public MutualInformationEstimator estimator(
      float[] weights, Recalibration unused, String model, TrainedRange range) {
    return InfoNetEstimator.of(this, weights, model, range);
  }
}
