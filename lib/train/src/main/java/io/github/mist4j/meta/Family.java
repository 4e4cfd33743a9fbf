package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A family of distributions with random hyperparameters.
 *
 * <pre>{@code
 * Family pairs = new Family(
 *     "my_pairs",
 *     Integer::equals, // as many columns of X as of Y
 *     (dx, dy, rng) -> new Normal(Dispersion.sparse(dx, dy, 1, 2 * rng.nextDouble())));
 * }</pre>
 *
 * @param id its name, such as {@code multi_normal-sparse}
 * @param accepts whether it has members of dx and dy columns
 * @param member draws a member of dx and dy columns
 */
public record Family(String id, BiPredicate<Integer, Integer> accepts, Member member) {
  private static final int MEMBERS = 10; // that are drawn until one can be sampled
  private static final Pattern ID = Pattern.compile("[\\w.+-]+"); // a cell of an index as it is

  /** Draws a distribution with random hyperparameters. */
  @FunctionalInterface
  public interface Member {
    /** A distribution of dx and dy columns. */
    Distribution draw(int dx, int dy, RandomGenerator rng);
  }

  /** Checks the name. */
  public Family {
    require(
        id != null && accepts != null && member != null,
        "id, accepts and member must be given, was null");
    require(ID.matcher(id).matches(), "a family's id must be one word, was '%s'", id);
  }

  /**
   * A dataset of a member; of another one where a column of that is constant in so few rows.
   *
   * @throws IllegalArgumentException if the family has no members of the shape's columns
   */
  public Dataset draw(Shape shape, RandomGenerator rng) {
    return drawn(
        shape,
        rng,
        (law, sample) -> new Dataset(sample, law.mutualInformation(), id, Optional.of(law)));
  }

  /** The sample of that dataset, whose information is not computed. */
  Sample sample(Shape shape, RandomGenerator rng) {
    return drawn(shape, rng, (law, sample) -> sample);
  }

  private <T> T drawn(Shape shape, RandomGenerator rng, BiFunction<Distribution, Sample, T> made) {
    require(
        accepts.test(shape.dx(), shape.dy()),
        "%s has no members of %d x %d columns",
        id,
        shape.dx(),
        shape.dy());
    for (int i = 1; ; i++) {
      Distribution law = member.draw(shape.dx(), shape.dy(), rng);
      try {
        return made.apply(law, law.sample(shape.n(), rng));
      } catch (IllegalArgumentException e) {
        if (i == MEMBERS) { // a column of it hardly ever varies in so few rows: else another one
          throw e;
        }
      }
    }
  }

  /**
   * The family of the members seen through transforms.
   *
   * @param name what its id ends in
   * @param ofX the transform of X, which keeps the number of columns
   * @param ofY that of Y
   */
  public Family transformed(String name, Transform ofX, Transform ofY) {
    return new Family(
        id + "-" + name, accepts, (dx, dy, rng) -> member.draw(dx, dy, rng).transformed(ofX, ofY));
  }

  /** The same family with members of at most so many columns a side. */
  Family upTo(int columns) {
    return new Family(id, (dx, dy) -> Math.max(dx, dy) <= columns && accepts.test(dx, dy), member);
  }

  /** The same family under its id with a suffix. */
  Family suffixed(String suffix) {
    return new Family(id + "-" + suffix, accepts, member);
  }
}
