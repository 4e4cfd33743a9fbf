package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.nearestNeighboursSay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of bits, each by a way of its own. */
final class CodesTest {
  /** Where KSG has little bias beside the tolerance. */
  @Test
  void nearestNeighboursSayTheSame() {
    nearestNeighboursSay(Codes.xor(0.05), 5000, 4, 0.06);
    nearestNeighboursSay(Codes.xor(0.3), 5000, 4, 0.03);
  }

  @Test
  void checkBitsHaveTheMeanLogRatioOfTheirChances() {
    isTheMeanLogRatio(
        Codes.code(0.05),
        (x, y) -> {
          double chance = 1;
          for (int check = 0; check < 3; check++) {
            int sum = 0;
            for (int bit = 0; bit < 4; bit++) {
              sum += bit == check ? 0 : (int) x[bit];
            }
            chance *= sum % 2 == y[check] ? 0.95 : 0.05;
          }
          return chance;
        });
  }

  @ParameterizedTest
  @CsvSource({"2, 0.4", "1, 0.2", "4, 0.5"})
  void childrenHaveTheMeanLogRatioOfTheirChances(int places, double q) {
    isTheMeanLogRatio(
        Codes.inheritance(places, q),
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
}
