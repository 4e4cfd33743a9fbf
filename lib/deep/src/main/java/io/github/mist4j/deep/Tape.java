package io.github.mist4j.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pass through a network: each operation computes its result at once and, where gradients are
 * wanted, remembers how to carry the gradient of its result back to its arguments and weights.
 */
final class Tape implements Graph<Tensor> {
  private static final double EPSILON = 1e-5;
  static final Products PRODUCTS = new Products();

  private final float[] weights;
  private final float[] weightGradient; // null: forward only
  private final List<Runnable> backward = new ArrayList<>();
  private SetColumns columnSlopes; // null: none are wanted

  Tape(float[] weights, float[] weightGradient) {
    this.weights = weights;
    this.weightGradient = weightGradient;
  }

  /** Carries the gradients of the results back to the weights. */
  void backward() {
    for (int i = backward.size() - 1; i >= 0; i--) {
      backward.get(i).run();
    }
  }

  /** Whether gradients are wanted. */
  boolean recording() {
    return weightGradient != null;
  }

  /** Where the slopes by the values of the columns of one dataset are added, in their shape. */
  void addColumnSlopesTo(SetColumns slopes) {
    columnSlopes = slopes;
  }

  /** All weights, for an operation that reads its own. */
  float[] weights() {
    return weights;
  }

  /** Where such an operation adds their gradient. */
  float[] weightGradient() {
    return weightGradient;
  }

  private Tensor tensor(int channels, int rows) {
    var value = new float[channels * rows];
    return new Tensor(value, recording() ? new float[value.length] : null, channels, rows);
  }

  /** Data, (channels, rows): no gradient flows into it. */
  static Tensor input(float[] value, int channels, int rows) {
    return new Tensor(value, null, channels, rows);
  }

  @Override
  public Tensor table(Layout.Table table) {
    Tensor y = tensor(table.channels(), table.count());
    System.arraycopy(weights, table.at(), y.value(), 0, y.value().length);
    if (recording()) {
      backward.add(
          () -> {
            for (int i = 0; i < y.value().length; i++) {
              weightGradient[table.at() + i] += y.gradient()[i];
            }
          });
    }
    return y;
  }

  @Override
  public Tensor linear(Layout.Linear layer, Tensor x) {
    int rows = x.rows();
    Tensor y = tensor(layer.out(), rows);
    if (layer.biasAt() >= 0) {
      for (int o = 0; o < layer.out(); o++) {
        Arrays.fill(y.value(), o * rows, (o + 1) * rows, weights[layer.biasAt() + o]);
      }
    }
    PRODUCTS.addProduct(y.value(), weights, layer.at(), x.value(), layer.in(), layer.out(), rows);
    if (recording()) {
      backward.add(() -> linearBackward(layer, x, y));
    }
    return y;
  }

  /** The sum of two linear layers, of which the first has no bias. */
  Tensor linear(Layout.Linear first, Tensor x, Layout.Linear second, Tensor y) {
    Tensor sum = linear(second, y);
    PRODUCTS.addProduct(
        sum.value(), weights, first.at(), x.value(), first.in(), first.out(), x.rows());
    if (recording()) {
      backward.add(() -> linearBackward(first, x, sum));
    }
    return sum;
  }

  private void linearBackward(Layout.Linear layer, Tensor x, Tensor y) {
    int in = layer.in();
    int out = layer.out();
    int rows = x.rows();
    if (layer.biasAt() >= 0) {
      PRODUCTS.addGradient(
          weightGradient, layer.at(), layer.biasAt(), x.value(), y.gradient(), in, out, rows);
    } else {
      PRODUCTS.addMatrixGradient(
          weightGradient, layer.at(), x.value(), y.gradient(), in, out, rows);
    }
    if (x.gradient() != null) {
      PRODUCTS.addInputGradient(x.gradient(), weights, layer.at(), y.gradient(), in, out, rows);
    }
  }

