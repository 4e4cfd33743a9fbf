package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.FileClaim;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.model.ModelCard;
import io.github.mist4j.model.Provenance;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Trains a network on fresh datasets of a distribution.
 *
 * <p>The best model so far, by the loss on held-out datasets, is saved as the training goes, and
 * beside it, as {@code FILE.state}, what is needed to go on: a training that is stopped and resumed
 * ends with the weights of one that was never stopped, if its budget is a number of datasets.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.of(mine, TrainingOptions.withDefaults().withMinutes(5));
 * Checkpoint model = trainer.start(Path.of("mine.mist"), System.out::println);
 * }</pre>
 */
public final class Trainer {
  private static final long CALIBRATION_SEED = 0x7365636F6E64L;

  private final MetaDistribution distribution;
  private final TrainingOptions options;
  private final Optional<Checkpoint> from;
  private final Map<Architecture, HeldOut> heldOut = new HashMap<>();
  private Optional<TrainedRange> range = Optional.empty();
  private volatile boolean stopped;

  private Trainer(
      MetaDistribution distribution, TrainingOptions options, Optional<Checkpoint> from) {
    this.distribution = distribution;
    this.options = options;
    this.from = from;
  }

  /**
   * A trainer.
   *
   * @param distribution the datasets to learn from
   * @param options how to train
   */
  public static Trainer of(MetaDistribution distribution, TrainingOptions options) {
    return new Trainer(distribution, options, Optional.empty());
  }

  /**
   * The same trainer, starting from the weights of a model instead of random ones. Whether a copula
   * network sees directions is as in the model.
   *
   * @throws IllegalArgumentException if the model's network is of another kind or has other sizes
   *     than the options say
   */
  public Trainer from(Checkpoint model) {
    Architecture ofModel = model.card().architecture();
    boolean fits = fits(options.architecture(), ofModel);
    require(
        fits,
        "a training starts from a model of the same sizes: %s has %s, the options say %s",
        model.card().name(),
        ofModel,
        options.architecture());
    return new Trainer(distribution, options.withArchitecture(ofModel), Optional.of(model));
  }

  /**
   * The same trainer, starting from the weights of the model in the library's jar that answers
   * samples of this distribution's sizes.
   *
   * @throws IllegalArgumentException if the options say another network
   */
  public Trainer fromShipped() {
    Shapes shapes = distribution.shapes();
    double rows = Math.sqrt((double) shapes.minRows() * shapes.maxRows()); // in the middle
    return from(Checkpoint.shippedFor(shapes.maxColumns(), (int) rows));
  }

  private static boolean fits(Architecture asked, Architecture ofModel) {
    if (asked instanceof CopulaArchitecture ours && ofModel instanceof CopulaArchitecture theirs) {
      return ours.withDirections(theirs.directions()).equals(theirs);
    }
    return asked.equals(ofModel);
  }

  /**
   * Trains from the first weights and returns the best model, which is also saved.
   *
   * <p>It can be stopped by the listener and by an interrupt: then it ends with the best model so
   * far, whose training {@link #resume} goes on with.
   *
   * @param out the file of the model
   * @param listener hears of the datasets that are drawn beforehand, then after every step of a
   *     {@link TrainingProgress}
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older model, and
   *     what a stopped training left beside it, are replaced when the first model of this one has
   *     been measured; none: they are refused
   * @throws CancellationException if it is stopped before the first step, or before an older model
   *     is replaced
   * @throws IllegalArgumentException if there is an older model or a stopped training, the file
   *     cannot be written, or another training writes it
   * @throws IllegalStateException if the loss is no longer finite; the best model so far is saved
   */
  public Checkpoint start(Path out, ProgressListener listener, CopyOption... options) {
    return run(startable(out, options), listener, false, options);
  }

  /**
   * Returns the file if a training can be started there: asked before a long computation.
   *
   * @param options as for {@link #start}
   * @throws IllegalArgumentException if there is an older model or a stopped training, or the file
   *     cannot be written
   */
  public static Path startable(Path out, CopyOption... options) {
    AtomicFile.writable(out, options);
    Path state = TrainingRun.stateFile(out);
    require(
        replaces(options) || !Files.exists(state),
        "%s holds a training that was stopped: Trainer.resume (--resume) goes on with it,"
            + " StandardCopyOption.REPLACE_EXISTING (--overwrite) begins again",
        state);
    return out;
  }

  /**
   * Removes a model and what is needed to go on with its training, as far as they are there.
   *
   * @param out the file of the model
   * @throws IllegalArgumentException if another training writes it
   * @throws UncheckedIOException if they cannot be removed
   */
  public static void discard(Path out) {
    try (var claim = FileClaim.of(out)) {
      Files.deleteIfExists(TrainingRun.stateFile(out));
      Files.deleteIfExists(claim.file());
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be removed".formatted(out), e);
    }
  }

  /**
   * Goes on with a training that was stopped.
   *
   * @param out the file of its model
   * @param listener as for {@link #start}
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: a model there that is
   *     not of this training is replaced; none: it is refused
   * @throws CancellationException as {@link #start}
   * @throws IllegalArgumentException if there is nothing to resume or it is another training's, or
   *     another training writes the file
   * @throws IllegalStateException as {@link #start}
   */
  public Checkpoint resume(Path out, ProgressListener listener, CopyOption... options) {
    AtomicFile.writable(out, StandardCopyOption.REPLACE_EXISTING);
    require(
        canResume(out),
        "there is no training to resume at %s: %s is missing",
        out,
        TrainingRun.stateFile(out));
    return run(out, listener, true, options);
  }

  /**
   * Whether a training was stopped at a file, so that {@link #resume} can go on with it.
   *
   * @param out the file of its model
   */
  public static boolean canResume(Path out) {
    return Files.isRegularFile(TrainingRun.stateFile(out));
  }

