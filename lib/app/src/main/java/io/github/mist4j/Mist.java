package io.github.mist4j;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.bound.LowerBound;
import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.progress.ProgressDisplay;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.table.MissingCells;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.ReadOptions;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.Selection;
import io.github.mist4j.table.TableFile;
import io.github.mist4j.table.TableSample;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.Training;
import io.github.mist4j.training.TrainingCurve;
import io.github.mist4j.training.TrainingOptions;
import io.github.mist4j.training.TrainingProgress;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * Mutual information in one line: how much do some columns of a table say about others?
 *
 * <pre>{@code
 * Table homes = Mist.read("homes.csv");
 * Mist.estimate(homes, List.of("rooms", "age"), List.of("price"))
 * }</pre>
 *
 * <p>The answer is in nats, {@code inBits()} gives bits. It comes with an interval and warnings,
 * and where no options are given with a permutation test of independence. The model is the one that
 * comes with the library; it is opened at the first call.
 */
public final class Mist {
  private static final int AGAIN_ROWS = 10_000; // an estimate of so many takes less than a second

  private Mist() {}

  /**
   * The table in a file, read as the command line reads it: text whose cells are separated by
   * commas, semicolons, tabs or bars, packed with gzip or not, or the first sheet of an Excel
   * workbook. Separator, decimal sign, encoding, dates and words for missing values are found; the
   * table's text says which. A column is of numbers, of dates or of true and false if every cell
   * is; anything else holds names.
   *
   * @param file the name of a file with a header
   * @throws IllegalArgumentException as {@link TableFile#read(Path, ReadOptions)}
   */
  public static Table read(String file) {
    return read(file, ReadOptions.withDefaults());
  }

  /** The same where something found is not what was meant. */
  public static Table read(String file, ReadOptions options) {
    require(file != null, "file must be given, was null");
    return read(Path.of(file), options);
  }

  /** The same. */
  public static Table read(Path file) {
    return read(file, ReadOptions.withDefaults());
  }

  /** The same where something found is not what was meant. */
  public static Table read(Path file, ReadOptions options) {
    return TableFile.read(file, options).toTable();
  }

  /**
   * The same table in which some columns hold names: whole numbers that are codes, for instance.
   *
   * <pre>{@code
   * Mist.screen(Mist.withNames(homes, "zip"), "price")
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public static Table withNames(Table table, String... columns) {
    return TableSample.withNames(table, columns);
  }

  /**
   * The mutual information of columns by their names, the last of which is Y, with a test of 199
   * permutations.
   *
   * <pre>{@code
   * Mist.estimate(homes, "rooms", "price")           // what rooms tell about the price
   * Mist.estimate(homes, "rooms", "age", "price")    // what rooms and age tell together
   * Mist.estimate(homes, "rooms..age", "price")      // all columns from rooms to age
   * Mist.estimate(homes, "*", "price")               // all others
   * }</pre>
   *
   * @param columns at least two, named as {@link TableSample} says
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Estimate estimate(Table table, String... columns) {
    return estimate(sample(table, MissingCells.REFUSE, columns));
  }

  /**
   * The same where cells are missing: {@link MissingCells#DROP_ROWS} leaves out rows in which one
   * of these columns misses a value.
   *
   * <pre>{@code
   * Mist.estimate(homes, MissingCells.DROP_ROWS, "rooms", "price")
   * }</pre>
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Estimate estimate(Table table, MissingCells missing, String... columns) {
    return estimate(sample(table, missing, columns));
  }

  private static Sample sample(Table table, MissingCells missing, String... columns) {
    require(columns != null, "columns must be given, was null");
    require(
        columns.length >= 2,
        "at least two columns must be named, the last of them Y; were %s",
        Arrays.toString(columns));
    List<String> names = Arrays.asList(columns);
    int last = names.size() - 1;
    return TableSample.of(table, names.subList(0, last), names.subList(last, last + 1), missing);
  }

  /**
   * The mutual information of two lists of columns, with a test of 199 permutations.
   *
   * @param table the table; its chosen columns must hold a value in every cell
   * @param x the names of X's columns
   * @param y the names of Y's columns
   * @throws IllegalArgumentException with one sentence if the columns make no sample, see {@link
   *     TableSample#of}
   */
  public static Estimate estimate(Table table, List<String> x, List<String> y) {
    return estimate(TableSample.of(table, x, y));
  }

