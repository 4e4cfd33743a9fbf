package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.network.Architecture;

/**
 * How to train.
 *
 * @param datasets how many datasets to learn from; 0 if the time decides
 * @param minutes how long to train; 0 if the number of datasets decides
 * @param seed names every dataset and the first weights
 * @param threads the threads; they change nothing in the result
 * @param learningRate the highest rate of AdamW; it rises for 200 steps and falls as a cosine to 0
 * @param weightDecay of AdamW, on all weights
 * @param queries the most rows of a dataset whose neighbours are counted
 * @param architecture the sizes of the network
 */
public record TrainingOptions(
    long datasets,
    double minutes,
    long seed,
    int threads,
    double learningRate,
    double weightDecay,
    int queries,
    Architecture architecture) {
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
    require(threads > 0, "threads must be positive, was %s", threads);
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learningRate must be positive, was %s",
        learningRate);
    require(weightDecay >= 0, "weightDecay must not be negative, was %s", weightDecay);
    require(queries > 0, "queries must be positive, were %s", queries);
  }

  /** Thirty minutes on all processors, seed 1. */
  public static TrainingOptions withDefaults() {
    return new TrainingOptions(
        0,
        30,
        1,
        Runtime.getRuntime().availableProcessors(),
        2e-3,
        1e-4,
        1000,
        Architecture.withDefaults());
  }

  /** The same for so many minutes. */
  public TrainingOptions withMinutes(double newMinutes) {
    return new TrainingOptions(
        0, newMinutes, seed, threads, learningRate, weightDecay, queries, architecture);
  }

  /** The same for so many datasets; only such a training can be repeated bit for bit. */
  public TrainingOptions withDatasets(long newDatasets) {
    return new TrainingOptions(
        newDatasets, 0, seed, threads, learningRate, weightDecay, queries, architecture);
  }

  /** The same with another seed. */
  public TrainingOptions withSeed(long newSeed) {
    return new TrainingOptions(
        datasets, minutes, newSeed, threads, learningRate, weightDecay, queries, architecture);
  }

  /** The same with so many threads. */
  public TrainingOptions withThreads(int newThreads) {
    return new TrainingOptions(
        datasets, minutes, seed, newThreads, learningRate, weightDecay, queries, architecture);
  }

  /** The same with another highest rate. */
  public TrainingOptions withLearningRate(double newLearningRate) {
    return new TrainingOptions(
        datasets, minutes, seed, threads, newLearningRate, weightDecay, queries, architecture);
  }

  /** The same with so many rows of a dataset whose neighbours are counted. */
  public TrainingOptions withQueries(int newQueries) {
    return new TrainingOptions(
        datasets, minutes, seed, threads, learningRate, weightDecay, newQueries, architecture);
  }

  /** The same with a network of other sizes. */
  public TrainingOptions withArchitecture(Architecture newArchitecture) {
    return new TrainingOptions(
        datasets, minutes, seed, threads, learningRate, weightDecay, queries, newArchitecture);
  }
}
