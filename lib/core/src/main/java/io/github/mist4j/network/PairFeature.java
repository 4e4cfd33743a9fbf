package io.github.mist4j.network;

/**
 * The features of a pair of columns behind the products of their lifts, whose channel is a·{@value
 * ScoreTable#LIFTS} + b (docs/network.md).
 */
@SuppressWarnings("EnumOrdinal") // the order of the entries is that of the channels
enum PairFeature {
  PARTIAL_CORRELATION,
  /** Whether the pair is among the strongest; if not, its terms are 0. */
  STRONGEST,
  STRONGEST_TERM_4,
  STRONGEST_TERM_12;

  /** The channels of the products. */
  static final int PRODUCTS = ScoreTable.LIFTS * ScoreTable.LIFTS;

  /** The number of channels. */
  static final int CHANNELS = PRODUCTS + values().length;

  /** Where the feature stands among all channels. */
  int channel() {
    return PRODUCTS + ordinal();
  }
}