  /**
   * The same where cells are missing, for instance with {@link MissingCells#DROP_ROWS}.
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Estimate estimate(
      Table table, List<String> x, List<String> y, MissingCells missing) {
    return estimate(TableSample.of(table, x, y, missing));
  }

  /**
   * The mutual information of two lists of columns.
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Estimate estimate(
      Table table, List<String> x, List<String> y, EstimateOptions options) {
    return estimate(TableSample.of(table, x, y), options);
  }

  /**
   * The mutual information of paired rows, with a test of 199 permutations.
   *
   * @param x the rows of X, (n, dx)
   * @param y the rows of Y, (n, dy)
   * @throws IllegalArgumentException with one sentence if they make no sample, see {@link
   *     Sample#ofRows}
   */
  public static Estimate estimate(double[][] x, double[][] y) {
    return estimate(Sample.ofRows(x, y));
  }

  /**
   * The mutual information of a sample, with a test of 199 permutations and, from {@value
   * EvidenceDefaults#AT_LEAST_ROWS} rows on, what it is at least, unless rows seem to depend on
   * each other.
   */
  public static Estimate estimate(Sample sample) {
    Estimate estimate =
        estimate(
            sample,
            EstimateOptions.withDefaults()
                .withPermutations(EvidenceDefaults.NOTEBOOK_PERMUTATIONS));
    if (sample.n() < EvidenceDefaults.AT_LEAST_ROWS
        || isWarned(estimate, Warning.Kind.STOPPED)
        || isWarned(estimate, Warning.Kind.NEIGHBOURING_ROWS_ALIKE)) {
      return estimate;
    }
    try {
      return estimate.withAtLeast(atLeast(sample));
    } catch (CancellationException e) {
      return stopped(estimate, e, "what it is at least");
    }
  }

  /**
   * What the mutual information of a sample is at least, with 95% confidence and whatever the law
   * of its rows is, see {@link LowerBound}: for who must not be wrong upwards.
   *
   * <pre>{@code
   * Mist.atLeast(sample) // at least 0.412 nats (95%)
   * }</pre>
   */
  public static LowerBound atLeast(Sample sample) {
    require(sample != null, "sample must be given, was null");
    return shown(listener -> LowerBound.of(sample, EvidenceDefaults.AT_LEAST_LEVEL, 0, listener));
  }

  /**
   * The mutual information of a sample. A test that is stopped leaves the estimate without it, with
   * a warning.
   *
   * @throws CancellationException if it is stopped before there is an estimate
   */
  public static Estimate estimate(Sample sample, EstimateOptions options) {
    checkGiven(sample, options);
    try {
      return shown(options, shown -> estimator().estimate(sample, shown)).withSample(sample);
    } catch (CancellationException e) {
      if (options.permutations() == 0 || sample.n() > AGAIN_ROWS) {
        throw e;
      }
      var withoutTest = options.withPermutations(0).withProgress(ProgressListener.NONE);
      return stopped(estimator().estimate(sample, withoutTest), e, "the test of independence")
          .withSample(sample);
    }
  }

  private static Estimate stopped(Estimate estimate, CancellationException e, String what) {
    var warnings = new ArrayList<>(estimate.warnings());
    warnings.add(
        new Warning(Warning.Kind.STOPPED, "%s is missing: %s".formatted(what, e.getMessage())));
    return estimate.withWarnings(warnings);
  }

  private static boolean isWarned(Estimate estimate, Warning.Kind kind) {
    return estimate.warnings().stream().anyMatch(w -> w.kind() == kind);
  }

