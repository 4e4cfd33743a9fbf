package io.github.mist4j.cli;

import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The methods with their options. */
@Command(
    name = "methods",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "List the estimators and their options.",
    footer = {"", "Example: mist4j estimate homes.csv --x age --y price --method ksg:neighbours=3"})
final class MethodsCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** A line for each method, one below it for each option, one for each variant. */
  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (MutualInformationEstimator estimator : Estimators.all()) {
      out.printf("%-18s  %s%n", estimator.method(), estimator.description());
      for (MethodOption option : estimator.options()) {
        out.printf("  :%-26s %s (%s)%n", option, option.description(), option.allowed());
      }
      for (MutualInformationEstimator variant : estimator.variants()) {
        out.printf("%-18s  %s%n", variant.method(), spelled(variant, estimator));
      }
    }
  }

  /** The same by the options that are not those of the kind: {@code ksg:algorithm=second}. */
  private static String spelled(
      MutualInformationEstimator variant, MutualInformationEstimator estimator) {
    List<String> usual = estimator.options().stream().map(MethodOption::toString).toList();
    return variant.options().stream()
        .map(MethodOption::toString)
        .filter(option -> !usual.contains(option))
        .collect(Collectors.joining(":", estimator.method() + ":", ""));
  }
}
