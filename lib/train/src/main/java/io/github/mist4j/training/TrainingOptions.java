package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;
import static io.github.mist4j.sample.Checks.requireThreads;

import io.github.mist4j.model.ModelCard;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.NetworkInput;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * How to train.
 *
 * <pre>{@code
 * TrainingOptions.withDefaults().withMinutes(5).withLearningRate(1e-3).withThreads(2)
 * }</pre>
 *
 * @param datasets how many datasets to learn from; 0 if the time decides
 * @param minutes how long to train; 0 if the number of datasets decides
 * @param seed names every dataset and the first weights
 * @param threads the threads; they change nothing in the result
 * @param learningRate the highest rate of AdamW
 * @param weightDecay of AdamW, on all weights
 * @param queries the most rows of a dataset whose neighbours are counted
 * @param batch the datasets of a step, in groups of sixteen of one shape
 * @param schedule how the rate of AdamW changes
 * @param epsilon of AdamW, beside the root of the mean square
 * @param architecture the kind and the sizes of the network
 * @param device what computes the network; it changes the result by rounding alone
 * @param ranking the weight of a loss of the order of datasets of one shape in a step; 0 for none
 * @param consistency the weight of a loss where an estimate rises as a side is processed, or two
 *     independent copies are not estimated as twice one; 0 for none
 */
