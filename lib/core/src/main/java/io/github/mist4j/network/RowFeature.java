package io.github.mist4j.network;

import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/** The features of a row among the queries; the ordinal is the channel (docs/network.md). */
@SuppressWarnings("EnumOrdinal") // the order of the entries is that of the channels
enum RowFeature {
  LENGTH_X(ChannelSide.X, of -> q -> Math.log1p(of.lengthX()[q] / of.dx())),
  LENGTH_Y(ChannelSide.Y, of -> q -> Math.log1p(of.lengthY()[q] / of.dy())),
  LENGTH(ChannelSide.BOTH, of -> q -> Math.log1p((of.lengthX()[q] + of.lengthRest()[q]) / of.d())),
  NORM_X(ChannelSide.X, of -> q -> Math.log1p(of.normX()[q] / of.dx())),
  NORM_Y(ChannelSide.Y, of -> q -> Math.log1p(of.normY()[q] / of.dy())),
  NORM(ChannelSide.BOTH, of -> q -> Math.log1p((of.normX()[q] + of.normY()[q]) / of.d())),

  TERM_1(ChannelSide.BOTH, of -> of.neighbourTerm(1)),
  WITHIN_X_1(ChannelSide.X, of -> of.shareWithinX(1)),
  WITHIN_Y_1(ChannelSide.Y, of -> of.shareWithinY(1)),
  TERM_4(ChannelSide.BOTH, of -> of.neighbourTerm(4)),
  WITHIN_X_4(ChannelSide.X, of -> of.shareWithinX(4)),
  WITHIN_Y_4(ChannelSide.Y, of -> of.shareWithinY(4)),
  TERM_12(ChannelSide.BOTH, of -> of.neighbourTerm(12)),
  WITHIN_X_12(ChannelSide.X, of -> of.shareWithinX(12)),
  WITHIN_Y_12(ChannelSide.Y, of -> of.shareWithinY(12)),

  COUNT_TERM(ChannelSide.BOTH, RowStatistics::countTerm),
  COUNT_X(ChannelSide.X, of -> of.logCount(of.counts().x())),
  COUNT_Y(ChannelSide.Y, of -> of.logCount(of.counts().y())),
  COUNT(ChannelSide.BOTH, of -> of.logCount(of.counts().both()));

  private static final RowFeature[] ALL = values();

  /** The number of channels. */
  static final int CHANNELS = ALL.length;

  private final ChannelSide side;
  private final Function<RowStatistics, IntToDoubleFunction> value;

  RowFeature(ChannelSide side, Function<RowStatistics, IntToDoubleFunction> value) {
    this.side = side;
    this.value = value;
  }

  /** All features of the queries, (features, queries). */
  static float[][] of(RowStatistics statistics) {
    var features = new float[CHANNELS][statistics.queries().length];
    for (RowFeature feature : ALL) {
      IntToDoubleFunction value = feature.value.apply(statistics);
      float[] channel = features[feature.ordinal()];
      for (int q = 0; q < channel.length; q++) {
        channel[q] = (float) value.applyAsDouble(q);
      }
    }
    return features;
  }

  /** Where this one stands among all features. */
  int channel() {
    return ordinal();
  }

  /** The mean of this feature over the queries. */
  double mean(float[][] features) {
    double sum = 0;
    for (float value : features[ordinal()]) {
      sum += value;
    }
    return sum / features[ordinal()].length;
  }

  /** The channels of the features with X and Y exchanged. */
  static float[][] exchanged(float[][] features) {
    var exchanged = new float[features.length][];
    for (RowFeature feature : ALL) {
      exchanged[feature.ordinal()] = features[feature.side.exchanged(feature.ordinal())];
    }
    return exchanged;
  }
}
