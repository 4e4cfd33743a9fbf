package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import java.util.Optional;

/**
 * What is fitted to a trained network on datasets of its training distribution that it has not
 * seen.
 *
 * <pre>{@code
 * double shift = Checkpoint.shipped().card().recalibration().medianShift();
 * }</pre>
 *
 * @param gate how far to trust the columns that show dependence by themselves; none: all columns
 *     alone are used
 * @param medianShift the quantile, as a normal quantile z, that becomes the median
 */
public record Recalibration(Optional<ScreeningGate> gate, double medianShift) {
  /** Checks the shift. */
  public Recalibration {
    require(gate != null, "gate must be given, was null");
    require(Double.isFinite(medianShift), "the median's shift must be finite, was %s", medianShift);
  }

  /** Of a network as its training left it. */
  public static Recalibration none() {
    return new Recalibration(Optional.empty(), 0);
  }
}