public record TrainingOptions(
    long datasets,
    double minutes,
    long seed,
    int threads,
    double learningRate,
    double weightDecay,
    int queries,
    int batch,
    Schedule schedule,
    double epsilon,
    Architecture architecture,
    Device device,
    double ranking,
    double consistency) {
  /** What computes a network. */
  public enum Device {
    /** The processor. */
    CPU,
    /** An NVIDIA GPU, for the networks of {@code mist4j-deep} with {@code mist4j-gpu}. */
    GPU
  }

  /** The datasets of one shape in a step. */
  static final int GROUP = 16;

  private static final double REFINING = 10; // a training that refines is so much slower

  /** Checks every number. */
  public TrainingOptions {
    require(datasets >= 0, "datasets must not be negative, was %s", datasets);
    require(
        minutes >= 0 && Double.isFinite(minutes), "minutes must not be negative, was %s", minutes);
    require(
        (datasets == 0) != (minutes == 0),
        "either datasets or minutes must be positive, were %s and %s",
        datasets,
        minutes);
    requireThreads(threads);
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learningRate must be positive, was %s",
        learningRate);
    require(weightDecay >= 0, "weightDecay must not be negative, was %s", weightDecay);
    require(queries > 0, "queries must be positive, were %s", queries);
    require(
        batch > 0 && batch % GROUP == 0,
        "batch must be a positive multiple of %s, was %s",
        GROUP,
        batch);
    require(schedule != null, "schedule must be given, was null");
    require(epsilon > 0 && Double.isFinite(epsilon), "epsilon must be positive, was %s", epsilon);
    require(architecture != null, "architecture must be given, was null");
    require(device != null, "device must be given, was null");
    require(
        ranking >= 0 && Double.isFinite(ranking), "ranking must not be negative, was %s", ranking);
    require(
        consistency >= 0 && Double.isFinite(consistency),
        "consistency must not be negative, was %s",
        consistency);
  }

  /**
   * The options with which a model was trained.
   *
   * @throws IllegalArgumentException if its card does not have them all
   */
  public static TrainingOptions of(ModelCard card) {
    try {
      return TrainingOptionsJson.read(card.provenance().options());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the card of model %s does not say how it was trained: %s"
              .formatted(card.name(), e.getMessage()),
          e);
    }
  }

  /** Thirty minutes on all processors, seed 1, the copula network. */
  public static TrainingOptions withDefaults() {
    return new TrainingOptions(
        0,
        30,
        1,
        Runtime.getRuntime().availableProcessors(),
        2e-3,
        1e-4,
        NetworkInput.MOST_QUERIES,
        4 * GROUP,
        Schedule.cosine(),
        1e-8,
        CopulaArchitecture.withDefaults(),
        Device.CPU,
        0,
        0);
  }

  /** The same for so many minutes. */
  public TrainingOptions withMinutes(double newMinutes) {
    return with(
        draft -> {
          draft.datasets = 0;
          draft.minutes = newMinutes;
        });
  }

  /** The same for so many datasets; only such a training can be repeated bit for bit. */
  public TrainingOptions withDatasets(long newDatasets) {
    return with(
        draft -> {
          draft.datasets = newDatasets;
          draft.minutes = 0;
        });
  }

  /** The same with another seed. */
  public TrainingOptions withSeed(long newSeed) {
    return with(draft -> draft.seed = newSeed);
  }

  /** The same with so many threads. */
  public TrainingOptions withThreads(int newThreads) {
    return with(draft -> draft.threads = newThreads);
  }

  /** The same with another highest rate. */
  public TrainingOptions withLearningRate(double newLearningRate) {
    return with(draft -> draft.learningRate = newLearningRate);
  }

  /** The same at a tenth of the rate, for a training that starts from a good model. */
  public TrainingOptions refining() {
    return withLearningRate(learningRate / REFINING);
  }

  /** The same with another weight decay. */
  public TrainingOptions withWeightDecay(double newWeightDecay) {
    return with(draft -> draft.weightDecay = newWeightDecay);
  }

  /** The same with so many rows of a dataset whose neighbours are counted. */
  public TrainingOptions withQueries(int newQueries) {
    return with(draft -> draft.queries = newQueries);
  }

  /** The same with so many datasets a step, a multiple of sixteen. */
  public TrainingOptions withBatch(int newBatch) {
    return with(draft -> draft.batch = newBatch);
  }

  /** The same with another schedule of the rate. */
  public TrainingOptions withSchedule(Schedule newSchedule) {
    return with(draft -> draft.schedule = newSchedule);
  }

  /** The same with another epsilon of AdamW. */
  public TrainingOptions withEpsilon(double newEpsilon) {
    return with(draft -> draft.epsilon = newEpsilon);
  }

  /** The same with another network. */
  public TrainingOptions withArchitecture(Architecture newArchitecture) {
    return with(draft -> draft.architecture = newArchitecture);
  }

  /** The same on another device. */
  public TrainingOptions withDevice(Device newDevice) {
    return with(draft -> draft.device = newDevice);
  }

  /**
   * The same with a loss of the order beside that of the estimates: RankNet's, of the pairs of
   * datasets of one shape in a step. For copula networks.
   *
   * @param newRanking its weight beside the loss of the estimates, 0 for none
   */
  public TrainingOptions withRanking(double newRanking) {
    return with(draft -> draft.ranking = newRanking);
  }

  /**
   * The same with a loss where estimates contradict each other: one that rises as a side is
   * processed, or of two independent copies one that is not twice that of one. For copula networks.
   *
   * @param newConsistency its weight beside the loss of the estimates, 0 for none
   */
  public TrainingOptions withConsistency(double newConsistency) {
    return with(draft -> draft.consistency = newConsistency);
  }

  /**
   * What decides the result, which threads and device do not, in the words in which the states of
   * stopped trainings have always had it.
   */
  String result() {
    String text = withThreads(1).toString();
    return text.substring(0, text.lastIndexOf(", device="))
        + (ranking > 0 ? ", ranking=" + ranking : "")
        + (consistency > 0 ? ", consistency=" + consistency : "")
        + "]";
  }

  private TrainingOptions with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** Options that are being changed. */
  private static final class Draft {
    private long datasets;
    private double minutes;
    private long seed;
    private int threads;
    private double learningRate;
    private double weightDecay;
    private int queries;
    private int batch;
    private Schedule schedule;
    private double epsilon;
    private Architecture architecture;
    private Device device;
    private double ranking;
    private double consistency;

    private Draft(TrainingOptions options) {
      datasets = options.datasets;
      minutes = options.minutes;
      seed = options.seed;
      threads = options.threads;
      learningRate = options.learningRate;
      weightDecay = options.weightDecay;
      queries = options.queries;
      batch = options.batch;
      schedule = options.schedule;
      epsilon = options.epsilon;
      architecture = options.architecture;
      device = options.device;
      ranking = options.ranking;
      consistency = options.consistency;
    }

    private TrainingOptions options() {
      return new TrainingOptions(
          datasets,
          minutes,
          seed,
          threads,
          learningRate,
          weightDecay,
          queries,
          batch,
          schedule,
          epsilon,
          architecture,
          device,
          ranking,
          consistency);
    }
  }
}
