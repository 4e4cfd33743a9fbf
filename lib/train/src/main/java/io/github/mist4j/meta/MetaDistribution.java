package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A distribution over datasets whose mutual information is known.
 *
 * <pre>{@code
 * MetaDistribution mine = MetaDistribution.of("mine", Families.named("regression"))
 *     .withShapes(new Shapes(30, 300, 3, 0.5)); // 30 to 300 rows, up to 3 columns a side
 * Dataset dataset = mine.draw(1, 42); // number 42 of seed 1
 * }</pre>
 */
public interface MetaDistribution {
  /** The sizes of its datasets. */
  Shapes shapes();

  /** A dataset of a given size, drawn at random. */
  Dataset draw(Shape shape, RandomGenerator rng);

  /** A short name, which a model trained on it carries. */
  String name();

  /** What is drawn, in words. */
  String describe();

  /** Dataset number {@code index} of a seed: always the same, whatever else is drawn. */
  default Dataset draw(long seed, long index) {
    RandomGenerator rng = RandomStreams.of(seed, index);
    return draw(shapes().draw(rng), rng);
  }

  /** The sample of dataset number {@code index} of a seed, without its information. */
  default Sample sample(long seed, long index) {
    return draw(seed, index).sample();
  }

  /**
   * The first so many datasets of a seed, as a sequence.
   *
   * @param count positive
   */
  default DatasetSequence first(long count) {
    require(count > 0, "count must be positive, was %d", count);
    MetaDistribution distribution = this;
    return new DatasetSequence() {
      @Override
      public long size() {
        return count;
      }

      @Override
      public String split() {
        return "";
      }

      @Override
      public Dataset draw(long seed, long index) {
        return distribution.draw(seed, index);
      }

      @Override
      public String describe() {
        return "%s datasets of %s".formatted(count, distribution.describe());
      }
    };
  }

  /**
   * A distribution over datasets of one's own: families of equal weight, 10 to 1,000 rows, 1 to 32
   * columns a side. {@link Mixture#with} adds a family with a weight, {@link Mixture#withShapes}
   * changes the sizes, {@link Mixture#transformed} shows the columns through transforms.
   *
   * @param name what a model trained on it will carry
   * @param families such as {@code Families.named("multi_normal-sparse")}, or {@code new Family(…)}
   */
  static Mixture of(String name, Family... families) {
    return new Mixture(
        name,
        new Shapes(10, 1000, 32, 0.5),
        Stream.of(families).map(family -> new Mixture.Part(family, 1)).toList());
  }

  /**
   * Datasets that look like a sample of one's own, with information that is known, to train or
   * refine an estimator for it.
   *
   * <p>They have its columns, but for those that follow from others of their side, and half to
   * twice its rows. Every column has its margin: numbers that stand again do so as often, a grid of
   * numbers stays one. Columns of a side go along with each other as in its rows. A column of one
   * side answers a function of columns of the other, drawn at random, with noise; of the sample's
   * own dependence between X and Y nothing is taken. In a fifth of the datasets nothing answers.
   * The information is that of the numbers as they stand there, ties and all.
   *
   * <pre>{@code
   * Sample homes = TableSample.of(table, List.of("rooms", "age"), List.of("price"));
   * Training refined = Mist.fineTune(
   *     MetaDistribution.like(homes), options.withMinutes(5), Path.of("homes.mist"));
   * }</pre>
   *
   * @param sample columns of numbers
   * @throws IllegalArgumentException if a column holds names, which no network is asked about
   */
  static Mixture like(Sample sample) {
    return LikeTable.of(sample);
  }
}
