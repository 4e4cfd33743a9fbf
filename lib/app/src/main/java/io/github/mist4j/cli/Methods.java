package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.Cca;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Histogram;
import io.github.mist4j.estimator.HistogramOptions;
import io.github.mist4j.estimator.KernelDensity;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.estimator.KsgOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import java.nio.file.Path;
import java.util.List;

/** The estimators by their names on the command line. */
@FunctionalInterface
interface Methods {
  /** The method where the user names none. */
  String DEFAULT = "mist";

  /** All names. */
  List<String> NAMES =
      List.of(
          DEFAULT,
          "ksg",
          "ksg2",
          "gaussian-copula",
          "cca",
          "histogram",
          "histogram-adaptive",
          "kde");

  /** Shuffles of the permutation test where the user asks for no number: none. */
  int PERMUTATIONS = 0;

  /**
   * The estimator of a name.
   *
   * @param model the file of the model, for a method that has one; null for the shipped model
   * @throws IllegalArgumentException if there is no such method, or no model in the file
   */
  MutualInformationEstimator named(String method, Path model);

  /**
   * The estimators of some names, in their order.
   *
   * @throws IllegalArgumentException as {@link #named}, or if a name stands twice
   */
  default List<MutualInformationEstimator> named(List<String> methods, Path model) {
    List<String> names = methods.stream().map(String::strip).toList();
    require(
        names.stream().distinct().count() == names.size(),
        "a method may stand once, were %s",
        names);
    return names.stream().map(name -> named(name, model)).toList();
  }

  /** The methods of the library. */
  static MutualInformationEstimator known(String method, Path model) {
    return switch (method) {
      case DEFAULT -> model == null ? Mist.estimator() : Mist.open(model);
      case "ksg" -> new Ksg();
      case "ksg2" -> new Ksg(KsgOptions.withDefaults().withAlgorithm(KsgOptions.Algorithm.SECOND));
      case "gaussian-copula" -> new GaussianCopula();
      case "cca" -> new Cca();
      case "histogram" -> new Histogram();
      case "histogram-adaptive" ->
          new Histogram(HistogramOptions.withDefaults().withBins(HistogramOptions.Bins.ADAPTIVE));
      case "kde" -> new KernelDensity();
      default ->
          throw new IllegalArgumentException(
              "method must be one of %s, was '%s'".formatted(String.join(", ", NAMES), method));
    };
  }
}
