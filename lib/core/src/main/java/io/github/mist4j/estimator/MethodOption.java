package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * An option of an estimator, as it is spelled behind a method's name: {@code ksg:neighbours=3}.
 *
 * <p>A whole number, for instance:
 *
 * <pre>{@code
 * MethodOption.whole("neighbours", k, "fewer have less bias", value -> new Mine(value))
 * }</pre>
 *
 * @param name the word before the equals sign
 * @param value what it is now, as it is spelled
 * @param allowed what it may be, in words
 * @param description what it does, in words
 * @param change makes the same estimator with another value of this option; refuses a value that is
 *     not allowed with one sentence
 */
public record MethodOption(
    String name,
    String value,
    String allowed,
    String description,
    Function<String, MutualInformationEstimator> change) {

  /** Checks that the name can be spelled. */
  public MethodOption {
    require(
        name != null && name.matches("[a-z][a-z0-9-]*"),
        "an option's name must be lower case letters, digits and hyphens, was '%s'",
        name);
    require(value != null, "value of option '%s' must be given, was null", name);
  }

  /**
   * The option of an estimator that has a name.
   *
   * @throws IllegalArgumentException if there is none; the sentence lists those there are
   */
  static MethodOption of(MutualInformationEstimator estimator, String name) {
    List<MethodOption> options = estimator.options();
    String known = String.join(", ", options.stream().map(MethodOption::name).toList());
    return options.stream()
        .filter(option -> option.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    options.isEmpty()
                        ? "method %s has no options, was given '%s'"
                            .formatted(estimator.method(), name)
                        : "method %s has no option '%s'; its options are %s"
                            .formatted(estimator.method(), name, known)));
  }

  /** An option that takes a whole number. */
  public static MethodOption whole(
      String name, int value, String description, IntFunction<MutualInformationEstimator> change) {
    String allowed = "a whole number";
    return new MethodOption(
        name,
        Integer.toString(value),
        allowed,
        description,
        text -> change.apply((int) parsed(name, allowed, text, Integer::parseInt)));
  }

  /** An option that takes a number. */
  public static MethodOption number(
      String name,
      double value,
      String description,
      DoubleFunction<MutualInformationEstimator> change) {
    String allowed = "a number";
    return new MethodOption(
        name,
        Double.toString(value),
        allowed,
        description,
        text -> change.apply(parsed(name, allowed, text, Double::parseDouble)));
  }

  /** An option that takes one of some constants, spelled {@code equal-width} for EQUAL_WIDTH. */
  public static <E extends Enum<E>> MethodOption choice(
      String name, E value, String description, Function<E, MutualInformationEstimator> change) {
    List<E> constants = List.of(value.getDeclaringClass().getEnumConstants());
    String allowed = String.join(" or ", constants.stream().map(MethodOption::spelled).toList());
    return new MethodOption(
        name,
        spelled(value),
        allowed,
        description,
        text ->
            change.apply(
                constants.stream()
                    .filter(constant -> spelled(constant).equals(text))
                    .findFirst()
                    .orElseThrow(() -> refused(name, allowed, text))));
  }

  private static <N extends Number> double parsed(
      String name, String allowed, String text, Function<String, N> parser) {
    try {
      return parser.apply(text).doubleValue();
    } catch (NumberFormatException e) {
      throw refused(name, allowed, text);
    }
  }

  private static IllegalArgumentException refused(String name, String allowed, String text) {
    return new IllegalArgumentException("%s must be %s, was '%s'".formatted(name, allowed, text));
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name and value as they are spelled, {@code neighbours=4}. */
  @Override
  public String toString() {
    return name + "=" + value;
  }
}
