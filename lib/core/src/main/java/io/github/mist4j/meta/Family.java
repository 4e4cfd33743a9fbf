package io.github.mist4j.meta;

import io.github.mist4j.distribution.Distribution;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;

/**
 * A family of distributions with random hyperparameters.
 *
 * @param id its name, such as {@code multi_normal-sparse}
 * @param accepts whether it has members of dx and dy columns
 * @param member draws a member of dx and dy columns
 */
public record Family(String id, BiPredicate<Integer, Integer> accepts, Member member) {
  /** Draws a distribution with random hyperparameters. */
  @FunctionalInterface
  public interface Member {
    /** A distribution of dx and dy columns. */
    Distribution draw(int dx, int dy, RandomGenerator rng);
  }
}
