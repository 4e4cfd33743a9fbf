package io.github.mist4j.network;

import io.github.mist4j.network.WeightLayout.Linear;
import io.github.mist4j.network.WeightLayout.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The copula network (docs/network.md): exchangeable layers over the dx × dy picture of pair
 * moments, led by a global state.
 */
public final class CopulaNetwork {
  private final CopulaArchitecture size;
  private final WeightLayout layout = new WeightLayout();
  private final BufferPool pool = new BufferPool(Long.MAX_VALUE);
  private final int globals;
  private final Linear globalIn;
  private final Linear globalOut;
  private final Linear rows1;
  private final Linear rowsG;
  private final Linear rows2;
  private final Linear trunkIn;
  private final Linear trunkOut;
  private final Norm trunkNorm;
  private final Linear tokens1;
  private final Linear tokensG;
  private final Linear tokens2;
  private final Linear spectrumIn;
  private final Linear spectrumOut;
  private final Linear nodesIn;
  private final Linear nodesG;
  private final PairLayer first;
  private final List<PairLayer> layers = new ArrayList<>();
  private final Linear head1;
  private final Linear head2;
  private final Linear head3;

  /** The exchange between a pair, its row, its column and the global state. */
  private record PairLayer(
      Linear in,
      Linear x,
      Linear y,
      Linear g,
      Linear out,
      Norm norm,
      Linear trunkIn,
      Linear trunkOut) {}

  /** The network of some sizes. */
  public CopulaNetwork(CopulaArchitecture size) {
    this.size = size;
    int t = size.trunk();
    globals =
        size.directions() ? GlobalFeature.CHANNELS : GlobalFeature.CHANNELS_WITHOUT_DIRECTIONS;
    globalIn = layout.linear("global.in", globals, t);
    globalOut = layout.linear("global.out", t, t);
    rows1 = layout.linear("rows.1", RowFeature.CHANNELS, size.rows());
    rowsG = layout.term("rows.g", t, size.rows());
    rows2 = layout.linear("rows.2", size.rows(), size.rows());
    trunkIn = layout.linear("trunk.in", t + 2 * size.rows(), t);
    trunkOut = layout.linear("trunk.out", t, t);
    trunkNorm = layout.norm("trunk.norm", t);
    tokens1 = layout.linear("tokens.1", TokenFeature.CHANNELS, size.tokens());
    tokensG = layout.term("tokens.g", t, size.tokens());
    tokens2 = layout.linear("tokens.2", size.tokens(), size.tokens());
    spectrumIn = layout.linear("spectrum.in", 2 * size.tokens(), t);
    spectrumOut = layout.linear("spectrum.out", t, t);
    nodesIn = layout.linear("nodes.in", NodeFeature.CHANNELS, size.nodes());
    nodesG = layout.term("nodes.g", t, size.nodes());
    first = pairLayer("pair", PairFeature.CHANNELS, size.nodes(), false);
    for (int l = 0; l < size.layers(); l++) {
      layers.add(pairLayer("layer." + l, size.pair(), 2 * size.pair(), true));
    }
    int summary = 5 * size.pair() + 4 * size.nodes() + t;
    head1 = layout.linear("head.1", size.directions() ? 2 * summary : summary, size.head());
    head2 = layout.linear("head.2", size.head(), size.head() / 2);
    int estimates =
        size.directions()
            ? ClassicalEstimate.COUNT_WITH_DIRECTIONS
            : ClassicalEstimate.COUNT_WITHOUT_DIRECTIONS;
    head3 = layout.linear("head.3", size.head() / 2, Head.outputs(estimates));
  }

  private PairLayer pairLayer(String name, int inputs, int sides, boolean residual) {
    int t = size.trunk();
    return new PairLayer(
        layout.linear(name + ".in", inputs, size.hidden()),
        layout.term(name + ".x", sides, size.hidden()),
        layout.term(name + ".y", sides, size.hidden()),
        layout.term(name + ".g", t, size.hidden()),
        layout.linear(name + ".out", size.hidden(), size.pair()),
        residual ? layout.norm(name + ".norm", size.pair()) : null,
        residual ? layout.linear(name + ".trunk.in", 2 * size.pair() + t, t) : null,
        residual ? layout.linear(name + ".trunk.out", t, t) : null);
  }

