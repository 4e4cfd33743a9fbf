package io.github.mist4j.network;

import java.util.function.ToDoubleFunction;

/** Classical estimates on which the network's own may lean, in nats ({@link ValueHead}). */
@SuppressWarnings("EnumOrdinal") // the order of the entries is that of the the gates
enum ClassicalEstimate {
  /** G, of the Gaussian copula. */
  GAUSSIAN(of -> of.gaussian().information()),
  /** Of Kraskov et al. (2004), from the fourth neighbours of the queries. */
  NEIGHBOURS_4(of -> of.mean(RowFeature.TERM_4)),
  /** From their twelfth. */
  NEIGHBOURS_12(of -> of.mean(RowFeature.TERM_12)),
  /** The sum of those of the strongest pairs, from fourth neighbours. */
  STRONGEST_4(of -> of.strongest().sum(0)),
  /** From counts of equal values where they say something, else {@link #NEIGHBOURS_4}. */
  COUNTED(of -> of.counts().repeated() ? of.counted() : of.mean(RowFeature.TERM_4));

  private static final ClassicalEstimate[] ALL = values();

  /** How many there are. */
  static final int COUNT = ALL.length;

  private final ToDoubleFunction<SampleStatistics> value;

  ClassicalEstimate(ToDoubleFunction<SampleStatistics> value) {
    this.value = value;
  }

  /** All estimates of a sample, (estimates). */
  static double[] of(SampleStatistics statistics) {
    var estimates = new double[COUNT];
    for (ClassicalEstimate estimate : ALL) {
      estimates[estimate.ordinal()] = estimate.value.applyAsDouble(statistics);
    }
    return estimates;
  }

  /** This one among all estimates, nats. */
  double in(double[] estimates) {
    return estimates[ordinal()];
  }
}
