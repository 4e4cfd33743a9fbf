package io.github.mist4j.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An invertible map of d columns: layers that move every other column by scales and shifts which a
 * network makes of the rest (Dinh et al., 2017). Starts as the identity; one column stays as it is.
 */
final class Couplings {
  private static final int LAYERS = 6;
  private static final double MOST_LOG_SCALE = 2; // of a layer

  private final List<Layer> layers;

  /** The columns that stay and those that move. */
  private record Layer(int[] kept, int[] moved, Mlp network) {}

  /**
   * Columns on the other side.
   *
   * @param z (d, rows)
   * @param scales what the networks said, log scales first, (2 · moved, rows) each
   */
  record Passed(Tensor z, List<Tensor> scales) {
    /** The log of the volume's change at a row. */
    double logVolume(int row) {
      double sum = 0;
      for (Tensor o : scales) {
        for (int k = 0; k < o.channels() / 2; k++) {
          sum += logScale(o.value()[k * o.rows() + row]);
        }
      }
      return sum;
    }

    /** Adds the gradient of so much of the volume's logarithm at every row. */
    void addVolumeGradient(double share) {
      for (Tensor o : scales) {
        for (int i = 0; i < o.channels() / 2 * o.rows(); i++) {
          o.gradient()[i] += (float) (share * slope(o.value()[i]));
        }
      }
    }
  }

  Couplings(Layout layout, String name, int d, FitOptions fit) {
    layers = new ArrayList<>();
    for (int l = 0; l < (d == 1 ? 0 : LAYERS); l++) {
      int parity = l % 2;
      boolean halves = l / 2 % 2 == 1 && d > 2; // else every other column
      int[] kept =
          IntStream.range(0, d).filter(c -> (halves ? 2 * c / d : c % 2) == parity).toArray();
      int[] moved =
          IntStream.range(0, d).filter(c -> (halves ? 2 * c / d : c % 2) != parity).toArray();
      layers.add(
          new Layer(
              kept, moved, Mlp.of(layout, name + "." + l, kept.length, 2 * moved.length, fit)));
    }
  }

  void initialize(float[] weights, RandomGenerator rng) {
    layers.forEach(layer -> layer.network.initializeButLast(weights, rng));
  }

  Passed apply(Tape tape, Tensor x) {
    Tensor z = x;
    var scales = new ArrayList<Tensor>();
    for (Layer layer : layers) {
      Tensor o = layer.network.apply(tape, chosen(tape, z, layer.kept));
      scales.add(o);
      z = moved(tape, z, o, layer.moved);
    }
    return new Passed(z, scales);
  }

  private static double logScale(double o) {
    return MOST_LOG_SCALE * Math.tanh(o / MOST_LOG_SCALE);
  }

  private static double slope(double o) {
    double tanh = Math.tanh(o / MOST_LOG_SCALE);
    return 1 - tanh * tanh;
  }

  private static Tensor chosen(Tape tape, Tensor x, int[] columns) {
    int rows = x.rows();
    return tape.apply(
        columns.length,
        rows,
        new Operation() {
          @Override
          public void forward(float[] output) {
            for (int k = 0; k < columns.length; k++) {
              System.arraycopy(x.value(), columns[k] * rows, output, k * rows, rows);
            }
          }

          @Override
          public void backward(float[] gradient) {
            for (int k = 0; k < columns.length && x.gradient() != null; k++) {
              for (int r = 0; r < rows; r++) {
                x.gradient()[columns[k] * rows + r] += gradient[k * rows + r];
              }
            }
          }
        });
  }

  private static Tensor moved(Tape tape, Tensor x, Tensor o, int[] columns) {
    int rows = x.rows();
    return tape.apply(
        x.channels(),
        rows,
        new Operation() {
          @Override
          public void forward(float[] output) {
            System.arraycopy(x.value(), 0, output, 0, output.length);
            for (int k = 0; k < columns.length; k++) {
              for (int r = 0; r < rows; r++) {
                int i = columns[k] * rows + r;
                double scale = Math.exp(logScale(o.value()[k * rows + r]));
                output[i] =
                    (float) (scale * x.value()[i] + o.value()[(columns.length + k) * rows + r]);
              }
            }
          }

          @Override
          public void backward(float[] gradient) {
            var factors = new float[gradient.length];
            Arrays.fill(factors, 1);
            for (int k = 0; k < columns.length; k++) {
              for (int r = 0; r < rows; r++) {
                int i = columns[k] * rows + r;
                float raw = o.value()[k * rows + r];
                factors[i] = (float) Math.exp(logScale(raw));
                o.gradient()[k * rows + r] +=
                    (float) (gradient[i] * factors[i] * x.value()[i] * slope(raw));
                o.gradient()[(columns.length + k) * rows + r] += gradient[i];
              }
            }
            for (int i = 0; i < gradient.length && x.gradient() != null; i++) {
              x.gradient()[i] += factors[i] * gradient[i];
            }
          }
        });
  }
}
