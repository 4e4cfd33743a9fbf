package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of orders, by the ratio of their densities over draws. */
final class OrdersTest {
  /** Given X, the others are uniform above the largest of them. */
  @ParameterizedTest
  @CsvSource({"3, 4", "1, 1", "6, 2", "2, 6"})
  void numbersInOrderHaveTheMeanLogRatioOfTheirDensities(int dx, int dy) {
    Distribution law = Orders.order(dx, dy);
    Sample sample = law.sample(DRAWS, new SplittableRandom(5));
    double factor = 1; // n! / dy!, divided by dx! below
    for (int k = 1; k <= dx; k++) {
      factor *= (dy + k) / (double) k;
    }
    double ways = factor;
    isTheMean( // log of p(x | y) p(y) / (p(x) p(y)), both known up to the ordered others
        law,
        r -> {
          double last = sample.x(dx - 1)[r];
          double first = sample.y(0)[r];
          return -Math.log(ways) - dy * Math.log1p(-last) - dx * Math.log(first);
        });
  }

  @ParameterizedTest
  @CsvSource({"4, 0.7", "3, 0.2", "5, 2"})
  void ranksHaveTheMeanLogRatioOfTheirChances(int items, double theta) {
    double whole = 1; // of exp(−θ inversions), as a product
    for (int i = 1; i <= items; i++) {
      whole *= (1 - Math.exp(-theta * i)) / (1 - Math.exp(-theta));
    }
    double sum = whole;
    isTheMeanLogRatio(
        Orders.ranks(items, theta),
        (x, y) -> {
          int apart = 0;
          for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
              apart += (x[i] - x[j]) * (y[i] - y[j]) < 0 ? 1 : 0;
            }
          }
          return Math.exp(-theta * apart) / sum;
        });
  }
}
