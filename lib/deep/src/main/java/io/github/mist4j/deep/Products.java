package io.github.mist4j.deep;

/** The three matrix products of a linear layer, whose matrix (in, out) lies in the weights. */
interface Products {
  /** y (out, rows) += Wᵀ x. */
  void addProduct(float[] y, float[] weights, int at, float[] x, int in, int out, int rows);

  /** dx (in, rows) += W dy. */
  void addInputGradient(float[] dx, float[] weights, int at, float[] dy, int in, int out, int rows);

  /** dW (in, out) += x dyᵀ, at its place in the gradient of all weights. */
  void addMatrixGradient(
      float[] gradient, int at, float[] x, float[] dy, int in, int out, int rows);

  /** What computes them, to complete "on …". */
  String device();

  /** On the GPU where ND4J's backend for it is on the class path, else on the calling thread. */
  static Products fastest() {
    try {
      Class.forName(
          "org.nd4j.linalg.jcublas.JCublasBackend", false, Products.class.getClassLoader());
      return new TensorProducts();
    } catch (ClassNotFoundException e) {
      return new BlasProducts();
    }
  }
}
