package io.github.mist4j.deep;

import io.github.mist4j.deep.Layout.Linear;
import java.util.random.RandomGenerator;

/** f(x, y): one network that sees both rows of a pair. */
final class JointCritic implements Critic {
  private static final int FEW_PAIRS = 2; // a row, of which sides of their own spare no work

  private final Layout layout = new Layout();
  private final FitOptions fit;
  private final Linear ofX; // the first layer, in two parts
  private final Linear ofY;
  private final Mlp rest;
  private final boolean narrow; // whether the first layer is less work than the others

  JointCritic(int dx, int dy, FitOptions fit) {
    this.fit = fit;
    narrow = dx + dy <= fit.width();
    ofX = layout.linearWithoutBias("x", dx, fit.width());
    ofY = layout.linear("y", dy, fit.width());
    rest = Mlp.of(layout, "pair", fit.width(), 1, fit, fit.layers() - 1);
  }

  @Override
  public int size() {
    return layout.size();
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[size()];
    Mlp.initialize(weights, ofX, ofX.in() + ofY.in(), rng);
    Mlp.initialize(weights, ofY, ofX.in() + ofY.in(), rng);
    rest.initialize(weights, rng);
    return weights;
  }

  @Override
  public Sides sides(Tape tape, Tensor x, Tensor y) {
    return narrow ? new Sides(x, y) : linear(tape, x, y);
  }

  private Sides linear(Tape tape, Tensor x, Tensor y) {
    return new Sides(tape.linear(ofX, x), tape.linear(ofY, y));
  }

  @Override
  public Tensor scores(Tape tape, Sides sides, Pairs pairs) {
    Tensor h = // (width, pairs)
        narrow && pairs.count() <= FEW_PAIRS * sides.x().rows()
            ? tape.linear(
                ofX, tape.rows(sides.x(), pairs.x()), ofY, tape.rows(sides.y(), pairs.y()))
            : sums(tape, narrow ? linear(tape, sides.x(), sides.y()) : sides, pairs);
    return rest.apply(tape, Mlp.activate(tape, h, fit.activation())); // (1, pairs)
  }

  private Tensor sums(Tape tape, Sides sides, Pairs pairs) {
    return tape.apply(fit.width(), pairs.count(), new PairSums(sides.x(), sides.y(), pairs));
  }
}
