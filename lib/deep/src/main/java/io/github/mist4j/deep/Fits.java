package io.github.mist4j.deep;

import io.github.mist4j.deep.Fitting.Fit;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The fits of all folds, or of those that had ended.
 *
 * @param fits at least one
 * @param options how they were made
 * @param stopped whether somebody asked to stop before all were done
 */
record Fits(List<Fit> fits, FitOptions options, boolean stopped) {
  private static final int FEW_JUDGING = 20;
  private static final double NEAR = 0.7; // of the most that rows can show, as for neighbours

  /** A value that no constant critic would fall below, nor any number of rows bear out. */
  private static double kept(Fit fit) {
    double value = fit.reading().information();
    return value > 0 ? Math.min(value, fit.reading().most()) : 0; // 0 where it is no number
  }

  private double mean(ToDoubleFunction<Fit> of) {
    return fits.stream().mapToDouble(of).average().orElseThrow();
  }

  double value() {
    return mean(Fits::kept);
  }

  Optional<Interval> interval(double level) {
    int k = fits.size();
    if (k == 1) {
      return Optional.empty();
    }
    double mean = value();
    double variance = mean(f -> Math.pow(kept(f) - mean, 2)) * k / (k - 1);
    double t = TDistribution.of(k - 1).inverseCumulativeProbability(0.5 + level / 2);
    double reach = t * Math.sqrt(variance / k);
    return Optional.of(new Interval(Math.max(0, mean - reach), mean + reach, level));
  }

  /** How the networks learnt. */
  List<Estimate.Fit> curves() {
    return fits.stream().map(Fit::curve).toList();
  }

  List<Warning> warnings(int n) {
    var warnings = new ArrayList<Warning>();
    int judging = n / (options.folds() == 1 ? 5 : 1);
    if (stopped) {
      warnings.add(
          new Warning(
              Warning.Kind.FIT_STOPPED,
              options.folds() == 1
                  ? String.format(
                      Locale.ROOT,
                      "stopped after %,d of %,d steps: the estimate is of the best until then",
                      fits.get(0).steps(),
                      options.steps())
                  : "stopped after %s of %s folds: the estimate is of these"
                      .formatted(fits.size(), options.folds())));
    }
    if (judging < FEW_JUDGING) {
      warnings.add(
          new Warning(
              Warning.Kind.FEW_ROWS_HELD_OUT,
              "only %s of %s rows were held out to estimate from, the network is fitted to the others"
                  .formatted(judging, n)));
    }
    double value = value();
    double most = mean(f -> f.reading().most());
    if (value == 0) {
      warnings.add(
          new Warning(
              Warning.Kind.NOTHING_FOUND,
              "the network found nothing that holds on rows it had not seen: 0 is answered"));
    } else if (fits.stream().anyMatch(f -> f.reading().information() > f.reading().most())) {
      warnings.add(
          new Warning(
              Warning.Kind.NEAR_THE_MOST,
              String.format(
                  Locale.ROOT,
                  "the fit ran beyond %.1f nats, the most that its held-out rows can show, and"
                      + " was cut there",
                  most)));
    } else if (value > NEAR * most) {
      warnings.add(
          new Warning(
              Warning.Kind.NEAR_THE_MOST,
              String.format(
                  Locale.ROOT,
                  "the estimate is near %.1f nats, the most that its held-out rows can show; the"
                      + " truth may be larger",
                  most)));
    }
    return warnings;
  }
}
