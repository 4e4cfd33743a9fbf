package io.github.mist4j.network;

/**
 * The features of a column beside the other columns of its side, in blocks of channels
 * (docs/network.md).
 */
@SuppressWarnings("EnumOrdinal") // the order of the entries is that of the channels
enum NodeFeature {
  /** The mean squares of each product of lifts. */
  MEAN_SQUARES(PairFeature.PRODUCTS),
  /** The largest squares of each product of lifts. */
  LARGEST_SQUARES(PairFeature.PRODUCTS),
  /** What the other side's neighbours explain of it. */
  EXPLAINED(Neighbours.EXPLAINED);

  /** The number of channels. */
  static final int CHANNELS = EXPLAINED.channel(EXPLAINED.channels);

  private final int channels;

  NodeFeature(int channels) {
    this.channels = channels;
  }

  /** Where number {@code k} of the block stands among all channels. */
  int channel(int k) {
    int before = 0;
    for (NodeFeature block : values()) {
      before += block.ordinal() < ordinal() ? block.channels : 0;
    }
    return before + k;
  }
}
