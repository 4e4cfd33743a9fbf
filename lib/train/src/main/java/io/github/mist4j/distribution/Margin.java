package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A column as people's tables have them: a function of a normal score, and how its values are
 * recorded.
 *
 * <pre>{@code
 * var price = new Margin("price", z -> 20 * Math.exp(z), Recording.rounded(0.5).inflated(0, 0.2));
 * Distribution prices = // of which neither says anything of the other
 *     new Normal(Dispersion.identity(1, 1)).throughMargins(List.of(price), List.of(price));
 * }</pre>
 *
 * @param name in words, such as {@code price}
 * @param ofScore from a standard normal score to the value before it is recorded, finite
 * @param recording how the value is written down
 */
public record Margin(String name, DoubleUnaryOperator ofScore, Recording recording) {
  /** Checks that all is given. */
  public Margin {
    require(
        name != null && ofScore != null && recording != null,
        "name, function and recording must be given, was null");
  }

  /** What is written down of a normal score. */
  double record(double score, RandomGenerator rng) {
    return recording.record(ofScore.applyAsDouble(score), rng);
  }

  /** In words. */
  @Override
  public String toString() {
    return name + " " + recording.describe();
  }
}
