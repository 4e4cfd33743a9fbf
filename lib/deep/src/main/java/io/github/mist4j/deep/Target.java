package io.github.mist4j.deep;

import java.util.Locale;

/**
 * What a network is to predict: a rising function of the mutual information I in nats.
 *
 * <pre>{@code
 * SetTransformerArchitecture.small().withTarget(Target.LOG)
 * }</pre>
 */
public enum Target {
  /** I itself. */
  NONE,
  /** log(1 + I). */
  LOG,
  /** −1/(1 + I). */
  INVERSE;

  private static final double FARTHEST = -0.02; // 49 nats

  /** The name in lower case, as the names of presets end. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(double information) {
    return switch (this) {
      case NONE -> information;
      case LOG -> Math.log1p(information);
      case INVERSE -> -1 / (1 + information);
    };
  }

  /** The information of which a prediction is the target. */
  double information(double prediction) {
    return switch (this) {
      case NONE -> prediction;
      case LOG -> Math.expm1(Math.min(prediction, 7));
      case INVERSE -> -1 / Math.min(prediction, FARTHEST) - 1;
    };
  }
}
