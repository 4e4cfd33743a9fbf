package io.github.mist4j.cli;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.sample.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Several estimators, and the trained model of the one that has one. */
final class MethodsOption {
  @Option(
      names = "--method",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "M[,M...]",
      defaultValue = Methods.DEFAULT,
      completionCandidates = Methods.NamesOrAll.class,
      description = Methods.LIST + " (default: ${DEFAULT-VALUE}).")
  private List<String> names;

  @Mixin private ModelOption model;

  @Mixin private TimeLimitOption timeLimit;

  /**
   * What tells each of them from others of its method, by its method: the options and the model
   * that it was given, and the version of this library.
   *
   * @throws java.io.UncheckedIOException if a model cannot be read
   */
  Map<String, String> identities(List<MutualInformationEstimator> estimators) {
    var identities = new LinkedHashMap<String, String>();
    for (MutualInformationEstimator estimator : estimators) {
      String spelling = estimator.method(); // as it was spelled, or the name of one of all
      var identity =
          new StringBuilder(spelling + ", " + new Version().getVersion()[0] + timeLimit.words());
      boolean shipped = spelling.equals(Methods.DEFAULT) && model.file() == null;
      if (shipped) {
        identity.append(", model ").append(Checkpoint.shipped().fingerprint());
      }
      files(spelling).forEach(file -> identity.append(", model ").append(fingerprint(file)));
      identities.put(spelling, identity.toString());
    }
    return identities;
  }

  /** The files that a method reads: its model, and what its options name. */
  private List<Path> files(String spelling) {
    if (spelling.equals(Methods.DEFAULT) && model.file() != null) {
      return List.of(model.file());
    }
    return Arrays.stream(spelling.split(":(?=[^:=]+=)", -1))
        .map(option -> Path.of(option.substring(option.indexOf('=') + 1)))
        .filter(Files::isRegularFile)
        .toList();
  }

  private static String fingerprint(Path file) {
    return new Fingerprint().with(file).toString();
  }

  /**
   * The estimators, in the order in which they were named.
   *
   * @param sample one that those must suit that nobody named
   */
  List<MutualInformationEstimator> of(Methods methods, Supplier<Sample> sample) {
    return methods.named(names, model.file(), sample).stream().map(timeLimit::in).toList();
  }
}
