package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a method's quantiles hold what they say.
 *
 * <pre>{@code
 * Calibration held = Calibration.of(
 *     EvaluationData.of(mine, 400, 2),
 *     estimator,
 *     EvaluationOptions.withDefaults(),
 *     ProgressListener.NONE);
 * double off = held.worst(); // 0.05: a quantile that should hold 90% of the truths holds 85%
 * }</pre>
 *
 * @param method the method's name
 * @param levels rising levels of quantiles, without the median
 * @param shares the share of truths at or below the quantile predicted at each
 * @param crossed the share of neighbouring levels whose quantiles stand in the wrong order
 */
public record Calibration(String method, List<Double> levels, List<Double> shares, double crossed) {
  private static final double[] INTERVALS = {0.8, 0.6, 0.4, 0.2};

  /** Copies the lists. */
  public Calibration {
    levels = List.copyOf(levels);
    shares = List.copyOf(shares);
  }

  /**
   * From the ends of the 20%, 40%, 60% and 80% intervals on all datasets: one estimate each. A
   * truth of 0 whose quantile is 0 at some levels counts in proportion to the level, as no quantile
   * can be lower.
   *
   * @param listener hears of the estimates
   * @throws CancellationException if the listener or an interrupt stops it
   * @throws IllegalArgumentException if the method has no intervals
   */
  public static Calibration of(
      EvaluationData data,
      MutualInformationEstimator estimator,
      EvaluationOptions options,
      ProgressListener listener) {
    int count = data.rows().size();
    var work =
        Work.of(
            "estimates for the calibration of " + estimator.method(),
            (long) INTERVALS.length * count,
            listener);
    var quantiles = new double[2 * INTERVALS.length][count]; // by level, rising
    for (int k = 0; k < INTERVALS.length; k++) {
      var estimates = options.estimates().withLevel(INTERVALS[k]);
      long done = (long) k * count;
      ProgressListener each =
          progress -> work.advance(done + progress.count().done() - work.count().done());
      Evaluation evaluation =
          Evaluation.of(
              data,
              List.of(estimator),
              options.withEstimates(estimates),
              each.stoppedBy(listener::stopRequested));
      for (int i = 0; i < count; i++) {
        Prediction prediction = evaluation.predictions().get(i);
        require(
            prediction.value().isEmpty() || prediction.interval().isPresent(),
            "method %s has no intervals, whose calibration could be looked at",
            estimator.method());
        quantiles[k][i] = prediction.interval().map(Interval::lower).orElse(Double.NaN);
        quantiles[quantiles.length - 1 - k][i] =
            prediction.interval().map(Interval::upper).orElse(Double.NaN);
      }
    }
    double[] levels =
        IntStream.range(0, quantiles.length)
            .mapToDouble(
                k ->
                    k < INTERVALS.length
                        ? (1 - INTERVALS[k]) / 2
                        : (1 + INTERVALS[quantiles.length - 1 - k]) / 2)
            .toArray();
    return new Calibration(
        estimator.method(),
        Arrays.stream(levels).boxed().toList(),
        shares(data.rows(), levels, quantiles),
        crossed(quantiles));
  }

  private static List<Double> shares(
      List<MetaDatasetRow> rows, double[] levels, double[][] quantiles) {
    var shares = new double[levels.length];
    int answered = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (Double.isNaN(quantiles[0][i])) {
        continue;
      }
      answered++;
      double truth = rows.get(i).mutualInformation();
      double atZero = 0; // the highest level whose quantile is 0
      for (int k = 0; k < levels.length; k++) {
        atZero = quantiles[k][i] == 0 ? levels[k] : atZero;
      }
      for (int k = 0; k < levels.length; k++) {
        boolean bothZero = truth == 0 && quantiles[k][i] == 0;
        shares[k] += bothZero ? levels[k] / atZero : truth <= quantiles[k][i] ? 1 : 0;
      }
    }
    int count = answered;
    return Arrays.stream(shares).mapToObj(share -> share / count).toList();
  }

  /** The share of neighbours, over the datasets answered, of which the first is the greater. */
  private static double crossed(double[][] quantiles) {
    int answered = 0;
    int crossed = 0;
    for (int i = 0; i < quantiles[0].length; i++) {
      answered += Double.isNaN(quantiles[0][i]) ? 0 : 1;
      for (int k = 0; k + 1 < quantiles.length; k++) {
        crossed += quantiles[k][i] > quantiles[k + 1][i] ? 1 : 0;
      }
    }
    return (double) crossed / answered / (quantiles.length - 1);
  }

  /** How far the shares are from their levels at most. */
  public double worst() {
    return IntStream.range(0, levels.size())
        .mapToDouble(k -> Math.abs(shares.get(k) - levels.get(k)))
        .max()
        .orElseThrow();
  }

  /** The levels and the shares, and how many quantiles cross, in percent. */
  @Override
  public String toString() {
    String below =
        IntStream.range(0, levels.size())
            .mapToObj(
                k ->
                    String.format(
                        Locale.ROOT,
                        "%.0f%% below the quantile at %.0f%%",
                        100 * shares.get(k),
                        100 * levels.get(k)))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s: %s; %.2f%% of neighbouring quantiles cross",
        method,
        below,
        100 * crossed);
  }
}
