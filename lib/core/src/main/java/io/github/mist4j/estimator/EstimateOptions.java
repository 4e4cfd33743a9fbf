package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What is asked of an estimator beside the value.
 *
 * <pre>{@code
 * var options = EstimateOptions.withDefaults().withLevel(0.95).withPermutations(199).withSeed(7);
 * double p = estimator.estimate(sample, options).independence().orElseThrow().pValue();
 * }</pre>
 *
 * @param level the level of the interval, in (0, 1); 0.9 by default
 * @param permutations the number of shuffles of the permutation test, 0 for no test
 * @param seed the seed of everything random: the order of ties, the shuffles, the half samples
 * @param halves the number of half samples behind the interval of a method that has no quantiles of
 *     its own, 0 for no interval
 * @param blockLength the number of consecutive rows that stay together in shuffles and half
 *     samples: 1 for rows that do not depend on each other; for a series, more than the lags over
 *     which it remembers
 * @param progress hears of shuffles and half samples, and can stop them; options are equal whoever
 *     listens
 */
public record EstimateOptions(
    double level,
    int permutations,
    long seed,
    int halves,
    int blockLength,
    ProgressListener progress) {
  private static final int FEWEST_BLOCKS = 5;

  /** Checks every number. */
  public EstimateOptions {
    require(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
    require(
        permutations >= 0 && permutations <= 1_000_000,
        "permutations must be from 0 to 1000000, was %s",
        permutations);
    require(
        halves == 0 || (halves >= 10 && halves <= 100_000),
        "halves must be 0 or from 10 to 100000, was %s",
        halves);
    require(blockLength > 0, "blockLength must be positive, was %s", blockLength);
    require(progress != null, "progress must be a listener, was null");
  }

  /** A 90% interval from quantiles, no permutation test, seed 0, independent rows, no listener. */
  public static EstimateOptions withDefaults() {
    return new EstimateOptions(0.9, 0, 0, 0, 1, ProgressListener.NONE);
  }

  /** The same with another level of the interval. */
  public EstimateOptions withLevel(double newLevel) {
    return new EstimateOptions(newLevel, permutations, seed, halves, blockLength, progress);
  }

  /** The same with a permutation test of so many shuffles. */
  public EstimateOptions withPermutations(int newPermutations) {
    return new EstimateOptions(level, newPermutations, seed, halves, blockLength, progress);
  }

  /** The same with another seed. */
  public EstimateOptions withSeed(long newSeed) {
    return new EstimateOptions(level, permutations, newSeed, halves, blockLength, progress);
  }

  /** The same with an interval from so many half samples. */
  public EstimateOptions withHalves(int newHalves) {
    return new EstimateOptions(level, permutations, seed, newHalves, blockLength, progress);
  }

  /** The same for rows of which so many consecutive ones depend on each other. */
  public EstimateOptions withBlockLength(int newBlockLength) {
    return new EstimateOptions(level, permutations, seed, halves, newBlockLength, progress);
  }

  /** The same with a listener to shuffles and half samples. */
  public EstimateOptions withProgress(ProgressListener newProgress) {
    return new EstimateOptions(level, permutations, seed, halves, blockLength, newProgress);
  }

  /** Whether the same is asked, whoever listens. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EstimateOptions that && asked().equals(that.asked());
  }

  @Override
  public int hashCode() {
    return asked().hashCode();
  }

  private List<Number> asked() {
    return List.of(level, permutations, seed, halves, blockLength);
  }

  /**
   * Checks that the blocks suit a sample.
   *
   * @throws IllegalArgumentException if n rows make fewer than {@value #FEWEST_BLOCKS} blocks
   */
  public void checkRows(int n) {
    require(
        suitsRows(n),
        "blocks of %d rows are too long for %d rows: there must be at least %d of them",
        blockLength,
        n,
        FEWEST_BLOCKS);
  }

  /** Whether n rows make enough blocks. */
  public boolean suitsRows(int n) {
    return blocks(n) >= FEWEST_BLOCKS;
  }

  /** An order of n rows at random in which the rows of a block stay together, (n). */
  public int[] shuffle(int n, RandomGenerator rng) {
    int[] blocks = Ranks.shuffled(blocks(n), rng);
    return blockLength == 1 ? blocks : rows(n, blocks, n);
  }

  /** Half of the rows at random, whole blocks of them but for the last, in their order, (n / 2). */
  int[] half(int n, RandomGenerator rng) {
    int[] half = rows(n, Ranks.shuffled(blocks(n), rng), n / 2);
    Arrays.sort(half);
    return half;
  }

  private int blocks(int n) {
    return (n + blockLength - 1) / blockLength;
  }

  private int[] rows(int n, int[] blocks, int count) {
    return Arrays.stream(blocks)
        .flatMap(b -> IntStream.range(b * blockLength, Math.min(n, (b + 1) * blockLength)))
        .limit(count)
        .toArray();
  }
}