  @Override
  public Tensor plus(Tensor x, Tensor y) {
    Tensor sum = tensor(x.channels(), x.rows());
    System.arraycopy(x.value(), 0, sum.value(), 0, sum.value().length);
    Elementwise.add(sum.value(), y.value());
    if (recording()) {
      backward.add(
          () -> {
            Elementwise.add(x.gradient(), sum.gradient());
            Elementwise.add(y.gradient(), sum.gradient());
          });
    }
    return sum;
  }

  /**
   * The larger of x and 0, value by value, in the place of x: for results of operations that do not
   * look at them again.
   */
  Tensor relu(Tensor x) {
    Elementwise.relu(x.value());
    if (recording()) {
      backward.add(() -> Elementwise.reluGradient(x.gradient(), x.value()));
    }
    return x;
  }

  @Override
  public Tensor gelu(Tensor x) {
    Tensor y = tensor(x.channels(), x.rows());
    Elementwise.gelu(y.value(), x.value());
    if (recording()) {
      backward.add(() -> Elementwise.addGeluGradient(x.gradient(), x.value(), y.gradient()));
    }
    return y;
  }

  @Override
  public Tensor normalize(Layout.Norm norm, Tensor x, Sets sets) {
    Tensor y = tensor(x.channels(), x.rows());
    var mean = new double[sets.count()];
    var inverse = new double[sets.count()];
    for (int b = 0; b < sets.count(); b++) {
      double count = (double) x.channels() * sets.size(b);
      double square = 0;
      for (int c = 0; c < x.channels(); c++) {
        int from = c * x.rows() + sets.from(b);
        int to = from + sets.size(b);
        mean[b] += Elementwise.sum(x.value(), from, to) / count;
        square += Elementwise.dot(x.value(), x.value(), from, to) / count;
      }
      double variance = Math.max(0, square - mean[b] * mean[b]);
      inverse[b] = 1 / Math.sqrt(variance + EPSILON);
      for (int c = 0; c < x.channels(); c++) {
        float factor = (float) (weights[norm.at() + c] * inverse[b]);
        float shift = (float) (weights[norm.at() + norm.channels() + c] - factor * mean[b]);
        int from = c * x.rows() + sets.from(b);
        for (int i = from; i < from + sets.size(b); i++) {
          y.value()[i] = factor * x.value()[i] + shift;
        }
      }
    }
    if (recording()) {
      backward.add(() -> normalizeBackward(norm, x, y, sets, mean, inverse));
    }
    return y;
  }

  /** With u the unit set and e the gradient times the gain: (e − mean e − u mean(e u))/spread. */
  private void normalizeBackward(
      Layout.Norm norm, Tensor x, Tensor y, Sets sets, double[] mean, double[] inverse) {
    for (int b = 0; b < sets.count(); b++) {
      double count = (double) x.channels() * sets.size(b);
      double meanSlope = 0;
      double meanProduct = 0;
      for (int c = 0; c < x.channels(); c++) {
        int from = c * x.rows() + sets.from(b);
        int to = from + sets.size(b);
        double slope = Elementwise.sum(y.gradient(), from, to);
        double product =
            inverse[b] * (Elementwise.dot(y.gradient(), x.value(), from, to) - mean[b] * slope);
        weightGradient[norm.at() + c] += (float) product;
        weightGradient[norm.at() + norm.channels() + c] += (float) slope;
        meanSlope += weights[norm.at() + c] * slope / count;
        meanProduct += weights[norm.at() + c] * product / count;
      }
      float ofValue = (float) (-inverse[b] * inverse[b] * meanProduct);
      float shift = (float) (-inverse[b] * meanSlope - ofValue * mean[b]);
      for (int c = 0; c < x.channels(); c++) {
        float factor = (float) (weights[norm.at() + c] * inverse[b]);
        int from = c * x.rows() + sets.from(b);
        for (int i = from; i < from + sets.size(b); i++) {
          x.gradient()[i] += factor * y.gradient()[i] + ofValue * x.value()[i] + shift;
        }
      }
    }
  }

