package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ProductsTest {
  private static final int IN = 7;
  private static final int OUT = 5;
  private static final int ROWS = 33;
  private static final int AT = 3;

  @Test
  @DisplayName("the products of a linear layer add what their definitions say")
  void productsFollowTheDefinitions() {
    var products = new Products();
    var rng = new SplittableRandom(1);
    float[] weights = random(rng, AT + IN * OUT + 4);
    float[] x = random(rng, IN * ROWS);
    float[] dy = random(rng, OUT * ROWS);
    float[] y = random(rng, OUT * ROWS);
    float[] dx = random(rng, IN * ROWS);
    float[] gradient = random(rng, weights.length);
    double[] expectedY = doubles(y);
    double[] expectedDx = doubles(dx);
    double[] expectedGradient = doubles(gradient);
    for (int i = 0; i < IN; i++) {
      for (int o = 0; o < OUT; o++) {
        for (int r = 0; r < ROWS; r++) {
          int w = AT + i * OUT + o;
          expectedY[o * ROWS + r] += (double) weights[w] * x[i * ROWS + r];
          expectedDx[i * ROWS + r] += (double) weights[w] * dy[o * ROWS + r];
          expectedGradient[w] += (double) x[i * ROWS + r] * dy[o * ROWS + r];
        }
      }
    }
    products.addProduct(y, weights, AT, x, IN, OUT, ROWS);
    products.addInputGradient(dx, weights, AT, dy, IN, OUT, ROWS);
    products.addMatrixGradient(gradient, AT, x, dy, IN, OUT, ROWS);
    assertThat(doubles(y)).containsExactly(expectedY, within(1e-4));
    assertThat(doubles(dx)).containsExactly(expectedDx, within(1e-4));
    assertThat(doubles(gradient)).containsExactly(expectedGradient, within(1e-4));
  }

  private static float[] random(SplittableRandom rng, int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) rng.nextGaussian();
    }
    return values;
  }

  private static double[] doubles(float[] values) {
    var doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
