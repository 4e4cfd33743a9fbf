package io.github.mist4j.deep;

/**
 * The inner products of the vectors of two rows, one of each side.
 *
 * <p>Where most pairs are wanted, all are multiplied at once as matrices.
 */
final class PairProducts implements Operation {
  private static final int LARGEST = 1 << 22; // numbers of a matrix of all pairs, 16 MB
  private static final int FASTER = 8; // times, a product of matrices than one pair by one

  private final Tensor x;
  private final Tensor y;
  private final Pairs pairs;
  private final boolean dense;

  /**
   * Products of some pairs.
   *
   * @param x (channels, rows)
   * @param y the same channels
   */
  PairProducts(Tensor x, Tensor y, Pairs pairs) {
    this.x = x;
    this.y = y;
    this.pairs = pairs;
    long all = (long) x.rows() * y.rows();
    dense = all <= LARGEST && all <= (long) FASTER * pairs.count();
  }

  @Override
  public void forward(float[] output) {
    if (dense) {
      var all = new float[x.rows() * y.rows()]; // (rows of x, rows of y)
      Tape.PRODUCTS.addProduct(all, x.value(), 0, y.value(), x.channels(), x.rows(), y.rows());
      for (int p = 0; p < output.length; p++) {
        output[p] = all[pairs.x()[p] * y.rows() + pairs.y()[p]];
      }
      return;
    }
    for (int c = 0; c < x.channels(); c++) {
      int ofX = c * x.rows();
      int ofY = c * y.rows();
      for (int p = 0; p < output.length; p++) {
        output[p] += x.value()[ofX + pairs.x()[p]] * y.value()[ofY + pairs.y()[p]];
      }
    }
  }

  @Override
  public void backward(float[] gradient) {
    if (dense) {
      var all = new float[x.rows() * y.rows()];
      for (int p = 0; p < gradient.length; p++) {
        all[pairs.x()[p] * y.rows() + pairs.y()[p]] += gradient[p];
      }
      Tape.PRODUCTS.addInputGradient(
          y.gradient(), x.value(), 0, all, x.channels(), x.rows(), y.rows());
      Tape.PRODUCTS.addMatrixGradient(
          x.gradient(), 0, y.value(), all, x.channels(), x.rows(), y.rows());
      return;
    }
    for (int c = 0; c < x.channels(); c++) {
      int ofX = c * x.rows();
      int ofY = c * y.rows();
      for (int p = 0; p < gradient.length; p++) {
        x.gradient()[ofX + pairs.x()[p]] += gradient[p] * y.value()[ofY + pairs.y()[p]];
        y.gradient()[ofY + pairs.y()[p]] += gradient[p] * x.value()[ofX + pairs.x()[p]];
      }
    }
  }
}
