package io.github.mist4j.estimator;

/**
 * The unit of an information: natural (base e) or binary logarithms.
 *
 * <pre>{@code
 * double bits = estimate.in(Unit.BITS).value();
 * }</pre>
 */
public enum Unit {
  /** Natural units; the unit of every computation of the library. */
  NATS("nats", 1),
  /** Binary units: one bit is log 2 nats. */
  BITS("bits", Math.log(2));

  private final String symbol;
  private final double nats;

  Unit(String symbol, double nats) {
    this.symbol = symbol;
    this.nats = nats;
  }

  /** The unit's name as printed, {@code "nats"} or {@code "bits"}. */
  public String symbol() {
    return symbol;
  }

  /** This many nats in the unit. */
  double fromNats(double value) {
    return value / nats;
  }

  /** This many of the unit in nats. */
  double toNats(double value) {
    return value * nats;
  }
}
