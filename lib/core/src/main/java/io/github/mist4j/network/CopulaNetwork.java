package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.network.Layout.Linear;
import io.github.mist4j.network.Layout.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The copula network (docs/network.md): exchangeable layers over the dx × dy picture of pair
 * moments, led by a global state.
 */
final class CopulaNetwork {
  private final CopulaArchitecture size;
  private final Layout layout = new Layout();
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
  private final Linear look;
  private final Linear lookSpread;
  private final Linear shift;

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

  CopulaNetwork(CopulaArchitecture size) {
    this.size = size;
    int t = size.trunk();
    globalIn = layout.linear("global.in", CopulaFeatures.GLOBAL, t);
    globalOut = layout.linear("global.out", t, t);
    rows1 = layout.linear("rows.1", CopulaFeatures.ROW, size.rows());
    rowsG = layout.term("rows.g", t, size.rows());
    rows2 = layout.linear("rows.2", size.rows(), size.rows());
    trunkIn = layout.linear("trunk.in", t + 2 * size.rows(), t);
    trunkOut = layout.linear("trunk.out", t, t);
    trunkNorm = layout.norm("trunk.norm", t);
    tokens1 = layout.linear("tokens.1", CopulaFeatures.TOKEN, size.tokens());
    tokensG = layout.term("tokens.g", t, size.tokens());
    tokens2 = layout.linear("tokens.2", size.tokens(), size.tokens());
    spectrumIn = layout.linear("spectrum.in", 2 * size.tokens(), t);
    spectrumOut = layout.linear("spectrum.out", t, t);
    nodesIn = layout.linear("nodes.in", CopulaFeatures.NODE, size.nodes());
    nodesG = layout.term("nodes.g", t, size.nodes());
    first = pairLayer("pair", CopulaFeatures.PAIR, size.nodes(), false);
    for (int l = 0; l < size.layers(); l++) {
      layers.add(pairLayer("layer." + l, size.pair(), 2 * size.pair(), true));
    }
    head1 = layout.linear("head.1", 5 * size.pair() + 4 * size.nodes() + t, size.head());
    head2 = layout.linear("head.2", size.head(), size.head() / 2);
    head3 = layout.linear("head.3", size.head() / 2, Head.OUTPUTS);
    look = layout.linear("look", SecondLook.INPUTS, 1);
    lookSpread = layout.term("look.spread", 1, 1);
    shift = layout.term("look.shift", 1, 1);
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

  /** Where the weights lie. */
  Layout layout() {
    return layout;
  }

  /** Where the coefficients and the constant of the weight of the second look lie. */
  Linear look() {
    return look;
  }

  /** Where the logarithm of the factor that spreads the quantiles of both looks lies. */
  Linear lookSpread() {
    return lookSpread;
  }

  /** Where the shift lies by which all answers are recalibrated. */
  Linear shift() {
    return shift;
  }

  /**
   * Random weights: normal with variance 1/inputs, biases 0, gains 1, small last layers, no second
   * look, no recalibration.
   */
  float[] initialWeights(RandomGenerator rng) {
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
    if (name.startsWith("look")) {
      return 0;
    }
    if (name.equals("head.3")) {
      return 0.1;
    }
    return name.endsWith(".out") ? 0.5 : 1;
  }

  /**
   * The outputs of the head for datasets of one shape, in the order (X, Y), (22, batch).
   *
   * @throws IllegalArgumentException if the datasets differ in shape or in their number of queries
   */
  Tensor forward(Tape tape, List<CopulaFeatures> batch) {
    CopulaFeatures shape = batch.get(0);
    int b = batch.size();
    int dx = shape.dx();
    int dy = shape.dy();
    for (CopulaFeatures features : batch) {
      require(
          features.dx() == dx
              && features.dy() == dy
              && features.rows()[0].length == shape.rows()[0].length,
          "a batch needs datasets of one shape, had %s x %s and %s x %s columns",
          dx,
          dy,
          features.dx(),
          features.dy());
    }
    Tensor u = Batch.global(batch); // (37, b)
    Tensor row = Batch.of(batch, CopulaFeatures::rows); // (19, b·queries)
    Tensor token = Batch.of(batch, CopulaFeatures::tokens); // (4, b·m)
    Tensor nodeX = Batch.of(batch, CopulaFeatures::nodesX); // (134, b·dx)
    Tensor nodeY = Batch.of(batch, CopulaFeatures::nodesY); // (134, b·dy)
    Tensor moments = Batch.of(batch, CopulaFeatures::pair); // (68, b·dx·dy)

    Tensor g = mlp(tape, globalIn, globalOut, u); // (t, b)
    var overRows = new Axis(b, row.rows() / b, 1);
    Tensor r = tape.plusGroups(tape.linear(rows1, row), tape.linear(rowsG, g), overRows);
    r = tape.activate(tape.linear(rows2, tape.activate(r)));
    Tensor rowPool = Tape.concat(g, tape.mean(r, overRows), tape.max(r, overRows));
    g = tape.normalize(trunkNorm, tape.plus(g, mlp(tape, trunkIn, trunkOut, rowPool)));

    var overTokens = new Axis(b, token.rows() / b, 1);
    Tensor t = tape.plusGroups(tape.linear(tokens1, token), tape.linear(tokensG, g), overTokens);
    t = tape.activate(tape.linear(tokens2, tape.activate(t)));
    float rootM = (float) (1 / Math.sqrt(overTokens.length()));
    Tensor spectrum = Tape.concat(tape.sum(t, overTokens, rootM), tape.max(t, overTokens));
    g = tape.plus(g, mlp(tape, spectrumIn, spectrumOut, spectrum));

    Tensor hX = nodes(tape, nodeX, g, new Axis(b, dx, 1)); // (nodes, b·dx)
    Tensor hY = nodes(tape, nodeY, g, new Axis(b, dy, 1)); // (nodes, b·dy)
    var axes = new PairAxes(b, dx, dy);
    Tensor p = exchange(tape, first, moments, hX, hY, g, axes); // (pair, b·dx·dy)
    for (PairLayer layer : layers) {
      Tensor q = tape.normalize(layer.norm, p);
      Tensor x = Tape.concat(tape.mean(q, axes.overY()), tape.max(q, axes.overY()));
      Tensor y = Tape.concat(tape.mean(q, axes.overX()), tape.max(q, axes.overX()));
      p = tape.plus(p, exchange(tape, layer, q, x, y, g, axes));
      Tensor pool = Tape.concat(tape.mean(p, axes.overBoth()), tape.max(p, axes.overBoth()), g);
      g = tape.plus(g, mlp(tape, layer.trunkIn, layer.trunkOut, pool));
    }
    Tensor s = pooled(tape, p, hX, hY, g, axes);
    Tensor h = tape.activate(mlp(tape, head1, head2, s));
    return tape.linear(head3, h);
  }

  private Tensor nodes(Tape tape, Tensor node, Tensor g, Axis axis) {
    return tape.activate(tape.plusGroups(tape.linear(nodesIn, node), tape.linear(nodesG, g), axis));
  }

  private static Tensor exchange(
      Tape tape, PairLayer layer, Tensor p, Tensor x, Tensor y, Tensor g, PairAxes axes) {
    Tensor h = tape.linear(layer.in, p);
    tape.plusGroups(h, tape.linear(layer.x, x), axes.overY());
    tape.plusGroups(h, tape.linear(layer.y, y), axes.overX());
    tape.plusGroups(h, tape.linear(layer.g, g), axes.overBoth());
    return tape.linear(layer.out, tape.activate(h));
  }

  private static Tensor pooled(Tape tape, Tensor p, Tensor hX, Tensor hY, Tensor g, PairAxes axes) {
    var nodesX = new Axis(axes.b(), axes.dx(), 1);
    var nodesY = new Axis(axes.b(), axes.dy(), 1);
    float quarterRoot = (float) (1 / (4 * Math.sqrt((double) axes.dx() * axes.dy())));
    return Tape.concat(
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

  private static Tensor mlp(Tape tape, Linear in, Linear out, Tensor x) {
    return tape.linear(out, tape.activate(tape.linear(in, x)));
  }

  /** The three ways to walk over the pairs of a batch. */
  private record PairAxes(int b, int dx, int dy) {
    Axis overY() {
      return new Axis(b * dx, dy, 1);
    }

    Axis overX() {
      return new Axis(b, dx, dy);
    }

    Axis overBoth() {
      return new Axis(b, dx * dy, 1);
    }
  }
}
