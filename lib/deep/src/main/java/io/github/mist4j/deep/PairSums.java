package io.github.mist4j.deep;

/**
 * The vectors of two rows, one of each side, added: what a layer that sees both makes of a pair,
 * where the sides were multiplied by their own weights once a row, not once a pair.
 *
 * @param x (channels, rows)
 * @param y the same
 */
record PairSums(Tensor x, Tensor y, Pairs pairs) implements Operation {
  @Override
  public void forward(float[] output) {
    int count = pairs.count();
    for (int c = 0; c < x.channels(); c++) {
      int at = c * count;
      int ofX = c * x.rows();
      int ofY = c * y.rows();
      for (int p = 0; p < count; p++) {
        output[at + p] = x.value()[ofX + pairs.x()[p]] + y.value()[ofY + pairs.y()[p]];
      }
    }
  }

  @Override
  public void backward(float[] gradient) {
    int count = pairs.count();
    for (int c = 0; c < x.channels(); c++) {
      int at = c * count;
      int ofX = c * x.rows();
      int ofY = c * y.rows();
      for (int p = 0; p < count; p++) {
        x.gradient()[ofX + pairs.x()[p]] += gradient[at + p];
        y.gradient()[ofY + pairs.y()[p]] += gradient[at + p];
      }
    }
  }
}
