package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The sizes of a copula network.
 *
 * <pre>{@code
 * TrainingOptions.withDefaults().withArchitecture(CopulaArchitecture.withDefaults())
 * }</pre>
 *
 * @param trunk channels of the global state
 * @param rows channels of a row
 * @param tokens channels of a canonical correlation
 * @param nodes channels of a column
 * @param pair channels of a pair of columns
 * @param hidden channels inside a pair layer
 * @param layers the number of pair layers
 * @param head channels of the first head layer, even
 * @param directions whether it sees the sample in directions as well
 */
public record CopulaArchitecture(
    int trunk,
    int rows,
    int tokens,
    int nodes,
    int pair,
    int hidden,
    int layers,
    int head,
    boolean directions)
    implements Architecture {
  private static final String KIND = "copula";
  private static final String DIRECTIONS = "directions";

  // Far more than the data of this kind needs, and few enough to be counted at once.
  private static final int MOST_CHANNELS = 4096;
  private static final int MOST_LAYERS = 64;

  /** A network that sees directions. */
  public CopulaArchitecture(
      int trunk, int rows, int tokens, int nodes, int pair, int hidden, int layers, int head) {
    this(trunk, rows, tokens, nodes, pair, hidden, layers, head, true);
  }

  /** Checks that all sizes are positive, and not beyond what any network needs. */
  public CopulaArchitecture {
    require(
        trunk > 0 && rows > 0 && tokens > 0 && nodes > 0 && pair > 0 && hidden > 0 && layers > 0,
        "every size must be positive, were %s, %s, %s, %s, %s, %s, %s",
        trunk,
        rows,
        tokens,
        nodes,
        pair,
        hidden,
        layers);
    require(head > 1 && head % 2 == 0, "head must be positive and even, was %s", head);
    int most = IntStream.of(trunk, rows, tokens, nodes, pair, hidden, head).max().getAsInt();
    require(
        most <= MOST_CHANNELS && layers <= MOST_LAYERS,
        "a network may have %s channels in %s layers, were up to %s in %s",
        MOST_CHANNELS,
        MOST_LAYERS,
        most,
        layers);
  }

  /** The shipped network's sizes, about 0.25 million weights. */
  public static CopulaArchitecture withDefaults() {
    return new CopulaArchitecture(64, 48, 32, 32, 32, 64, 3, 128);
  }

  /** The same that sees directions, or does not. */
  public CopulaArchitecture withDirections(boolean seen) {
    return new CopulaArchitecture(trunk, rows, tokens, nodes, pair, hidden, layers, head, seen);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int weights() {
    return new CopulaNetwork(this).weights();
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "copula network, %,d weights, %s", weights(), this);
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .with("trunk", trunk)
        .with("rows", rows)
        .with("tokens", tokens)
        .with("nodes", nodes)
        .with("pair", pair)
        .with("hidden", hidden)
        .with("layers", layers)
        .with("head", head)
        .with(DIRECTIONS, directions ? 1 : 0);
  }

  @Override
  public MistEstimator estimator(
      float[] weights, Recalibration recalibration, String model, TrainedRange range) {
    return new MistEstimator(this, weights, recalibration, model, range);
  }

  /** Opens the sizes of copula networks. */
  static final class Reader implements ArchitectureReader {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public CopulaArchitecture read(JsonObject json) throws IOException {
      return new CopulaArchitecture(
          json.count("trunk"),
          json.count("rows"),
          json.count("tokens"),
          json.count("nodes"),
          json.count("pair"),
          json.count("hidden"),
          json.count("layers"),
          json.count("head"),
          json.has(DIRECTIONS) && json.count(DIRECTIONS) > 0); // absent: before there were any
    }
  }
}
