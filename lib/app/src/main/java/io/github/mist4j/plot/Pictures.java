package io.github.mist4j.plot;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.suite.BenchmarkTable;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.Selection;
import io.github.mist4j.training.TrainingCurve;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Pictures of what can be looked at.
 *
 * <pre>{@code
 * Pictures.of(Mist.pairwise(homes)).save(Path.of("map.png"))
 * }</pre>
 */
public final class Pictures {
  private static final int ROWS = 1000;
  private static final int WIDTH = 640; // of estimates: that of a card
  private static final int SAMPLE_GAP = 16; // pixels, above the picture of a sample

  private Pictures() {}

  /**
   * An estimate on an axis: its value as a dot, its interval as a line with caps, and shaded where
   * estimates of shuffled rows fall, if there was a permutation test; below, of a method that fits
   * a network, what held-out rows showed as it learnt, beside what its own rows showed in grey.
   *
   * <p>Below that the sample, where the estimate holds it: rows as points, columns of Y against
   * columns of X; where a side is one column of names, the numbers of the other side by level, or
   * the table of the levels of both.
   *
   * <pre>{@code
   * Pictures.of(Mist.estimate(penguins, "species", "bill_length_mm")).save(Path.of("species.png"))
   * }</pre>
   */
  public static Picture of(Estimate estimate) {
    Sketch alone = EstimatePicture.of(estimate);
    return page(
        estimate,
        estimate
            .sample()
            .map(s -> alone.above(LevelPicture.of(s).orElseGet(() -> RowPoints.of(s)), SAMPLE_GAP))
            .orElse(alone));
  }

  private static Picture page(Estimate estimate, Sketch sketch) {
    String summary = estimate.summary();
    int value = summary.indexOf(", ");
    return Page.of(
        WIDTH,
        "Mutual information: %s %s"
            .formatted(Figures.amount(estimate.value()), estimate.unit().symbol()),
        summary.substring(value + 2),
        sketch);
  }

  /** What several estimators say of one sample, each with its interval, on one axis. */
  public static Picture of(Comparison comparison) {
    return page(ComparisonPicture.of(comparison), size(comparison.estimates().get(0)));
  }

  /** What has been answered until now, with empty rows for the methods that are still to answer. */
  public static Picture of(Comparison.SoFar soFar) {
    List<String> toCome = Stream.concat(Stream.of(soFar.asked()), soFar.left().stream()).toList();
    return page(
        ComparisonPicture.of(soFar.comparison(), toCome),
        soFar.comparison().estimates().stream().findFirst().map(Pictures::size).orElse("nats"));
  }

  private static String size(Estimate estimate) {
    return "nats; %s, %s of X, %s of Y"
        .formatted(
            Figures.count(estimate.n(), "row"),
            Figures.count(estimate.dx(), "column"),
            Figures.count(estimate.dy(), "column"));
  }

  /**
   * What each column says about the target, with its interval, from the most telling down, at most
   * {@value ScreeningPicture#MOST_ROWS} of them; what may be chance at a false discovery rate of 5%
   * is marked as such.
   */
  public static Picture of(Screening screening) {
    return page(ScreeningPicture.of(screening), ScreeningPicture.note(screening));
  }

  /**
   * What the selected columns say together about the target, from the first on, with intervals; to
   * the right how much each adds.
   */
  public static Picture of(Selection selection) {
    return page(SelectionPicture.of(selection), "nats; each row: with the columns above it");
  }

  private static Picture page(Sketch sketch, String note) {
    return Page.of(WIDTH, sketch.title(), note, sketch);
  }

  /**
   * {@value #ROWS} rows of a distribution, with its mutual information in the title: columns of X
   * against columns of Y, at most four of each, and the margins.
   *
   * @param seed draws the rows
   */
  public static Picture of(Distribution law, long seed) {
    double error = law.mutualInformationError();
    String title =
        "%s × %s columns, MI = %s nats%s"
            .formatted(
                law.dx(),
                law.dy(),
                Figures.fixed(law.mutualInformation(), 3),
                error > 0 ? String.format(Locale.ROOT, " ± %.1g", error) : "");
    return SamplePanels.of(law.sample(ROWS, new SplittableRandom(seed)), title);
  }

  /**
   * The rows of a sample: columns of X against columns of Y, at most four of each, and margins; of
   * one column of names and one other, level by level.
   */
  public static Picture of(Sample sample) {
    return LevelPicture.of(sample)
        .map(levels -> page(levels, "%s rows".formatted(sample.n())))
        .orElseGet(
            () ->
                SamplePanels.of(
                    sample,
                    "%s rows, %s × %s columns".formatted(sample.n(), sample.dx(), sample.dy())));
  }

  /**
   * The mutual information of some datasets of a distribution over datasets: a histogram for every
   * family, all with the same axis of nats.
   *
   * @param count the number of datasets
   * @param seed draws them
   */
  public static Picture of(MetaDistribution distribution, int count, long seed) {
    require(count > 0, "count must be positive, was %d", count);
    return FamilyPanels.of(
        LongStream.range(0, count).parallel().mapToObj(k -> distribution.draw(seed, k)).toList(),
        "%s: %s datasets by family and mutual information".formatted(distribution.name(), count));
  }

  /** The shares of truths below the quantiles of a method, by the level of the quantile. */
  public static Picture of(Calibration calibration) {
    return AccuracyPanels.of(calibration);
  }

  /** A training: its loss, and its error on held-out datasets beside the shipped model's. */
  public static Picture of(TrainingCurve curve) {
    return TrainingPanels.of(curve);
  }

  /**
   * The mutual information of all pairs of columns as a map, in which columns that share much stand
   * beside each other; a dot marks what is dependent at a false discovery rate of 5%.
   */
  public static Picture of(Pairwise pairwise) {
    return PairwiseMap.of(pairwise);
  }

  /**
   * How well methods did: predicted against true for each, on axes of log(1 + nats), and the shares
   * of truths below the predicted quantiles.
   *
   * @param calibrations of the methods that have intervals, may be empty
   */
  public static Picture of(Evaluation evaluation, List<Calibration> calibrations) {
    return AccuracyPanels.of(evaluation, calibrations);
  }

  /**
   * The tasks of a suite below each other: the truth of each, and the mean of every method's
   * estimates with their standard deviation.
   */
  public static Picture of(BenchmarkTable table) {
    return TaskLanes.of(table);
  }

  /**
   * Panels in rows under a title, with one legend for all: a figure of one's own.
   *
   * @param note a line under the title, may be empty
   * @param rows the panels of every row, from above
   */
  public static Picture of(String title, String note, List<List<Panel>> rows) {
    require(
        !rows.isEmpty() && rows.stream().noneMatch(List::isEmpty),
        "picture '%s' needs a panel in every row",
        title);
    return PanelPage.of(title, note, rows);
  }
}
