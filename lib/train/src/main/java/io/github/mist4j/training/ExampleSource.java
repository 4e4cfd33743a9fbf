package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.training.Learner.Example;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * The endless sequence of examples that a seed names, in groups of one shape: group g holds the
 * datasets g·size … g·size + size − 1, and each can be drawn alone.
 *
 * @param learner makes the features
 * @param distribution makes the datasets
 * @param seed names the sequence
 * @param size the examples of a group
 */
record ExampleSource(Learner learner, MetaDistribution distribution, long seed, int size) {
  Shape shape(long group) {
    return distribution.shapes().draw(RandomStreams.of(seed, -1 - group));
  }

  Example example(Shape shape, long index) {
    RandomGenerator rng = RandomStreams.of(seed, index);
    return learner.example(distribution.draw(shape, rng), rng);
  }

  ExampleGroup group(long group) {
    Shape shape = shape(group);
    return new ExampleGroup(
        shape,
        LongStream.range(group * size, (group + 1) * size)
            .mapToObj(i -> example(shape, i))
            .toList());
  }
}
