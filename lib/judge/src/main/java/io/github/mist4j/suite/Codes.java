package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.binaryEntropy;
import static io.github.mist4j.suite.Integrals.entropyTerm;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;

/** Columns of bits that are computed from bits: check sums and genes. */
final class Codes {
  private Codes() {}

  /** The sign of Y is that of X₁X₂ but for a share of flips. */
  static Distribution xor(double flips) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          row[1] = rng.nextGaussian();
          double sign = Math.signum(row[0] * row[1]) * (rng.nextDouble() < flips ? -1 : 1);
          row[2] = sign * Math.abs(rng.nextGaussian());
        };
    return Simulated.of(
        "exclusive or of signs, MI = log 2 − H(flips)",
        2,
        1,
        rows,
        Math.log(2) - entropyTerm(flips) - entropyTerm(1 - flips));
  }

  /** Four bits and the three check bits of their Hamming code, each flipped at times. */
  static Distribution code(double flips) {
    RowSampler rows =
        (row, rng) -> {
          for (int c = 0; c < 4; c++) {
            row[c] = rng.nextInt(2);
          }
          for (int check = 0; check < 3; check++) {
            double sum = row[0] + row[1] + row[2] + row[3] - row[check];
            row[4 + check] = (sum + (rng.nextDouble() < flips ? 1 : 0)) % 2;
          }
        };
    double lost = binaryEntropy(flips);
    return Simulated.of(
        "bits and their check bits, MI = 3 (log 2 − H(flips))",
        4,
        3,
        rows,
        3 * (Math.log(2) - lost));
  }

  /** Places of a child, one gene of each parent's two, whose genes are of a kind with chance q. */
  static Distribution inheritance(int places, double q) {
    RowSampler rows =
        (row, rng) -> {
          for (int place = 0; place < places; place++) {
            int child = 0;
            for (int parent = 0; parent < 2; parent++) {
              int given = rng.nextDouble() < q ? 1 : 0;
              row[2 * place + parent] = given + (rng.nextDouble() < q ? 1 : 0);
              child += given;
            }
            row[2 * places + place] = child;
          }
        };
    double[] genes = {(1 - q) * (1 - q), 2 * q * (1 - q), q * q};
    var joint = new double[9][3];
    for (int mother = 0; mother < 3; mother++) {
      for (int father = 0; father < 3; father++) {
        double both = genes[mother] * genes[father];
        double[] row = joint[3 * mother + father];
        row[0] = both * (1 - mother / 2.0) * (1 - father / 2.0);
        row[2] = both * mother * father / 4;
        row[1] = both - row[0] - row[2];
      }
    }
    return Simulated.of(
        "genes of parents and of a child, sum of p log p",
        2 * places,
        places,
        rows,
        places * ContingencyTable.of(joint).mutualInformation());
  }
}