  /**
   * What this and the classical estimators say of columns by their names, the last of which is Y.
   *
   * @param columns as in {@link #estimate(Table, String...)}
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Comparison compare(Table table, String... columns) {
    return compare(sample(table, MissingCells.REFUSE, columns));
  }

  /**
   * The same where cells are missing, for instance with {@link MissingCells#DROP_ROWS}.
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Comparison compare(Table table, MissingCells missing, String... columns) {
    return compare(sample(table, missing, columns));
  }

  /**
   * What another method says of two lists of columns.
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)} and {@link
   *     Estimators#named}
   */
  public static Estimate estimate(Table table, List<String> x, List<String> y, String method) {
    return estimate(TableSample.of(table, x, y), method);
  }

  /**
   * What another method says of a sample, with an interval from half samples where that does not
   * take long.
   *
   * <pre>{@code
   * Mist.estimate(sample, "ksg:neighbours=3")
   * }</pre>
   *
   * @param method its name and options, as on the command line
   * @throws IllegalArgumentException as {@link Estimators#named}
   */
  public static Estimate estimate(Sample sample, String method) {
    require(sample != null, "sample must be given, was null");
    MutualInformationEstimator estimator = Estimators.named(method);
    int halves =
        estimator.unaskedUpToRows() > 0 ? EvidenceDefaults.halvesOfComparison(sample.n()) : 0;
    EstimateOptions options = EstimateOptions.withDefaults().withHalves(halves);
    Sample warned = sample.warnedOfOrder();
    return shown(options, shown -> estimator.estimate(warned, shown)).withSample(warned);
  }

  /**
   * What this and the classical estimators say of two lists of columns, and why they disagree.
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Comparison compare(Table table, List<String> x, List<String> y) {
    return compare(TableSample.of(table, x, y));
  }

  /**
   * The same where cells are missing, for instance with {@link MissingCells#DROP_ROWS}.
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Comparison compare(
      Table table, List<String> x, List<String> y, MissingCells missing) {
    return compare(TableSample.of(table, x, y, missing));
  }

  /**
   * What this and the classical estimators say of a sample, and why they disagree: nearest
   * neighbours, the Gaussian copula, canonical correlations, a histogram, up to some thousand rows
   * a kernel density, and what others have brought. Their intervals come from half samples: they
   * know the scatter of an estimate, not its bias.
   */
  public static Comparison compare(Sample sample) {
    require(sample != null, "sample must be given, was null");
    int halves = EvidenceDefaults.halvesOfComparison(sample.n());
    return compare(sample, EstimateOptions.withDefaults().withHalves(halves));
  }

  /** The same with options. */
  public static Comparison compare(Sample sample, EstimateOptions options) {
    checkGiven(sample, options);
    List<MutualInformationEstimator> asked =
        estimators().stream()
            .filter(e -> sample.n() <= e.unaskedUpToRows() && e.suits(sample))
            .toList();
    return shown(options, shown -> Comparison.of(asked, sample, shown));
  }

  /**
   * What methods of your choice say of a sample, and why they differ from the first. In a notebook
   * the picture fills as they answer, with how far the one that is asked has come.
   *
   * <pre>{@code
   * Mist.compare(sample, List.of("mist", "ksg:neighbours=3", "mine", "minde:form=joint"))
   * }</pre>
   *
   * @param methods names and options, as on the command line; stopped, it ends with those that have
   *     answered
   * @throws IllegalArgumentException as {@link Estimators#named}, or if there are none
   */
  public static Comparison compare(Sample sample, List<String> methods) {
    require(sample != null && methods != null, "sample and methods must be given, was null");
    List<MutualInformationEstimator> asked = methods.stream().map(Estimators::named).toList();
    boolean quick = asked.stream().allMatch(e -> e.unaskedUpToRows() > 0);
    int halves = quick ? EvidenceDefaults.halvesOfComparison(sample.n()) : 0;
    EstimateOptions options = EstimateOptions.withDefaults().withHalves(halves);
    return shown(options, shown -> Comparison.of(asked, sample, shown));
  }

