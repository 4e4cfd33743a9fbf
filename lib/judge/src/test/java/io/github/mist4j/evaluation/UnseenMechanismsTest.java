package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Labels.isTheMeanLogRatio;
import static io.github.mist4j.evaluation.Labels.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The informations of the unseen mechanisms, each by a way of its own: as the suite has it, and at
 * the ends of its family.
 */
final class UnseenMechanismsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The mixed derivative of the copula, by differences. */
  @ParameterizedTest
  @ValueSource(doubles = {1.3, 2.5, 6})
  void gumbelHasTheMeanLogDensityOfItsCopula(double theta) {
    Distribution law = UnseenMechanisms.gumbel(theta);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(1));
    Labels.isTheMean(
        law,
        r -> {
          double u = sample.x(0)[r];
          double v = sample.y(0)[r];
          double h = 1e-4 * Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v));
          double mass =
              gumbel(theta, u + h, v + h)
                  - gumbel(theta, u - h, v + h)
                  - gumbel(theta, u + h, v - h)
                  + gumbel(theta, u - h, v - h);
          return Math.log(mass / (4 * h * h));
        });
    Labels.nearestNeighboursSay(law, 5000, 4, 0.03);
  }

  private static double gumbel(double theta, double u, double v) {
    double sum = Math.pow(-Math.log(u), theta) + Math.pow(-Math.log(v), theta);
    return Math.exp(-Math.pow(sum, 1 / theta));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.7, 0.95})
  void anglesHaveTheMeanLogRatioOfTheirDensities(double rho) {
    isTheMeanLogRatio(
        UnseenMechanisms.compass(rho),
        (x, y) -> (1 - rho * rho) / (1 + rho * rho - 2 * rho * Math.cos(y[0] - x[0])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 6, 40})
  void directionsHaveTheMeanLogRatioOfTheirDensities(double kappa) {
    Distribution law = UnseenMechanisms.directions(kappa);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(3));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    Labels.isTheMean( // Y alone is anywhere with a density of 1/4π
        law,
        r -> {
          double cosine = x[r][0] * y[r][0] + x[r][1] * y[r][1] + x[r][2] * y[r][2];
          return Math.log(kappa * Math.exp(kappa * (cosine - 1)) / (-Math.expm1(-2 * kappa) / 2));
        });
    for (double[] direction : y) {
      double length = Math.hypot(Math.hypot(direction[0], direction[1]), direction[2]);
      assertThat(length).isCloseTo(1, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.6, 1.5})
  void rotorsHaveTheMeanLogRatioOfTheirDensities(double sigma) {
    Distribution law = UnseenMechanisms.rotors(sigma);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(4));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    Labels.isTheMean(
        law,
        r -> {
          double here = wrapped(sigma, x[r][0] - y[r][0]) * wrapped(sigma, x[r][1] - y[r][0]);
          int places = 2000;
          double all =
              IntStream.range(0, places)
                  .mapToDouble(i -> 2 * Math.PI * i / places)
                  .map(a -> wrapped(sigma, x[r][0] - a) * wrapped(sigma, x[r][1] - a))
                  .average()
                  .orElseThrow();
          return Math.log(here / all);
        });
  }

  private static double wrapped(double sigma, double off) {
    return IntStream.rangeClosed(-4, 4)
        .mapToDouble(k -> normal(sigma, off + 2 * Math.PI * k))
        .sum();
  }

  /** Given X, the others are uniform above the largest of them. */
  @ParameterizedTest
  @CsvSource({"3, 4", "1, 1", "6, 2", "2, 6"})
  void numbersInOrderHaveTheMeanLogRatioOfTheirDensities(int dx, int dy) {
    Distribution law = UnseenMechanisms.order(dx, dy);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(5));
    double factor = 1; // n! / dy!, divided by dx! below
    for (int k = 1; k <= dx; k++) {
      factor *= (dy + k) / (double) k;
    }
    double ways = factor;
    Labels.isTheMean( // log of p(x | y) p(y) / (p(x) p(y)), both known up to the ordered others
        law,
        r -> {
          double last = sample.x(dx - 1)[r];
          double first = sample.y(0)[r];
          return -Math.log(ways) - dy * Math.log1p(-last) - dx * Math.log(first);
        });
  }

  @ParameterizedTest
  @CsvSource({"5, 7", "3, 2", "4, 6", "8, 10"})
  void handsHaveTheMeanLogRatioOfTheirChances(int ofColor, int size) {
    isTheMeanLogRatio(
        UnseenMechanisms.hands(ofColor, size),
        (x, y) -> {
          double ways = 1;
          for (int c = 0; c < 3; c++) {
            ways *= choose(ofColor - (int) x[c], (int) y[c]);
          }
          return ways / choose(3 * ofColor - size, size);
        });
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways *= (n - k + i) / (double) i;
    }
    return k > n ? 0 : ways;
  }

  /** The chances to be kept over even places of a normal sum. */
  @ParameterizedTest
  @CsvSource({"2, 2, 4, 1", "1, 3, 1, 0.5", "4, 1, 8, 2"})
  void keptRowsHaveTheMeanLogRatioOfTheirDensities(int dx, int dy, double steep, double cut) {
    Distribution law = UnseenMechanisms.selected(dx, dy, steep, cut);
    Sample sample = law.sample(4 * Labels.DRAWS, new SplittableRandom(6));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    double[] places =
        IntStream.range(0, 4000).mapToDouble(i -> quantile((i + 0.5) / 4000)).toArray();
    double all =
        Arrays.stream(places).map(s -> keptOf(s, steep, cut, places)).average().orElseThrow();
    double[] terms =
        IntStream.range(0, x.length)
            .mapToDouble(
                r -> {
                  double s = Arrays.stream(x[r]).sum() / Math.sqrt(dx);
                  double t = Arrays.stream(y[r]).sum() / Math.sqrt(dy);
                  double kept = NORMAL.cumulativeProbability(steep * (s + t - cut));
                  return Math.log(
                      kept * all / keptOf(s, steep, cut, places) / keptOf(t, steep, cut, places));
                })
            .toArray();
    Labels.isTheMean(law, terms, 3e-3);
  }

  private static double quantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** What is kept where one sum is known, over places of the other. */
  private static double keptOf(double sum, double steep, double cut, double[] places) {
    return Arrays.stream(places)
        .map(t -> NORMAL.cumulativeProbability(steep * (sum + t - cut)))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.3", "0.9, 0.1", "0.2, 1"})
  void roundedNumbersHaveTheMeanLogRatioOfTheirChances(double share, double sigma) {
    isTheMeanLogRatio(
        UnseenMechanisms.heaped(share, sigma),
        (x, y) -> {
          double off = y[0] - x[0];
          boolean coarse = Math.abs(2 * y[0] - Math.rint(2 * y[0])) < 1e-9;
          return (1 - share) * mass(off, 0.05, sigma)
              + (coarse ? share * mass(off, 0.25, sigma) : 0);
        });
  }

  private static double mass(double off, double half, double sigma) {
    return NORMAL.cumulativeProbability((off + half) / sigma)
        - NORMAL.cumulativeProbability((off - half) / sigma);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.4", "1, 0.2", "4, 0.5"})
  void childrenHaveTheMeanLogRatioOfTheirChances(int places, double q) {
    isTheMeanLogRatio(
        UnseenMechanisms.inheritance(places, q),
        (x, y) -> {
          double chance = 1;
          for (int place = 0; place < places; place++) {
            double mother = x[2 * place] / 2;
            double father = x[2 * place + 1] / 2;
            double[] child = {
              (1 - mother) * (1 - father),
              mother * (1 - father) + father * (1 - mother),
              mother * father
            };
            chance *= child[(int) y[place]];
          }
          return chance;
        });
  }

  /** Seen from any place, the other one is anywhere in what is left of the square. */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.4, 0.49})
  void placesAreAsFarApartAsTheyMayBe(double distance) {
    Sample apart = UnseenMechanisms.apart(distance).sample(4000, new SplittableRandom(8));
    Sample close = UnseenMechanisms.close(distance).sample(4000, new SplittableRandom(9));
    assertThat(distances(apart).min().orElseThrow()).isBetween(distance, distance + 0.02);
    assertThat(distances(close).max().orElseThrow()).isBetween(distance - 0.02, distance);
    double area = Math.PI * distance * distance;
    double half = distance / Math.sqrt(2); // of the area within
    assertThat(distances(close).filter(d -> d < half).count() / 4000.0)
        .isCloseTo(0.5, within(0.04));
    double wide = Math.PI * 0.25 - area; // of what is left, within half of the side
    assertThat(distances(apart).filter(d -> d < 0.5).count() / 4000.0)
        .isCloseTo(wide / (1 - area), within(0.04));
    for (Sample sample : new Sample[] {apart, close}) {
      for (int c = 0; c < 2; c++) {
        assertThat(Arrays.stream(sample.y(c)).average().orElseThrow()).isCloseTo(0.5, within(0.03));
      }
    }
  }

  private static DoubleStream distances(Sample sample) {
    return IntStream.range(0, sample.n())
        .mapToDouble(
            r ->
                Math.hypot(
                    around(sample.x(0)[r] - sample.y(0)[r]),
                    around(sample.x(1)[r] - sample.y(1)[r])));
  }

  private static double around(double off) {
    return off - Math.rint(off);
  }

  /** The share of X above the end is mixed over a fine grid of its tail. */
  @ParameterizedTest
  @CsvSource({"3, 0.3, 0.5", "1, 1, -0.5", "2, 0.1, 1.5"})
  void cappedScalesHaveTheMeanLogRatioOfTheirDensities(int pairs, double sigma, double end) {
    double over = 1 - NORMAL.cumulativeProbability(end);
    double[] tail =
        IntStream.range(0, 2000).mapToDouble(i -> -quantile(over * (i + 0.5) / 2000)).toArray();
    Distribution law = UnseenMechanisms.capped(pairs, sigma, end);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(11));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    double spread = Math.sqrt(1 + sigma * sigma);
    Labels.isTheMean(
        law,
        r -> {
          double log = 0;
          for (int c = 0; c < pairs; c++) {
            double value = y[r][c];
            double given =
                x[r][c] < end
                    ? normal(sigma, value - x[r][c])
                    : Arrays.stream(tail)
                        .map(v -> normal(sigma, value - v))
                        .average()
                        .orElseThrow();
            log += Math.log(given / normal(spread, value));
          }
          return log;
        });
  }

  /** By all paths of the hidden states. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "0.02, 0.2", "0.3, 0.02"})
  void chainsHaveTheMeanLogRatioOfTheirChances(double changes, double errors) {
    Distribution law = UnseenMechanisms.chain(changes, errors);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(12));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    Labels.isTheMean(
        law,
        r -> {
          double[] both = Arrays.copyOf(x[r], 6);
          System.arraycopy(y[r], 0, both, 3, 3);
          return Math.log(
              paths(both, changes, errors)
                  / paths(x[r], changes, errors)
                  / paths(y[r], changes, errors));
        });
  }

  private static double paths(double[] seen, double changes, double errors) {
    double sum = 0;
    for (int path = 0; path < 1 << seen.length; path++) {
      double chance = 0.5;
      for (int t = 0; t < seen.length; t++) {
        int state = path >> t & 1;
        chance *= state == (int) seen[t] ? 1 - errors : errors;
        if (t > 0) {
          chance *= state == (path >> (t - 1) & 1) ? 1 - changes : changes;
        }
      }
      sum += chance;
    }
    return sum;
  }
}
