package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.model.ModelCard;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.progress.Progress.Count;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.random.RandomStreams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One training from its first step, or the one after the last saved, to its end. */
final class TrainingRun {
  private static final int MOST_STEPS = 250; // from one measurement to the next
  private static final int FEWEST_STEPS = 10;
  private static final double MEASUREMENTS = 10; // of a short training
  private static final double MEASURING = 0.1; // the share of time it may take
  private static final double LUCK = 1.005;
  private static final long SOON_NANOS = 500_000_000L; // with a step before it, within a second
  private static final double RECENT = 0.98; // weight of the past in loss and rate
  private static final long FIRST_WEIGHTS = Long.MIN_VALUE;

  /** Makes the card of a model. */
  @FunctionalInterface
  interface CardMaker {
    ModelCard card(long datasets, double minutes, HeldOutError heldOut);
  }

  /** What stands at the file before the training. */
  enum Older {
    /** Nothing, or a model that this training has saved. */
    NONE,
    /** Another's model, which may be replaced by a better one. */
    MAY_BE_REPLACED,
    /** Another's model, which may not. */
    IS_KEPT
  }

  private final Learner learner;
  private final TrainingOptions options;
  private final Workers workers;
  private final Path out;
  private final CardMaker cards;
  private final StepGradient steps;
  private final HeldOut heldOut;
  private final Optimizer optimizer;
  private final LearningRate rate;
  private final String fingerprint;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private long earlierMillis;
  private long startMillis;
  private double nextMeasurement = 1 / MEASUREMENTS; // by progress
  private double cheapFrom; // by progress: when measuring takes only its share of the time
  private double recentLoss = Double.NaN;
  private double recentRate = Double.NaN;
  private Optional<HeldOutError> lastError = Optional.empty();
  private long measuringNanos; // of the last measurement

  TrainingRun(
      Learner learner,
      MetaDistribution distribution,
      TrainingOptions options,
      Optional<Checkpoint> from,
      HeldOut heldOut,
      Workers workers,
      Path out,
      CardMaker cards) {
    this.learner = learner;
    this.heldOut = heldOut;
    this.options = options;
    this.workers = workers;
    this.out = out;
    this.cards = cards;
    steps = new StepGradient(learner, distribution, options, workers);
    optimizer =
        new Optimizer(
            from.map(Checkpoint::weights)
                .orElseGet(
                    () -> learner.initialWeights(RandomStreams.of(options.seed(), FIRST_WEIGHTS))),
            options.weightDecay(),
            options.epsilon());
    rate = LearningRate.of(options.schedule(), options.learningRate());
    fingerprint =
        "%s %s from %s"
            .formatted(
                distribution.describe(),
                options.result(),
                from.map(model -> model.card().name() + " " + model.fingerprint())
                    .orElse("random weights"));
  }

  static Path stateFile(Path out) {
    return out.resolveSibling(out.getFileName() + ".state");
  }

  /**
   * Trains until the budget is spent or it is stopped; whether it was stopped.
   *
   * @param resume whether to go on from the state that was saved
   * @throws IllegalArgumentException if the state is of another training, or an older model is kept
   */
  boolean train(ProgressListener listener, boolean resume, Older older) {
    if (resume) {
      var saved = TrainingState.read(stateFile(out), fingerprint, optimizer, rate);
      bestLoss =
          Files.exists(out) && older == Older.NONE ? saved.bestLoss() : Double.POSITIVE_INFINITY;
      earlierMillis = saved.millis();
    }
    require(
        older != Older.IS_KEPT,
        "%s exists already and is not of this training; StandardCopyOption.REPLACE_EXISTING"
            + " (--overwrite) replaces it",
        out);
    startMillis = System.currentTimeMillis();
    boolean done = progress() >= 1;
    while (!done && !listener.stopRequested() && !Thread.interrupted()) {
      step();
      done = progress() >= 1;
      if (done || due()) {
        measure(done);
        writeState();
      }
      listener.progress(report());
    }
    if (!done) {
      saveInterrupted(older);
    }
    return !done;
  }

