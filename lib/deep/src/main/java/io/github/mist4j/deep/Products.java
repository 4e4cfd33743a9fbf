package io.github.mist4j.deep;

import io.github.mist4j.deep.Blas.Part;

/**
 * The three matrix products of a linear layer, whose matrix (in, out) lies in the weights, by
 * OpenBLAS on the calling thread.
 */
final class Products {
  private static final int A = 6; // apart from the places that attention uses
  private static final int B = 7;
  private static final int C = 8;
  private static final int BIAS = 9;

  /** y (out, rows) += Wᵀ x. */
  void addProduct(float[] y, float[] weights, int at, float[] x, int in, int out, int rows) {
    Blas blas = Blas.ofThread();
    blas.load(A, weights, at, in * out);
    blas.load(B, x);
    blas.load(C, y);
    blas.product(
        out, rows, in, 1, Part.of(A, 0, out).turned(), Part.of(B, 0, rows), 1, Part.of(C, 0, rows));
    blas.store(C, y);
  }

  /** dx (in, rows) += W dy. */
  void addInputGradient(
      float[] dx, float[] weights, int at, float[] dy, int in, int out, int rows) {
    Blas blas = Blas.ofThread();
    blas.load(A, weights, at, in * out);
    blas.load(B, dy);
    blas.load(C, dx);
    blas.product(in, rows, out, 1, Part.of(A, 0, out), Part.of(B, 0, rows), 1, Part.of(C, 0, rows));
    blas.store(C, dx);
  }

  /** dW (in, out) += x dyᵀ, at its place in the gradient of all weights. */
  void addMatrixGradient(
      float[] gradient, int at, float[] x, float[] dy, int in, int out, int rows) {
    Blas blas = Blas.ofThread();
    blas.load(A, x);
    blas.load(B, dy);
    blas.load(C, gradient, at, in * out);
    blas.product(
        in, out, rows, 1, Part.of(A, 0, rows), Part.of(B, 0, rows).turned(), 1, Part.of(C, 0, out));
    blas.store(C, gradient, at, in * out);
  }

  /** The same with that of the bias, db (out) += dy 1. */
  void addGradient(
      float[] gradient, int at, int biasAt, float[] x, float[] dy, int in, int out, int rows) {
    addMatrixGradient(gradient, at, x, dy, in, out, rows);
    Blas blas = Blas.ofThread();
    blas.load(BIAS, gradient, biasAt, out);
    blas.addRowSums(out, rows, Part.of(B, 0, rows), BIAS); // dy is there
    blas.store(BIAS, gradient, biasAt, out);
  }
}
