package io.github.mist4j.estimator;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Levels of one side that follow from those of the other in every row, as a price does from an
 * article: their information is the entropy of what follows.
 *
 * <p>That no row breaks the rule is evidence from the rows that repeat a level alone. Of R of them
 * that agree at most log(1/α)/R of all others break it, at level 1 − α, and by Fano's inequality so
 * much of the entropy may be missing.
 *
 * @param value the entropy, after Miller and Madow, nats
 * @param interval by the scatter of the entropy, which bounds it above; below by what may break the
 *     rule as well
 */
record DeterminedLevels(double value, Interval interval) {
  private static final int FEWEST = 60; // rows that agree: one in twenty may then break the rule

  /** None where no side follows from the other, or few rows say so. */
  static Optional<DeterminedLevels> of(JointLevels x, JointLevels y, double level) {
    int n = x.n();
    int cells = new CellCounts(x, y).of(IntStream.range(0, n).toArray()).length;
    boolean fromX = cells == x.count();
    boolean follows = (fromX || cells == y.count()) && n - cells >= FEWEST;
    return follows ? Optional.of(of(fromX ? y : x, n - cells, level)) : Optional.empty();
  }

  private static DeterminedLevels of(JointLevels what, int agreeing, double level) {
    int[] counts = what.counts();
    double n = what.n();
    double entropy = CountEntropy.millerMadow(counts);
    double square = 0;
    for (int count : counts) {
      double log = Math.log(n / count);
      square += count / n * log * log;
    }
    double plain = CountEntropy.plain(counts);
    double error = Math.sqrt(Math.max(0, square - plain * plain) / n);
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
    double broken = Math.min(0.5, Math.log(2 / (1 - level)) / agreeing);
    double missing =
        -broken * Math.log(broken)
            - (1 - broken) * Math.log1p(-broken)
            + broken * Math.log(Math.max(1, counts.length - 1));
    return new DeterminedLevels(
        entropy,
        new Interval(Math.max(0, entropy - z * error - missing), entropy + z * error, level));
  }
}