  private void step() {
    long start = System.nanoTime();
    double loss;
    try {
      loss = steps.gradient(optimizer.weights(), optimizer.step());
    } catch (ArithmeticException e) {
      throw new IllegalStateException(
          "%s after %s steps; %s"
              .formatted(
                  e.getMessage(),
                  optimizer.step(),
                  Double.isInfinite(bestLoss)
                      ? "no model was saved"
                      : "the best model so far is " + out),
          e);
    }
    optimizer.update(steps.sum(), rate.at(optimizer.step(), progress()));
    rate.took(loss, options.batch());
    double seconds = (System.nanoTime() - start) / 1e9;
    recentLoss = recent(recentLoss, loss);
    recentRate = recent(recentRate, options.batch() / seconds);
  }

  private static double recent(double past, double now) {
    return Double.isNaN(past) ? now : RECENT * past + (1 - RECENT) * now;
  }

  /** The share of the budget that is spent. */
  private double progress() {
    return options.datasets() > 0
        ? (double) datasets() / options.datasets()
        : elapsed().toMillis() / (options.minutes() * 60_000);
  }

  private long datasets() {
    return optimizer.step() * options.batch();
  }

  private Duration elapsed() {
    return Duration.ofMillis(earlierMillis + System.currentTimeMillis() - startMillis);
  }

  /**
   * Whether the error is to be measured: a few times in a short training, else every so many steps.
   */
  private boolean due() {
    if (options.datasets() > 0) {
      long steps = options.datasets() / options.batch();
      long between = Math.round(steps / MEASUREMENTS);
      return optimizer.step() % Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, between)) == 0;
    }
    boolean longAgo = optimizer.step() % MOST_STEPS == 0 && progress() >= cheapFrom;
    return longAgo || progress() >= nextMeasurement;
  }

  /**
   * Measures the error; in a training by time, again when that takes only a share of it. The last
   * model, of the lowest rate, is the one unless an earlier one was better by more than the luck of
   * the best of many measurements.
   */
  private void measure(boolean last) {
    double start = progress();
    long begun = System.nanoTime();
    HeldOutError error = heldOut.error(learner, optimizer.average(), Recalibration.none(), workers);
    measuringNanos = System.nanoTime() - begun;
    double cost = progress() - start;
    cheapFrom = start + cost / MEASURING;
    nextMeasurement = Math.max(start + 1 / MEASUREMENTS, cheapFrom);
    lastError = Optional.of(error);
    if (error.loss() < (last ? LUCK : 1) * bestLoss) {
      save(error);
    }
    bestLoss = Math.min(bestLoss, error.loss());
  }

  /**
   * Keeps what resuming needs as it is. Where measuring takes no time that anybody would wait for,
   * or there is no model yet, the weights of now are measured: such a model is saved, but sets no
   * record. Before the first that was measured by plan it has learnt little: an older model is
   * worth more.
   */
  private void saveInterrupted(Older older) {
    writeState();
    if (older != Older.NONE && Double.isInfinite(bestLoss)) {
      throw new CancellationException(
          String.format(
              Locale.ROOT,
              "stopped after %,d datasets, before the first model: %s is as it was, %s goes on",
              datasets(),
              out,
              stateFile(out)));
    }
    if (Double.isInfinite(bestLoss) || measuringNanos < SOON_NANOS) {
      HeldOutError error =
          heldOut.error(learner, optimizer.average(), Recalibration.none(), workers);
      if (error.loss() < bestLoss) {
        save(error);
      }
    }
  }

  private void writeState() {
    new TrainingState(bestLoss, elapsed().toMillis())
        .write(stateFile(out), fingerprint, optimizer, rate);
  }

  private void save(HeldOutError error) {
    double minutes = elapsed().toMillis() / 60_000.0;
    new Checkpoint(cards.card(datasets(), minutes, error), optimizer.average())
        .save(out, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whole steps; more than so far until the budget is spent. */
  private long total() {
    if (options.datasets() > 0) {
      return (options.datasets() + options.batch() - 1) / options.batch() * options.batch();
    }
    double progress = Math.min(1, Math.max(progress(), 1e-9));
    return (long) Math.ceil(datasets() / progress);
  }

  private TrainingProgress report() {
    long total = total();
    Duration left =
        Duration.ofMillis(
            Math.max(
                0,
                Math.round(
                    options.datasets() > 0
                        ? 1000 * (total - datasets()) / recentRate
                        : options.minutes() * 60_000 - elapsed().toMillis())));
    var count = new Count("datasets", datasets(), total, recentRate, elapsed(), left);
    return new TrainingProgress(count, optimizer.step(), recentLoss, lastError);
  }
}
