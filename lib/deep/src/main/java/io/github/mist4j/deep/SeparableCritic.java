package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/** ⟨g(x), h(y)⟩: a network for each side, so that all pairs of n rows take n passes, not n². */
final class SeparableCritic implements Critic {
  private static final int EMBEDDING = 32; // as in Song and Ermon's code

  private final Layout layout = new Layout();
  private final Mlp g;
  private final Mlp h;

  SeparableCritic(int dx, int dy, FitOptions fit) {
    g = Mlp.of(layout, "x", dx, EMBEDDING, fit);
    h = Mlp.of(layout, "y", dy, EMBEDDING, fit);
  }

  @Override
  public int size() {
    return layout.size();
  }

  @Override
  public int pairsOfLook() {
    return 1 << 17;
  }

  @Override
  public int pairsOfReading() {
    return 1 << 22;
  }

  @Override
  public int pairsAtOnce() {
    return Integer.MAX_VALUE;
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[size()];
    g.initialize(weights, rng);
    h.initialize(weights, rng);
    return weights;
  }

  @Override
  public Sides sides(Tape tape, Tensor x, Tensor y) {
    return new Sides(g.apply(tape, x), h.apply(tape, y)); // (embedding, n) each
  }

  @Override
  public Tensor scores(Tape tape, Sides sides, Pairs pairs) {
    return tape.apply(1, pairs.count(), new PairProducts(sides.x(), sides.y(), pairs));
  }
}
