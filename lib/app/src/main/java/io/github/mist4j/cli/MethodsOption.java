package io.github.mist4j.cli;

import io.github.mist4j.estimator.MutualInformationEstimator;
import java.util.List;
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

  /** The estimators, in the order in which they were named. */
  List<MutualInformationEstimator> of(Methods methods) {
    return methods.named(names, model.file());
  }
}
