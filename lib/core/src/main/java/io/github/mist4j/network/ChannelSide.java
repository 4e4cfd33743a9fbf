package io.github.mist4j.network;

/** Which columns a channel is about. A channel of X has the same of Y right behind it. */
enum ChannelSide {
  X(1),
  Y(-1),
  BOTH(0);

  private final int toOther;

  ChannelSide(int toOther) {
    this.toOther = toOther;
  }

  /** The channel that takes the place of {@code channel} when X and Y are exchanged. */
  int exchanged(int channel) {
    return channel + toOther;
  }
}
