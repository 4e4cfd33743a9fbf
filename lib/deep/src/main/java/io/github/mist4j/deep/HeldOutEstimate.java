package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import java.util.Locale;
import io.github.mist4j.deep.Fitting.Fit;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.Unit;
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
    return new Estimate(
        value,
        interval,
        test,
        sample.n(),
        sample.dx(),
        sample.dy(),
        Unit.NATS,
        method,
        Optional.empty(),
        warnings);
  }

  private Optional<Interval> halves(
      Sample sample, double value, EstimateOptions options, List<Warning> warnings) {
    ProgressListener quiet = quiet(options);
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
    ProgressListener quiet = quiet(options);
    return IndependenceTest.ofRanks(
        sample,
        options,
        orders ->
            orders.stream()
                .mapToDouble(order -> fits(shuffled(sample, order), options, quiet).value())
                .toArray(),
        Math.min(options.permutations(), MOST_SHUFFLES));
  }

  /** Hears nothing, and stops as the asked one does. */
  private static ProgressListener quiet(EstimateOptions options) {
    return ProgressListener.NONE.stoppedBy(options.progress()::stopRequested);
  }

  private static Sample shuffled(Sample sample, int[] order) {
    return Sample.ofColumns(
        sample.xNames(),
        IntStream.range(0, sample.dx()).mapToObj(sample::x).toArray(double[][]::new),
        sample.yNames(),
        IntStream.range(0, sample.dy())
            .mapToObj(sample::y)
            .map(column -> IntStream.of(order).mapToDouble(r -> column[r]).toArray())
            .toArray(double[][]::new));
  }

  private Fits fits(Sample sample, EstimateOptions options, ProgressListener listener) {
    RowModel.Source source = preparation.of(sample, options.seed());
    int[] order = options.shuffle(sample.n(), RandomStreams.of(options.seed(), -11));
    int folds = fit.folds();
    Parts.of(order, 0, folds); // refuses too many of them before the work begins
    var latest = new double[] {Double.NaN, Double.NaN};
    ProgressListener told = listener.told(p -> new FitProgress(p.count(), latest[0], latest[1]));
    var work = Work.of("steps", (long) folds * fit.steps(), folds == 1 ? told : listener);
    Fitting.Watch watch =
        (training, heldOut) -> {
          latest[0] = training;
          latest[1] = heldOut;
        };
    ToOne one =
        fold ->
            Fitting.run(
                source,
                Parts.of(order, fold, folds),
                fit,
                RandomStreams.of(options.seed(), -12L - fold),
                work,
                folds == 1 ? watch : (training, heldOut) -> {});
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
<<<<<<< HEAD

  /** The fits of all folds, or of those that had ended. */
  private final class Fits {
    private final List<Fit> fits;
    private final boolean stopped;

    Fits(List<Fit> fits, boolean stopped) {
      this.fits = fits;
      this.stopped = stopped;
    }

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

    List<Warning> warnings(int n) {
      var warnings = new ArrayList<Warning>();
      int judging = n / (fit.folds() == 1 ? 5 : 1);
      if (stopped) {
        warnings.add(
            new Warning(
                Warning.Kind.FIT_STOPPED,
                fit.folds() == 1
                    ? String.format(
                        Locale.ROOT,
                        "stopped after %,d of %,d steps: the estimate is of the best until then",
                        fits.get(0).steps(),
                        fit.steps())
                    : "stopped after %s of %s folds: the estimate is of these"
                        .formatted(fits.size(), fit.folds())));
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
                    java.util.Locale.ROOT,
                    "the fit ran beyond %.1f nats, the most that its held-out rows can show, and"
                        + " was cut there",
                    most)));
      } else if (value > NEAR * most) {
        warnings.add(
            new Warning(
                Warning.Kind.NEAR_THE_MOST,
                String.format(
                    java.util.Locale.ROOT,
                    "the estimate is near %.1f nats, the most that its held-out rows can show; the"
                        + " truth may be larger",
                    most)));
      }
      return warnings;
    }
  }
=======
>>>>>>> hD
}