  /**
   * The error of a model on the held-out datasets of this training.
   *
   * @param listener hears of the datasets as they are drawn
   * @throws CancellationException if it is stopped while they are
   */
  public HeldOutError heldOutError(Checkpoint model, ProgressListener listener) {
    return heldOutError(model, model.card().recalibration(), listener);
  }

  private HeldOutError heldOutError(
      Checkpoint model, Recalibration recalibration, ProgressListener listener) {
    try (var workers = new Workers(options.threads())) {
      Architecture architecture = model.card().architecture();
      Learner learner = Learner.of(architecture, options.queries());
      return heldOut(architecture, learner, workers, listener)
          .error(learner, model.weights(), recalibration, workers);
    }
  }

  /** The held-out datasets, always the same, as a network sees them; drawn once for each. */
  private synchronized HeldOut heldOut(
      Architecture architecture, Learner learner, Workers workers, ProgressListener listener) {
    return heldOut.computeIfAbsent(
        architecture, a -> new HeldOut(learner, distribution, options.seed(), workers, listener));
  }

  /** The range of the distribution; drawn once. */
  private synchronized TrainedRange range(ProgressListener listener) {
    if (range.isEmpty()) {
      range = Optional.of(TrainedRangeFit.of(distribution, listener));
    }
    return range.get();
  }

  private TrainingRun.Older older(Path out, boolean resume, CopyOption... options) {
    if (!Files.exists(out) || (resume && isOfThisTraining(out))) {
      return TrainingRun.Older.NONE;
    }
    return replaces(options) ? TrainingRun.Older.MAY_BE_REPLACED : TrainingRun.Older.IS_KEPT;
  }

  private static boolean replaces(CopyOption... options) {
    return Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether a file is a model from the same first weights, on the same datasets, in this way. */
  private boolean isOfThisTraining(Path out) {
    ModelCard card;
    try {
      card = Checkpoint.open(out).card();
    } catch (IllegalArgumentException e) {
      return false; // no model at all
    }
    return card.architecture().equals(options.architecture())
        && card.provenance().trainingDistribution().equals(distribution.describe())
        && card.provenance().startedFrom().equals(startedFrom())
        && TrainingOptions.of(card).result().equals(options.result());
  }

  private String startedFrom() {
    return from.map(model -> model.card().summary()).orElse("random weights");
  }

  private Checkpoint run(
      Path out, ProgressListener listener, boolean resume, CopyOption... replacing) {
    require(!AtomicFile.isSpecial(out), "%s is not a file that a model can be read from", out);
    try (var claim = FileClaim.of(out);
        var workers = new Workers(options.threads())) {
      Learner learner = Learner.of(options);
      HeldOut heldOut = heldOut(options.architecture(), learner, workers, listener);
      TrainedRange range = range(listener);
      TrainingRun.CardMaker cards =
          (datasets, minutes, error) -> card(range, datasets, minutes, error);
      var run =
          new TrainingRun(
              learner, distribution, options, from, heldOut, workers, claim.file(), cards);
      stopped = run.train(listener, resume, older(out, resume, replacing));
      return Checkpoint.open(out);
    }
  }

  /**
   * A copula model, recalibrated: how far to trust the columns that show dependence by themselves,
   * and where its median lies, with its error on the held-out datasets measured again; named after
   * it with {@code +} behind.
   *
   * @param model trained on this trainer's distribution
   * @param datasets how many to fit to, which no training and no held-out draw uses
   * @param listener hears how many have been seen
   * @throws CancellationException if it is stopped
   * @throws IllegalArgumentException if the model is no copula network or was trained on another
   *     distribution
   */
  public Checkpoint calibrated(Checkpoint model, int datasets, ProgressListener listener) {
    ModelCard card = model.card();
    if (!(card.architecture() instanceof CopulaArchitecture size)) {
      throw new IllegalArgumentException(
          "calibration is for copula networks, %s is a %s"
              .formatted(card.name(), card.architecture().describe()));
    }
    String name = distribution.name();
    require(
        card.provenance().trainingDistribution().equals(distribution.describe()),
        "a model is calibrated on what it was trained on, %s was %s",
        card.name(),
        card.provenance().trainingDistribution().startsWith(name + ": ")
            ? "trained on another '%s' than this one".formatted(name)
            : "not trained on '%s'".formatted(name));
    Recalibration recalibration =
        CalibrationFit.of(
            size,
            model.weights(),
            distribution,
            options.seed() ^ CALIBRATION_SEED,
            datasets,
            listener);
    String newName = card.name().endsWith("+") ? card.name() : card.name() + "+";
    HeldOutError error = heldOutError(model, recalibration, listener);
    return model.recalibrated(newName, recalibration, error);
  }

  /** What computes the network, to complete "on …". */
  public String device() {
    return Learner.of(options).device();
  }

  /** Whether the last training was stopped before its budget was spent. */
  public boolean stopped() {
    return stopped;
  }

  private ModelCard card(TrainedRange range, long datasets, double minutes, HeldOutError heldOut) {
    String version = Trainer.class.getPackage().getImplementationVersion();
    var provenance =
        new Provenance(
            distribution.describe(),
            startedFrom(),
            range,
            TrainingOptionsJson.of(options),
            datasets,
            minutes,
            version == null ? "development" : version,
            LocalDate.now(ZoneOffset.UTC).toString());
    String name =
        "%s%s-%sk"
            .formatted(
                options.architecture().prefix(), distribution.name(), Math.max(1, datasets / 1000));
    return new ModelCard(name, options.architecture(), provenance, heldOut, Recalibration.none());
  }
}
