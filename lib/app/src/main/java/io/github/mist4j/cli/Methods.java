package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The estimators by their names on the command line. */
@FunctionalInterface
interface Methods {
  /** The method where the user names none. */
  String DEFAULT = "mist";

  /** What stands for every method that suits a sample. */
  String ALL = "all";

  /** How a list of methods is explained. */
  String LIST =
      "The estimators, separated by commas, by the names below, or all that suit the columns by the"
          + " word all; with options as in ksg:neighbours=3, which mist4j methods lists";

  /** The names for the help, looked for when it is asked for. */
  final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Estimators.names().iterator();
    }
  }

  /** The same, and what stands for all. */
  final class NamesOrAll implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Estimators.names().stream(), Stream.of(ALL)).iterator();
    }
  }

  /**
   * The estimator of a name, with options behind it if the user gives some.
   *
   * @param model the file of the model of the method {@code mist}; null for the shipped model
   * @throws IllegalArgumentException if there is no such method or option, no model in the file, or
   *     a file for another method than {@code mist}
   */
  MutualInformationEstimator named(String method, Path model);

  /**
   * The estimators of some names, in their order; the model is that of {@code mist} among them.
   *
   * @throws IllegalArgumentException as {@link #named(String, Path)}, or if a name stands twice
   */
  default List<MutualInformationEstimator> named(List<String> methods, Path model) {
    List<String> names = methods.stream().map(String::strip).toList();
    require(
        names.stream().distinct().count() == names.size(),
        "a method may stand once, were %s",
        names);
    boolean asked = names.contains(DEFAULT);
    return names.stream()
        .map(name -> named(name, asked && !name.equals(DEFAULT) ? null : model))
        .toList();
  }

  /**
   * The same, where {@value #ALL} stands for every method that suits a sample.
   *
   * @throws IllegalArgumentException as {@link #named(List, Path)}
   */
  default List<MutualInformationEstimator> named(
      List<String> methods, Path model, Supplier<Sample> sample) {
    if (!methods.stream().map(String::strip).toList().equals(List.of(ALL))) {
      return named(methods, model);
    }
    Sample first = sample.get();
    return named(Estimators.names(), model).stream().filter(e -> e.suits(first)).toList();
  }

  /** The methods on the class path; the usual one does not wait until the others are found. */
  static MutualInformationEstimator known(String method, Path model) {
    if (!method.equals(DEFAULT)) {
      require(
          model == null,
          "--model is for method %s, was given beside method %s: %s",
          DEFAULT,
          method,
          model);
      return Estimators.named(method);
    }
    var shipped = new ShippedEstimator();
    return model == null ? shipped : shipped.with("model", model.toString());
  }
}
