package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import java.security.CodeSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The estimators on the class path, by their names: this library's own, and those that others bring
 * as services, see {@link MutualInformationEstimator}.
 *
 * <pre>{@code
 * Estimators.named("ksg:neighbours=3:algorithm=second").estimate(sample)
 * }</pre>
 */
public final class Estimators {
  /** Fitted to the sample by a library of their own, as they need native code. */
  private static final List<String> OF_DEEP =
      List.of(
          "mine",
          "dv",
          "nwj",
          "js-nwj",
          "smile",
          "infonce",
          "infonce-anchor",
          "ba",
          "mienf",
          "gm-flow",
          "gm-vae",
          "minde",
          "fmmi",
          "lmi",
          "vce",
          "infonet");

  private Estimators() {}

  /**
   * One estimator of each kind with its default options: this library's own, the trained network
   * first, then others by their names.
   *
   * @throws IllegalStateException if two of them have one name
   */
  public static List<MutualInformationEstimator> all() {
    // In a notebook the thread's own class loader does not know the library.
    List<MutualInformationEstimator> all =
        ServiceLoader.load(
                MutualInformationEstimator.class, MutualInformationEstimator.class.getClassLoader())
            .stream()
            .map(ServiceLoader.Provider::get)
            .sorted(
                Comparator.comparing((MutualInformationEstimator e) -> !isOwn(e))
                    .thenComparing(e -> isOwn(e) ? "" : e.method())) // own as they are listed
            .toList();
    var seen = new HashSet<String>();
    for (MutualInformationEstimator estimator : withVariants(all)) {
      if (!seen.add(estimator.method())) {
        throw new IllegalStateException(
            "two estimators on the class path are named '%s'".formatted(estimator.method()));
      }
    }
    return all;
  }

  /** All names, each kind's variants behind it: {@code mist, ksg, ksg2, …}. */
  public static List<String> names() {
    return withVariants(all()).stream().map(MutualInformationEstimator::method).toList();
  }

  /**
   * Where the estimators come from that this library has in a part which is not on the class path,
   * in one sentence; empty if all are there.
   */
  public static Optional<String> absent() {
    return absent(names());
  }

  private static Optional<String> absent(List<String> known) {
    List<String> absent = OF_DEEP.stream().filter(name -> !known.contains(name)).toList();
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s are in mist4j-deep, which ./install.sh --deep adds"
                .formatted(String.join(", ", absent)));
  }

  /**
   * The estimator of a name, with options behind it where it has some: {@code "ksg"}, {@code
   * "ksg:neighbours=3:algorithm=second"}. With options, its method is called as it is spelled here,
   * so that two variants can stand side by side.
   *
   * @throws IllegalArgumentException with one sentence if there is no such method or option, if an
   *     option stands twice, or if a value is not allowed
   */
  public static MutualInformationEstimator named(String spelling) {
    require(spelling != null, "method must be given, was null");
    String text = spelling.strip();
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    List<MutualInformationEstimator> known = withVariants(all());
    MutualInformationEstimator estimator =
        known.stream()
            .filter(e -> e.method().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        unknown(
                            name,
                            known.stream().map(MutualInformationEstimator::method).toList())));
    return colon < 0 ? estimator : changed(estimator, text.substring(colon + 1)).named(text);
  }

  private static String unknown(String name, List<String> known) {
    String sentence =
        "method must be one of %s, was '%s'".formatted(String.join(", ", known), name);
    return OF_DEEP.contains(name)
        ? sentence + absent(known).map(where -> "; " + where).orElse("")
        : sentence;
  }

  /** With options, {@code name=value:name=value}; a colon within a value is no separator. */
  private static MutualInformationEstimator changed(
      MutualInformationEstimator estimator, String options) {
    var values = new LinkedHashMap<String, String>();
    for (String option : options.split(":(?=[^:=]+=)", -1)) {
      int equals = option.indexOf('=');
      require(
          equals > 0,
          "an option of method %s is spelled name=value, was '%s'",
          estimator.method(),
          option);
      String name = option.substring(0, equals);
      MethodOption.of(estimator, name); // refuses it before a model is opened, which has none
      require(
          values.put(name, option.substring(equals + 1)) == null,
          "an option may stand once, '%s' of method %s stands twice",
          name,
          estimator.method());
    }
    MutualInformationEstimator changed = estimator;
    for (var option : values.entrySet()) {
      changed = changed.with(option.getKey(), option.getValue());
    }
    return changed;
  }

  private static List<MutualInformationEstimator> withVariants(
      List<MutualInformationEstimator> estimators) {
    return estimators.stream()
        .flatMap(e -> Stream.concat(Stream.of(e), e.variants().stream()))
        .toList();
  }

  private static boolean isOwn(MutualInformationEstimator estimator) {
    return Objects.equals(source(estimator.getClass()), source(Estimators.class));
  }

  private static CodeSource source(Class<?> type) {
    return type.getProtectionDomain().getCodeSource();
  }
}
