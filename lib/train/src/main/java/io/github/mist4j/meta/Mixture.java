package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Transform;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Datasets of random size from weighted families.
 *
 * <pre>{@code
 * Mixture mine = MetaDistribution.of("mine", Families.named("regression"))
 *     .with(Families.named("multi_normal-sparse"), 2); // twice as often
 * }</pre>
 *
 * @param name the name a checkpoint carries
 * @param shapes the sizes
 * @param parts the families; of those that have members of a size one is drawn by weight
 */
public record Mixture(String name, Shapes shapes, List<Part> parts) implements MetaDistribution {
  /**
   * A family and how often it is drawn.
   *
   * @param family the family
   * @param weight its weight, positive
   */
  public record Part(Family family, double weight) {
    /** Checks the weight. */
    public Part {
      require(family != null, "family must be given, was null");
      require(
          weight > 0 && Double.isFinite(weight),
          "weight of %s must be positive and finite, was %s",
          family.id(),
          weight);
    }

    /** The same family with members of at most so many columns a side. */
    Part upTo(int columns) {
      return new Part(family.upTo(columns), weight);
    }
  }

  /** Copies the parts. */
  public Mixture {
    require(name != null && shapes != null, "name and shapes must be given, was null");
    parts = List.copyOf(parts);
    require(!parts.isEmpty(), "%s needs at least one family, had none", name);
  }

  /** The same in other sizes. */
  public Mixture withShapes(Shapes newShapes) {
    return new Mixture(name, newShapes, parts);
  }

  /** The same with one more family. */
  public Mixture with(Family family, double weight) {
    return new Mixture(
        name, shapes, Stream.concat(parts.stream(), Stream.of(new Part(family, weight))).toList());
  }

  /**
   * The same with every member seen through transforms.
   *
   * @param suffix what the ids of the families end in
   * @param ofX the transform of X, which keeps the number of columns
   * @param ofY that of Y
   */
  public Mixture transformed(String suffix, Transform ofX, Transform ofY) {
    return new Mixture(
        name + "-" + suffix,
        shapes,
        parts.stream()
            .map(p -> new Part(p.family().transformed(suffix, ofX, ofY), p.weight()))
            .toList());
  }

  @Override
  public Dataset draw(Shape shape, RandomGenerator rng) {
    return family(shape, rng).draw(shape, rng);
  }

  @Override
  public Sample sample(long seed, long index) {
    RandomGenerator rng = RandomStreams.of(seed, index);
    Shape shape = shapes.draw(rng);
    return family(shape, rng).sample(shape, rng);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s: %s; families by weight: %s",
        name,
        shapes.describe(),
        parts.stream()
            .map(p -> String.format(Locale.ROOT, "%s %.3g", p.family().id(), p.weight()))
            .collect(Collectors.joining(", ")));
  }

  private Family family(Shape shape, RandomGenerator rng) {
    List<Part> possible =
        parts.stream().filter(p -> p.family().accepts().test(shape.dx(), shape.dy())).toList();
    require(!possible.isEmpty(), "%s has no family for %s", name, shape);
    double mark = rng.nextDouble() * possible.stream().mapToDouble(Part::weight).sum();
    for (Part part : possible) {
      mark -= part.weight();
      if (mark < 0) {
        return part.family();
      }
    }
    return possible.get(possible.size() - 1).family();
  }
}
