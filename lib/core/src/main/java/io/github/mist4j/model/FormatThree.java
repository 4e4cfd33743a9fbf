package io.github.mist4j.model;

import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.ScreeningGate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Model files of format 3, in which the weights of a copula network end with its recalibration: six
 * coefficients and the constant of the screening gate, the logarithm of its spread, the shift of
 * the median.
 */
final class FormatThree {
  static final int FORMAT = 3;

  private static final int COEFFICIENTS = 6;
  private static final int MORE = COEFFICIENTS + 3;

  private FormatThree() {}

  /** How many numbers stand behind the weights of the network. */
  static int more(ModelCard card) {
    return card.architecture() instanceof CopulaArchitecture ? MORE : 0;
  }

  /** The model in today's format. */
  static Checkpoint upgraded(ModelCard card, float[] numbers) {
    int weights = card.architecture().weights();
    double[] behind =
        IntStream.range(weights, numbers.length).mapToDouble(k -> numbers[k]).toArray();
    Recalibration fitted = behind.length == 0 ? Recalibration.none() : recalibration(behind);
    return new Checkpoint(
        card.recalibrated(card.name(), fitted, card.heldOut()), Arrays.copyOf(numbers, weights));
  }

  private static Recalibration recalibration(double[] numbers) {
    List<Double> coefficients = Arrays.stream(numbers, 0, COEFFICIENTS).boxed().toList();
    boolean fitted = coefficients.stream().anyMatch(k -> k != 0);
    Optional<ScreeningGate> gate =
        fitted
            ? Optional.of(
                new ScreeningGate(
                    coefficients, numbers[COEFFICIENTS], Math.exp(numbers[COEFFICIENTS + 1])))
            : Optional.empty();
    return new Recalibration(gate, numbers[COEFFICIENTS + 2]);
  }
}
