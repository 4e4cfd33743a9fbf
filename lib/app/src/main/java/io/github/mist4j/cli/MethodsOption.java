package io.github.mist4j.cli;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.model.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      completionCandidates = Methods.Names.class,
      description = Methods.LIST + " (default: ${DEFAULT-VALUE}).")
  private List<String> names;

  @Mixin private ModelOption model;

  /**
   * What tells each of them from others of its method, by its method: the options and the model
   * that it was given, and the version of this library.
   *
   * @throws java.io.UncheckedIOException if a model cannot be read
   */
  Map<String, String> identities(List<MutualInformationEstimator> estimators) {
    var identities = new LinkedHashMap<String, String>();
    for (int k = 0; k < estimators.size(); k++) {
      String spelling = names.get(k).strip();
      var identity = new StringBuilder(spelling + ", " + new Version().getVersion()[0]);
      boolean shipped = spelling.equals(Methods.DEFAULT) && model.file() == null;
      if (shipped) {
        identity.append(", model ").append(Checkpoint.shipped().fingerprint());
      }
      files(spelling).forEach(file -> identity.append(", model ").append(fingerprint(file)));
      identities.put(estimators.get(k).method(), identity.toString());
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

  /** The estimators, in the order in which they were named. */
  List<MutualInformationEstimator> of(Methods methods) {
    return methods.named(names, model.file());
  }
}