  @Override
  public Tensor attendToColumns(
      ColumnVectors<Tensor> vectors, List<SetColumns> datasets, Sets rows, int heads) {
    var attention = new ColumnAttention(vectors, datasets, rows, heads);
    attention.slopesTo(columnSlopes);
    Tensor query = vectors.query();
    return apply(query.rows() * query.channels(), rows.rows(), attention);
  }

  @Override
  public Tensor attend(Tensor query, Sets of, Tensor key, Tensor value, Sets to, int heads) {
    var attention = new Attention(query, of, key, value, to, heads);
    return apply(query.channels(), of.rows(), attention);
  }

  @Override
  public float[] values(Tensor x) {
    return x.value();
  }

  @Override
  public void backward(Tensor x, float[] slopes) {
    Elementwise.add(x.gradient(), slopes);
    backward();
  }

  @Override
  public void close() {
    // The arrays are the garbage collector's.
  }

  /** Some rows of x, (channels, rows); those of data are data. */
  Tensor rows(Tensor x, int[] rows) {
    var value = new float[x.channels() * rows.length];
    for (int c = 0; c < x.channels(); c++) {
      for (int r = 0; r < rows.length; r++) {
        value[c * rows.length + r] = x.value()[c * x.rows() + rows[r]];
      }
    }
    if (x.gradient() == null) {
      return input(value, x.channels(), rows.length);
    }
    var y = new Tensor(value, new float[value.length], x.channels(), rows.length);
    backward.add(
        () -> {
          for (int c = 0; c < x.channels(); c++) {
            for (int r = 0; r < rows.length; r++) {
              x.gradient()[c * x.rows() + rows[r]] += y.gradient()[c * rows.length + r];
            }
          }
        });
    return y;
  }

  /** What an operation makes of its arguments, (channels, rows). */
  Tensor apply(int channels, int rows, Operation operation) {
    Tensor y = tensor(channels, rows);
    operation.forward(y.value());
    if (recording()) {
      backward.add(() -> operation.backward(y.gradient()));
    }
    return y;
  }

  @Override
  public Tensor repeat(Tensor x, int times) {
    Tensor y = tensor(x.channels(), times * x.rows());
    for (int c = 0; c < x.channels(); c++) {
      for (int b = 0; b < times; b++) {
        int from = c * y.rows() + b * x.rows();
        System.arraycopy(x.value(), c * x.rows(), y.value(), from, x.rows());
      }
    }
    if (recording()) {
      backward.add(
          () -> {
            for (int c = 0; c < x.channels(); c++) {
              for (int r = 0; r < y.rows(); r++) {
                x.gradient()[c * x.rows() + r % x.rows()] += y.gradient()[c * y.rows() + r];
              }
            }
          });
    }
    return y;
  }

  @Override
  public Tensor mean(Tensor x, Sets sets) {
    Tensor y = tensor(x.channels(), sets.count());
    for (int c = 0; c < x.channels(); c++) {
      for (int b = 0; b < sets.count(); b++) {
        int from = c * x.rows() + sets.from(b);
        y.value()[c * y.rows() + b] =
            (float) (Elementwise.sum(x.value(), from, from + sets.size(b)) / sets.size(b));
      }
    }
    if (recording()) {
      backward.add(
          () -> {
            for (int c = 0; c < x.channels(); c++) {
              for (int b = 0; b < sets.count(); b++) {
                int from = c * x.rows() + sets.from(b);
                float share = y.gradient()[c * y.rows() + b] / sets.size(b);
                for (int i = from; i < from + sets.size(b); i++) {
                  x.gradient()[i] += share;
                }
              }
            }
          });
    }
    return y;
  }

  @Override
  public Tensor below(Tensor x, float[] channel) {
    Tensor y = tensor(x.channels() + 1, x.rows());
    System.arraycopy(x.value(), 0, y.value(), 0, x.value().length);
    System.arraycopy(channel, 0, y.value(), x.value().length, x.rows());
    if (recording()) {
      backward.add(
          () -> {
            for (int i = 0; i < x.value().length; i++) {
              x.gradient()[i] += y.gradient()[i];
            }
          });
    }
    return y;
  }
}