  /** Its sizes. */
  CopulaArchitecture size() {
    return size;
  }

  /** Whether it sees samples in directions as well. */
  boolean seesDirections() {
    return size.directions();
  }

  /** The number of weights. */
  public int weights() {
    return layout.size();
  }

  /** Where the weights lie. */
  WeightLayout layout() {
    return layout;
  }

  /** Random weights: normal with variance 1/inputs, biases 0, gains 1, small last layers. */
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    for (Map.Entry<String, Linear> entry : layout.linears().entrySet()) {
      Linear linear = entry.getValue();
      double spread = shrink(entry.getKey()) / Math.sqrt(linear.inputs());
      for (int i = 0; i < linear.inputs() * linear.outputs(); i++) {
        weights[linear.at() + i] = (float) (spread * rng.nextGaussian());
      }
    }
    for (Norm norm : layout.norms().values()) {
      java.util.Arrays.fill(weights, norm.at(), norm.at() + norm.channels(), 1);
    }
    return weights;
  }

  private static double shrink(String name) {
    if (name.equals("head.3")) {
      return 0.1;
    }
    return name.endsWith(".out") ? 0.5 : 1;
  }

  /** A pass forward through datasets of one shape. */
  public NetworkPass pass(float[] weights, List<NetworkInput> batch) {
    return new NetworkPass(this, weights, null, batch, pool);
  }

  /**
   * A pass through datasets of one shape that can go back.
   *
   * @param gradient of the weights, to which {@link NetworkPass#backward} adds
   */
  public NetworkPass pass(float[] weights, float[] gradient, List<NetworkInput> batch) {
    return new NetworkPass(this, weights, gradient, batch, pool);
  }

  /**
   * The outputs of the head for datasets of one shape, in the order (X, Y), (outputs, batch).
   *
   * @throws IllegalArgumentException if the datasets differ in shape or in their number of queries
   */
  Activations forward(NetworkTape tape, List<CopulaFeatures> batch) {
    return forward(tape, batch(tape, batch), inDirections(tape, batch));
  }

  /** The features of columns as data. */
  Batch batch(NetworkTape tape, List<CopulaFeatures> features) {
    return Batch.of(tape, features, globals);
  }

  /** Those of directions, where the network sees them and there are others than the columns. */
  Optional<Batch> inDirections(NetworkTape tape, List<CopulaFeatures> features) {
    return size.directions() && features.get(0).directions().isPresent()
        ? Optional.of(
            batch(tape, features.stream().map(f -> f.directions().orElseThrow()).toList()))
        : Optional.empty();
  }

  /** The outputs of the head for such data. */
  Activations forward(NetworkTape tape, Batch columns, Optional<Batch> directions) {
    Activations s = summary(tape, columns);
    if (size.directions()) {
      Activations columnsAlone = s;
      s = NetworkTape.concat(s, directions.map(d -> summary(tape, d)).orElse(columnsAlone));
    }
    Activations h = tape.activate(mlp(tape, head1, head2, s));
    return tape.linear(head3, h);
  }

  /** What the network makes of the features before the head, (summary, batch). */
  private Activations summary(NetworkTape tape, Batch batch) {
    int b = batch.count();
    int dx = batch.dx();
    int dy = batch.dy();
    Activations row = batch.rows();
    Activations token = batch.tokens();

    Activations g = mlp(tape, globalIn, globalOut, batch.global()); // (t, b)
    var overRows = new GroupAxis(b, row.rows() / b, 1);
    Activations r = tape.plusGroups(tape.linear(rows1, row), tape.linear(rowsG, g), overRows);
    r = tape.activate(tape.linear(rows2, tape.activate(r)));
    Activations rowPool = NetworkTape.concat(g, tape.mean(r, overRows), tape.max(r, overRows));
    g = tape.normalize(trunkNorm, tape.plus(g, mlp(tape, trunkIn, trunkOut, rowPool)));

    var overTokens = new GroupAxis(b, token.rows() / b, 1);
    Activations t =
        tape.plusGroups(tape.linear(tokens1, token), tape.linear(tokensG, g), overTokens);
    t = tape.activate(tape.linear(tokens2, tape.activate(t)));
    float rootM = (float) (1 / Math.sqrt(overTokens.length()));
    Activations spectrum =
        NetworkTape.concat(tape.sum(t, overTokens, rootM), tape.max(t, overTokens));
    g = tape.plus(g, mlp(tape, spectrumIn, spectrumOut, spectrum));

    Activations hX = nodes(tape, batch.nodesX(), g, new GroupAxis(b, dx, 1)); // (nodes, b·dx)
    Activations hY = nodes(tape, batch.nodesY(), g, new GroupAxis(b, dy, 1)); // (nodes, b·dy)
    var axes = new PairAxes(b, dx, dy);
    Activations p = exchange(tape, first, batch.pairs(), hX, hY, g, axes); // (pair, b·dx·dy)
    for (PairLayer layer : layers) {
      Activations q = tape.normalize(layer.norm, p);
      Activations x = NetworkTape.concat(tape.mean(q, axes.overY()), tape.max(q, axes.overY()));
      Activations y = NetworkTape.concat(tape.mean(q, axes.overX()), tape.max(q, axes.overX()));
      p = tape.plus(p, exchange(tape, layer, q, x, y, g, axes));
      Activations pool =
          NetworkTape.concat(tape.mean(p, axes.overBoth()), tape.max(p, axes.overBoth()), g);
      g = tape.plus(g, mlp(tape, layer.trunkIn, layer.trunkOut, pool));
    }
    return pooled(tape, p, hX, hY, g, axes);
  }

  private Activations nodes(NetworkTape tape, Activations node, Activations g, GroupAxis axis) {
    return tape.activate(tape.plusGroups(tape.linear(nodesIn, node), tape.linear(nodesG, g), axis));
  }

  private static Activations exchange(
      NetworkTape tape,
      PairLayer layer,
      Activations p,
      Activations x,
      Activations y,
      Activations g,
      PairAxes axes) {
    Activations h = tape.linear(layer.in, p);
    tape.plusGroups(h, tape.linear(layer.x, x), axes.overY());
    tape.plusGroups(h, tape.linear(layer.y, y), axes.overX());
    tape.plusGroups(h, tape.linear(layer.g, g), axes.overBoth());
    return tape.linear(layer.out, tape.activate(h));
  }

  private static Activations pooled(
      NetworkTape tape,
      Activations p,
      Activations hX,
      Activations hY,
      Activations g,
      PairAxes axes) {
    var nodesX = new GroupAxis(axes.b(), axes.dx(), 1);
    var nodesY = new GroupAxis(axes.b(), axes.dy(), 1);
    float quarterRoot = (float) (1 / (4 * Math.sqrt((double) axes.dx() * axes.dy())));
    return NetworkTape.concat(
        tape.mean(p, axes.overBoth()),
        tape.max(p, axes.overBoth()),
        tape.sum(p, axes.overBoth(), quarterRoot),
        tape.mean(tape.max(p, axes.overY()), nodesX),
        tape.mean(tape.max(p, axes.overX()), nodesY),
        tape.mean(hX, nodesX),
        tape.max(hX, nodesX),
        tape.mean(hY, nodesY),
        tape.max(hY, nodesY),
        g);
  }

  private static Activations mlp(NetworkTape tape, Linear in, Linear out, Activations x) {
    return tape.linear(out, tape.activate(tape.linear(in, x)));
  }

  /** The three ways to walk over the pairs of a batch. */
  private record PairAxes(int b, int dx, int dy) {
    GroupAxis overY() {
      return new GroupAxis(b * dx, dy, 1);
    }

    GroupAxis overX() {
      return new GroupAxis(b, dx, dy);
    }

    GroupAxis overBoth() {
      return new GroupAxis(b, dx * dy, 1);
    }
  }
}
