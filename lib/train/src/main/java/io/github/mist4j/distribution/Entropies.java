package io.github.mist4j.distribution;

/**
 * The differential entropies of a law with a density, in nats: h = −E log p.
 *
 * @param x of X
 * @param y of Y
 * @param joint of X and Y together
 */
public record Entropies(double x, double y, double joint) {
  /** h(X) + h(Y) − h(X, Y), nats. */
  public double mutualInformation() {
    return x + y - joint;
  }

  /** Of two independent laws beside each other. */
  Entropies plus(Entropies other) {
    return new Entropies(x + other.x, y + other.y, joint + other.joint);
  }

  /** After maps of X and of Y whose log |det| is so much on average. */
  public Entropies mapped(double ofX, double ofY) {
    return new Entropies(x + ofX, y + ofY, joint + ofX + ofY);
  }

  /** With X and Y exchanged. */
  public Entropies swapped() {
    return new Entropies(y, x, joint);
  }
}
