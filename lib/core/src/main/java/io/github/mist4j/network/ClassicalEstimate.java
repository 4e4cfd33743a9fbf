package io.github.mist4j.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Classical estimates on which the network's own may lean, in nats ({@link ValueHead}). */
@SuppressWarnings("EnumOrdinal") // the order of the entries is that of the gates
enum ClassicalEstimate {
  /** G, of the Gaussian copula. */
  GAUSSIAN("the Gaussian copula", of -> of.gaussian().information()),
  /** Of Kraskov et al. (2004), from the fourth neighbours of the queries. */
  NEIGHBOURS_4("the fourth nearest neighbours", of -> of.mean(RowFeature.TERM_4)),
  /** From their twelfth. */
  NEIGHBOURS_12("the twelfth nearest neighbours", of -> of.mean(RowFeature.TERM_12)),
  /** The sum of those of the strongest pairs, from fourth neighbours. */
  STRONGEST_4("the strongest pairs", of -> of.strongest().sum(0)),
  /** From counts of equal values where they say something, else {@link #NEIGHBOURS_4}. */
  COUNTED(
      "counts of equal values",
      of -> of.counts().repeated() ? of.counted() : of.mean(RowFeature.TERM_4)),
  /** Of mixtures, after Gao et al. (2017): counts at rows that stand again, else neighbours. */
  MIXED("counts and nearest neighbours (Gao et al., 2017)", SampleStatistics::mixed);

  private static final ClassicalEstimate[] ALL = values();

  /** How many there are. */
  static final int COUNT = ALL.length;

  /** The number of them that a network leans on which knows no directions. */
  static final int COUNT_WITHOUT_DIRECTIONS = MIXED.ordinal();

  /** Those of the directions on which a network leans that knows them. */
  private static final List<ClassicalEstimate> OF_DIRECTIONS =
      List.of(GAUSSIAN, NEIGHBOURS_12, STRONGEST_4);

  /** The number of estimates from columns and directions. */
  static final int COUNT_WITH_DIRECTIONS = COUNT + OF_DIRECTIONS.size();

  private final String words;
  private final ToDoubleFunction<SampleStatistics> value;

  ClassicalEstimate(String words, ToDoubleFunction<SampleStatistics> value) {
    this.words = words;
    this.value = value;
  }

  /** What it is of. */
  String words() {
    return words;
  }

  /** All estimates of a sample, (estimates). */
  static double[] of(SampleStatistics statistics) {
    var estimates = new double[COUNT];
    for (ClassicalEstimate estimate : ALL) {
      estimates[estimate.ordinal()] = estimate.value.applyAsDouble(statistics);
    }
    return estimates;
  }

  /**
   * All estimates from columns, then those from directions; of columns in their place where a side
   * has no other directions, (estimates).
   */
  static double[] withDirections(double[] ofColumns, double[] ofDirections) {
    double[] estimates = Arrays.copyOf(ofColumns, COUNT_WITH_DIRECTIONS);
    for (int k = COUNT; k < estimates.length; k++) {
      estimates[k] = OF_DIRECTIONS.get(k - COUNT).in(ofDirections);
    }
    return estimates;
  }

  /**
   * Adds slopes by {@linkplain #withDirections all estimates from columns and directions}, or by
   * the first of those from columns, to those by the estimates of each.
   *
   * @param ofDirections the array of the columns where a side has no other directions
   */
  static void addSlopes(double[] slopes, double[] ofColumns, double[] ofDirections) {
    for (int k = 0; k < slopes.length; k++) {
      if (k < COUNT) {
        ofColumns[k] += slopes[k];
      } else {
        ofDirections[OF_DIRECTIONS.get(k - COUNT).ordinal()] += slopes[k];
      }
    }
  }

  /** This one among all estimates, nats. */
  double in(double[] estimates) {
    return estimates[ordinal()];
  }
}