  /**
   * Judges estimators by datasets whose truth is known, for instance {@code
   * EvaluationData.of(MetaDistributions.full(), 300, 1)}.
   *
   * @param estimators of different methods; all of {@link #estimators()} but the slow ones where
   *     none is given
   */
  public static Evaluation evaluate(EvaluationData data, MutualInformationEstimator... estimators) {
    require(data != null, "data must be given, was null");
    return shown(
        listener ->
            Evaluation.of(
                data,
                estimators.length == 0
                    ? estimators().stream()
                        .filter(e -> e.unaskedUpToRows() > 0)
                        .filter(e -> data.rows().isEmpty() || e.suits(data.sample(0)))
                        .toList()
                    : Arrays.asList(estimators),
                EvaluationOptions.withDefaults(),
                listener));
  }

  /**
   * Whether the intervals of an estimator hold what they say, on datasets whose truth is known.
   *
   * @throws IllegalArgumentException if the estimator has no intervals
   */
  public static Calibration calibrate(EvaluationData data, MutualInformationEstimator estimator) {
    return shown(
        listener -> Calibration.of(data, estimator, EvaluationOptions.withDefaults(), listener));
  }

  /** Shows work where a display is found, and ends with it within a second of a stop. */
  private static <T> T shown(Function<ProgressListener, T> work) {
    try (var shown = ProgressDisplay.shown()) {
      return Work.attended(shown, work);
    }
  }

  /** The same for estimates, unless their options have a listener already. */
  private static <T> T shown(EstimateOptions options, Function<EstimateOptions, T> work) {
    return options.progress() == ProgressListener.NONE
        ? shown(listener -> work.apply(options.withProgress(listener)))
        : work.apply(options);
  }

  /**
   * The mutual information of every pair of columns of a table, with p-values and their false
   * discovery rate.
   *
   * @throws IllegalArgumentException as {@link Pairwise#of}
   */
  public static Pairwise pairwise(Table table) {
    return shown(listener -> Pairwise.of(table, estimator(), listener));
  }

  /**
   * The same with options: {@code EstimateOptions.withDefaults().withBlockLength(24)} for rows in
   * time.
   *
   * @throws IllegalArgumentException as {@link Pairwise#of(Table, MistEstimator, EstimateOptions)}
   */
  public static Pairwise pairwise(Table table, EstimateOptions options) {
    require(options != null, "options must be given, was null");
    return shown(options, shown -> Pairwise.of(table, estimator(), shown));
  }

  /**
   * The same for hundreds of columns: what has been asked is kept beside a file, so that a call
   * that was stopped goes on when it is typed again; in the end the file holds all pairs.
   *
   * <pre>{@code
   * Mist.pairwise(genes, Path.of("pairs.csv"))
   * }</pre>
   *
   * @throws IllegalArgumentException as {@link Pairwise#of(Table, MistEstimator, ProgressListener,
   *     Path, CopyOption...)}
   */
  public static Pairwise pairwise(Table table, Path file, CopyOption... options) {
    return shown(listener -> Pairwise.of(table, estimator(), listener, file, options));
  }

  /**
   * The columns of a table by what each says about a target.
   *
   * @throws IllegalArgumentException as {@link Screening#of}
   */
  public static Screening screen(Table table, String target) {
    return shown(listener -> Screening.of(table, target, estimator(), listener));
  }

  /**
   * The same with options: {@code EstimateOptions.withDefaults().withBlockLength(24)} for rows in
   * time.
   *
   * @throws IllegalArgumentException as {@link Screening#of(Table, String, MistEstimator,
   *     EstimateOptions)}
   */
  public static Screening screen(Table table, String target, EstimateOptions options) {
    require(options != null, "options must be given, was null");
    return shown(options, shown -> Screening.of(table, target, estimator(), shown));
  }

  /**
   * The columns of a table that together say most about a target, chosen one after the other; a
   * column that says nothing beyond those before it is not chosen.
   *
   * <pre>{@code
   * Mist.select(homes, "price", 5)
   * }</pre>
   *
   * @param most how many columns at most
   * @throws IllegalArgumentException as {@link Selection#of}
   */
  public static Selection select(Table table, String target, int most) {
    return select(table, target, most, Selection.Criterion.INFORMATION);
  }

