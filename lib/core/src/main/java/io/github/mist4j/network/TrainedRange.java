package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The samples a network has been trained on.
 *
 * <pre>{@code
 * TrainedRange range = Checkpoint.shipped().card().provenance().range();
 * boolean wide = sample.dx() > range.maxColumns();
 * }</pre>
 *
 * @param minRows the fewest rows
 * @param maxRows the most rows
 * @param maxColumns the most columns of a side
 * @param fewLevels whether columns with few levels were among them
 * @param novelty how unlike them a sample is
 */
public record TrainedRange(
    int minRows, int maxRows, int maxColumns, boolean fewLevels, Novelty novelty) {
  private static final double MANY_TIES = 0.5;
  private static final double FEW_LEVELS = 20;

  /** Checks the order of the rows. */
  public TrainedRange {
    require(
        minRows > 0 && maxRows >= minRows && maxColumns > 0,
        "a trained range must be positive and in order, was %s to %s rows, %s columns",
        minRows,
        maxRows,
        maxColumns);
  }

  /**
   * A warning for each way in which the sample lies outside, its novelty among them, which is that
   * of its first block where it has more rows than the longest in training.
   *
   * @param seed puts equal values of a column in an order
   */
  public List<Warning> warnings(Sample sample, long seed) {
    RankedSample ranked = RankedSample.of(sample, seed);
    int blocks = (sample.n() - 1) / maxRows + 1;
    RankedSample first = blocks == 1 ? ranked : ranked.blocks(blocks).get(0);
    List<Warning> warnings = warnings(sample);
    novelty.warning(MistEstimator.input(first, seed)).ifPresent(warnings::add);
    return warnings;
  }

  /** A warning for each way in which the sample lies outside, but for its novelty. */
  List<Warning> warnings(Sample sample) {
    var warnings = new ArrayList<Warning>();
    int n = sample.n();
    if (n < minRows) {
      warnings.add(
          new Warning(
              Warning.Kind.FEWER_ROWS_THAN_TRAINED,
              "n = %s lies below the %s to %s rows this model was trained on"
                  .formatted(n, minRows, maxRows)));
    }
    int most = Math.max(sample.dx(), sample.dy());
    if (most > maxColumns) {
      warnings.add(
          new Warning(
              Warning.Kind.MORE_COLUMNS_THAN_TRAINED,
              "%s columns on a side lie outside the 1 to %s this model was trained on"
                  .formatted(most, maxColumns)));
    }
    if (n <= sample.dx() + sample.dy()) {
      warnings.add(
          new Warning(
              Warning.Kind.FEW_ROWS_FOR_COLUMNS,
              "only %s rows for %s columns: the sample says little, the estimate leans on what is usual"
                  .formatted(n, sample.dx() + sample.dy())));
    }
    if (!fewLevels) {
      warnings.addAll(columnsOfFewLevels(sample));
    }
    return warnings;
  }

  /** Whether most values of a column stand more than once, on few levels. */
  public static boolean hasFewLevels(Sample sample) {
    return !columnsOfFewLevels(sample).isEmpty();
  }

  /** A warning for each column of which most values stand more than once, on few levels. */
  private static List<Warning> columnsOfFewLevels(Sample sample) {
    var warnings = new ArrayList<Warning>();
    for (int c = 0; c < sample.dx(); c++) {
      addFewLevels(sample.x(c), sample.xNames().get(c), warnings);
    }
    for (int c = 0; c < sample.dy(); c++) {
      addFewLevels(sample.y(c), sample.yNames().get(c), warnings);
    }
    return warnings;
  }

  private static void addFewLevels(double[] column, String name, List<Warning> warnings) {
    double levels = Ranks.effectiveLevels(column);
    if (Ranks.tiedShare(column) > MANY_TIES && levels < FEW_LEVELS) {
      warnings.add(
          new Warning(
              Warning.Kind.MANY_TIES,
              String.format(
                  Locale.ROOT,
                  "column '%s' has many ties, about %.0f levels; "
                      + "this model was not trained on columns with few levels",
                  name,
                  levels)));
    }
  }
}
