package io.github.mist4j.network;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The features of a sample as a whole; the ordinal is the channel (docs/network.md). Informations
 * stand twice: {@code _LOG} by their signed logarithm, {@code _SCALED} by √(dx·dy).
 */
@SuppressWarnings("EnumOrdinal") // the order of the entries is that of the channels
enum GlobalFeature {
  SHRUNK_02_LOG(of -> log(of.gaussian().shrunk()[0])),
  SHRUNK_02_SCALED(of -> of.scaled(of.gaussian().shrunk()[0])),
  SHRUNK_05_LOG(of -> log(of.gaussian().shrunk()[1])),
  SHRUNK_05_SCALED(of -> of.scaled(of.gaussian().shrunk()[1])),
  SHRUNK_20_LOG(of -> log(of.gaussian().shrunk()[2])),
  SHRUNK_20_SCALED(of -> of.scaled(of.gaussian().shrunk()[2])),
  SHRUNK_50_LOG(of -> log(of.gaussian().shrunk()[3])),
  SHRUNK_50_SCALED(of -> of.scaled(of.gaussian().shrunk()[3])),
  GAUSSIAN_LOG(of -> log(of.gaussian().information())),
  GAUSSIAN_SCALED(of -> of.scaled(of.gaussian().information())),
  NEIGHBOURS_1_LOG(of -> log(of.mean(RowFeature.TERM_1))),
  NEIGHBOURS_1_SCALED(of -> of.scaled(of.mean(RowFeature.TERM_1))),
  NEIGHBOURS_4_LOG(of -> log(of.mean(RowFeature.TERM_4))),
  NEIGHBOURS_4_SCALED(of -> of.scaled(of.mean(RowFeature.TERM_4))),
  NEIGHBOURS_12_LOG(of -> log(of.mean(RowFeature.TERM_12))),
  NEIGHBOURS_12_SCALED(of -> of.scaled(of.mean(RowFeature.TERM_12))),
  UNBIASED(of -> of.gaussian().unbiased() ? 1 : 0), // which follows from the shape
  LARGEST_CORRELATION(of -> of.gaussian().canonical()[1][0]),

  ROWS_LOG(of -> Math.log(of.n()) - 5),
  ROWS_ROOT(of -> 1 / Math.sqrt(of.n())),
  COLUMNS_X_LOG(ChannelSide.X, of -> Math.log(of.dx())),
  COLUMNS_Y_LOG(ChannelSide.Y, of -> Math.log(of.dy())),
  COLUMNS_SHARE(of -> (of.dx() + of.dy()) / (double) (of.n() + of.dx() + of.dy())),

  STRONGEST_4_LOG(of -> log(of.strongest().sum(0))),
  STRONGEST_4_SCALED(of -> of.scaled(of.strongest().sum(0))),
  STRONGEST_12_LOG(of -> log(of.strongest().sum(1))),
  STRONGEST_12_SCALED(of -> of.scaled(of.strongest().sum(1))),

  COUNTED_LOG(of -> log(of.counted())),
  COUNTED_SCALED(of -> of.scaled(of.counted())),
  PLUG_IN_LOG(of -> log(of.plugIn())),
  PLUG_IN_SCALED(of -> of.scaled(of.plugIn())),
  REPEATED(of -> of.counts().repeated() ? 1 : 0),
  REPEATED_SHARE(of -> ValueCounts.repeatedShare(of.counts().both())),
  REPEATED_SHARE_X(ChannelSide.X, of -> ValueCounts.repeatedShare(of.counts().x())),
  REPEATED_SHARE_Y(ChannelSide.Y, of -> ValueCounts.repeatedShare(of.counts().y())),
  COUNT_X(ChannelSide.X, of -> ValueCounts.meanLog(of.counts().x())),
  COUNT_Y(ChannelSide.Y, of -> ValueCounts.meanLog(of.counts().y())),

  MIXED_LOG(of -> log(of.mixed())),
  MIXED_SCALED(of -> of.scaled(of.mixed())),
  PLAIN_SHARE(of -> ValueCounts.repeatedShare(of.counts().plain()[2])),
  PLAIN_SHARE_X(ChannelSide.X, of -> ValueCounts.repeatedShare(of.counts().plain()[0])),
  PLAIN_SHARE_Y(ChannelSide.Y, of -> ValueCounts.repeatedShare(of.counts().plain()[1])),
  PLAIN_COUNT(of -> ValueCounts.meanLog(of.counts().plain()[2])),
  PLAIN_COUNT_X(ChannelSide.X, of -> ValueCounts.meanLog(of.counts().plain()[0])),
  PLAIN_COUNT_Y(ChannelSide.Y, of -> ValueCounts.meanLog(of.counts().plain()[1])),
  IN_DIRECTIONS(of -> of.view().inDirections() ? 1 : 0),
  VIEWED_X_LOG(ChannelSide.X, of -> Math.log(of.view().dx())),
  VIEWED_Y_LOG(ChannelSide.Y, of -> Math.log(of.view().dy()));

  /** Estimates of the information, and the largest canonical correlation. */
  static final Set<GlobalFeature> INFORMATIONS = informations();

  private static final GlobalFeature[] ALL = values();

  /** The number of channels. */
  static final int CHANNELS = ALL.length;

  /** The number of them that a network sees which knows no directions. */
  static final int CHANNELS_WITHOUT_DIRECTIONS = MIXED_LOG.channel();

  private final ChannelSide side;
  private final ToDoubleFunction<SampleStatistics> value;

  GlobalFeature(ToDoubleFunction<SampleStatistics> value) {
    this(ChannelSide.BOTH, value);
  }

  GlobalFeature(ChannelSide side, ToDoubleFunction<SampleStatistics> value) {
    this.side = side;
    this.value = value;
  }

  /** All features of a sample, (features). */
  static float[] of(SampleStatistics statistics) {
    var features = new float[CHANNELS];
    for (GlobalFeature feature : ALL) {
      features[feature.ordinal()] = (float) feature.value.applyAsDouble(statistics);
    }
    return features;
  }

  /** Where this one stands among all features. */
  int channel() {
    return ordinal();
  }

  /** The features with X and Y exchanged. */
  static float[] exchanged(float[] features) {
    var exchanged = new float[CHANNELS];
    for (GlobalFeature feature : ALL) {
      exchanged[feature.ordinal()] = features[feature.side.exchanged(feature.ordinal())];
    }
    return exchanged;
  }

  private static Set<GlobalFeature> informations() {
    Set<GlobalFeature> some = EnumSet.range(SHRUNK_02_LOG, LARGEST_CORRELATION);
    some.remove(UNBIASED);
    return some;
  }

  private static double log(double value) {
    return Math.signum(value) * Math.log1p(Math.abs(value));
  }
}
