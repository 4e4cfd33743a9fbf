package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.deep.Fitting.Fit;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Estimate.Look;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The estimate of a model that is fitted to some rows of the sample and judged by others. */
final class HeldOutEstimate {
  /** Each shuffle takes a fit: the test is one of ranks, and the band is a hint. */
  private static final int MOST_SHUFFLES = 5;

  private final String method;
  private final FitOptions fit;
  private final Preparation preparation;

  /** Prepares a sample; the seed is the source of the order of ties. */
  @FunctionalInterface
  interface Preparation {
    RowModel.Source of(Sample sample, long seed);
  }

  HeldOutEstimate(String method, FitOptions fit, Preparation preparation) {
    this.method = method;
    this.fit = fit;
    this.preparation = preparation;
  }

  /** The estimate, with the evidence that the options ask for unless the fit was stopped. */
  Estimate of(Sample sample, EstimateOptions options) {
    require(options != null, "options must be given, was null");
    options.checkRows(sample.n());
    var warnings = new ArrayList<>(sample.warnings());
    Fits fits = fits(sample, options, options.progress());
    double value = fits.value();
    fits.warnings(sample.n()).forEach(warnings::add);
    Optional<Interval> interval = fits.interval(options.level());
    Optional<IndependenceTest> test = Optional.empty();
    if (!fits.stopped()) {
      if (options.halves() > 0) {
        interval = halves(sample, value, options, warnings);
      }
      if (options.permutations() > 0) {
        test = Optional.of(test(sample, options));
      }
    }
    return Estimate.of(sample, method, value)
        .withEvidence(interval, test)
        .withWarnings(warnings)
        .withFits(fits.curves());
  }

  private Optional<Interval> halves(
      Sample sample, double value, EstimateOptions options, List<Warning> warnings) {
    ProgressListener quiet = options.progress().silent();
    try {
      return Optional.of(
          Interval.ofHalves(
              sample, value, options, (half, rng) -> fits(half, options, quiet).value()));
    } catch (IllegalArgumentException e) {
      Throwable fault = e;
      while (fault.getCause() != null) { // one that comes from another thread is wrapped
        fault = fault.getCause();
      }
      warnings.add(
          new Warning(
              Warning.Kind.NO_INTERVAL,
              "no interval, as half of the rows do not suffice: " + fault.getMessage()));
      return Optional.empty();
    }
  }

  private IndependenceTest test(Sample sample, EstimateOptions options) {
    ProgressListener quiet = options.progress().silent();
    return IndependenceTest.ofRanks(
        sample,
        options,
        orders ->
            orders.stream()
                .mapToDouble(order -> fits(sample.withYInOrder(order), options, quiet).value())
                .toArray(),
        Math.min(options.permutations(), MOST_SHUFFLES));
  }

  private Fits fits(Sample sample, EstimateOptions options, ProgressListener listener) {
    RowModel.Source source = preparation.of(sample, options.seed());
    int[] order = options.shuffle(sample.n(), RandomStreams.of(options.seed(), -11));
    int folds = fit.folds();
    Parts.of(order, 0, folds); // refuses too many of them before the work begins
    var latest = new Look[] {new Look(0, Double.NaN, Double.NaN)};
    ProgressListener told =
        listener.told(p -> new FitProgress(p.count(), latest[0].training(), latest[0].heldOut()));
    var work = Work.of("steps", (long) folds * fit.steps(), folds == 1 ? told : listener);
    ToOne one =
        fold ->
            Fitting.run(
                source,
                Parts.of(order, fold, folds),
                fit,
                RandomStreams.of(options.seed(), -12L - fold),
                work,
                folds == 1 ? look -> latest[0] = look : look -> {});
    if (folds == 1) {
      return new Fits(List.of(one.of(0)), fit, work.stopped());
    }
    var done = new AtomicReferenceArray<Fit>(folds);
    try {
      work.values(
          folds,
          fold -> {
            done.set(fold, one.of(fold));
            return 0;
          });
    } catch (CancellationException e) {
      List<Fit> some = ended(done);
      if (some.isEmpty()) {
        throw e;
      }
      return new Fits(some, fit, true);
    }
    return new Fits(ended(done), fit, false);
  }

  private static List<Fit> ended(AtomicReferenceArray<Fit> fits) {
    return IntStream.range(0, fits.length()).mapToObj(fits::get).filter(f -> f != null).toList();
  }

  @FunctionalInterface
  private interface ToOne {
    Fit of(int fold);
  }
}
