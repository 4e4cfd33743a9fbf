package io.github.mist4j.network;

import static io.github.mist4j.network.PredictedQuantiles.MEDIAN;

import java.util.List;

/** One prediction from those of blocks of rows. */
final class BlockMean {
  private static final double WIDTH = 2 * 1.6449; // of the 90% interval, in standard deviations
  private static final double UNKNOWN = 0.1;
  private static final double PRIOR = 4; // blocks' worth of belief that half of σ² is scatter

  private BlockMean() {}

  /**
   * The prediction for all rows from those for independent blocks of them: the mean, and an
   * interval that narrows as far as the answers scatter. With σ² the variance that the quantiles of
   * a block say and s² the variance of the medians between the K blocks, the variance of the whole
   * is σ² − s² + s²/K, of which the first part, what the network does not know, is at least a share
   * {@value #UNKNOWN} of σ².
   */
  static PredictedQuantiles of(List<PredictedQuantiles> blocks) {
    PredictedQuantiles mean = PredictedQuantiles.mean(blocks);
    int count = blocks.size();
    double median = mean.quantiles()[MEDIAN];
    double sigma = mean.width();
    double square = sigma * sigma / (WIDTH * WIDTH);
    double scatter = PRIOR * 0.5 * square;
    for (PredictedQuantiles block : blocks) {
      double off = block.quantiles()[MEDIAN] - median;
      scatter += off * off;
    }
    double share = scatter / (PRIOR + count - 1) / square;
    double narrower = Math.sqrt(Math.max(UNKNOWN, 1 - share) + share / count);
    var quantiles = mean.quantiles().clone();
    for (int k = 0; k < quantiles.length; k++) {
      quantiles[k] = median + Math.min(1, narrower) * (mean.quantiles()[k] - median);
    }
    return new PredictedQuantiles(mean.value(), quantiles);
  }
}