  /**
   * The same with options: {@code EstimateOptions.withDefaults().withBlockLength(24)} for rows in
   * time.
   *
   * @throws IllegalArgumentException as {@link Selection#of}
   */
  public static Selection select(Table table, String target, int most, EstimateOptions options) {
    require(options != null, "options must be given, was null");
    return shown(
        options,
        shown ->
            Selection.of(table, target, most, Selection.Criterion.INFORMATION, estimator(), shown));
  }

  /** The same by another criterion, {@link Selection.Criterion#MRMR} for instance. */
  public static Selection select(
      Table table, String target, int most, Selection.Criterion criterion) {
    return shown(
        EstimateOptions.withDefaults(),
        shown -> Selection.of(table, target, most, criterion, estimator(), shown));
  }

  /**
   * Trains an estimator for a distribution over datasets, from random weights. A training that was
   * stopped at the file goes on. An interrupt ends it with the best model so far.
   *
   * @param distribution the datasets to learn from
   * @param options how, for instance {@code TrainingOptions.withDefaults().withMinutes(5)}
   * @param file where the model is kept, {@code mine.mist} for instance
   * @throws IllegalArgumentException if the file belongs to another training or cannot be written
   * @throws IllegalStateException if the loss is no longer finite; the best model so far is saved
   * @throws CancellationException if it is stopped before the first step
   */
  public static Training train(MetaDistribution distribution, TrainingOptions options, Path file) {
    return train(distribution, Trainer.of(distribution, options), file);
  }

  /**
   * Trains the model that comes with the library on towards a distribution over datasets, at a
   * tenth of the rate; else as {@link #train(MetaDistribution, TrainingOptions, Path)}.
   */
  public static Training fineTune(
      MetaDistribution distribution, TrainingOptions options, Path file) {
    var trainer = Trainer.of(distribution, options.refining()).fromShipped();
    return train(distribution, trainer, file);
  }

  private static Training train(MetaDistribution distribution, Trainer trainer, Path file) {
    boolean resumed = Trainer.canResume(file);
    try (var shown = ProgressDisplay.shown()) {
      var error = Optional.of(trainer.heldOutError(Checkpoint.shipped(), shown));
      var curve =
          new AtomicReference<>(TrainingCurve.empty(distribution.name(), trainer.device(), error));
      ProgressListener listener =
          shown.told(
              progress ->
                  progress instanceof TrainingProgress step
                      ? curve.updateAndGet(before -> before.with(step))
                      : progress);
      Checkpoint model = resumed ? trainer.resume(file, listener) : trainer.start(file, listener);
      return new Training(model, file, curve.get(), ended(curve.get(), file, trainer.stopped()));
    }
  }

  private static String ended(TrainingCurve curve, Path file, boolean stopped) {
    String seen =
        curve
            .latest()
            .map(
                p ->
                    String.format(
                        Locale.ROOT, "%,d of %,d datasets", p.count().done(), p.count().total()))
            .orElse("a training that had ended before");
    return stopped
        ? "stopped after %s; the best model so far is %s, the same call goes on"
            .formatted(seen, file)
        : "done with %s; the best model is %s".formatted(seen, file);
  }

  /** What can be asked for, in some lines: the calls, with an example of each. */
  public static String help() {
    return HelpText.TEXT;
  }

  /** One estimator of each kind, this library's own first. */
  public static List<MutualInformationEstimator> estimators() {
    return Estimators.all();
  }

  /** The estimator behind these methods, which is the model that comes with the library. */
  public static MistEstimator estimator() {
    return ShippedEstimator.network();
  }

  /**
   * The estimator in a {@code .mist} file, which a training wrote.
   *
   * @throws IllegalArgumentException with one sentence if there is no such file or it is no model
   */
  public static MutualInformationEstimator open(Path file) {
    require(file != null, "file must be given, was null");
    return Checkpoint.open(file).estimator();
  }

  private static void checkGiven(Sample sample, EstimateOptions options) {
    require(sample != null, "sample must be given, was null");
    require(options != null, "options must be given, was null");
  }
}
