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

  /**
   * A line for each method, one below it for each option, one for each variant: what it does, with
   * the options that are set otherwise below, or how it is spelled by options alone.
   */
  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (MutualInformationEstimator estimator : Estimators.all()) {
      out.printf("%-18s  %s%n", estimator.method(), estimator.description());
      print(out, estimator.options());
      for (MutualInformationEstimator variant : estimator.variants()) {
        boolean same = variant.description().equals(estimator.description());
        List<MethodOption> others = others(variant, estimator);
        out.printf(
            "%-18s  %s%n",
            variant.method(), same ? spelled(estimator, others) : variant.description());
        print(out, same ? List.of() : others);
      }
    }
    Estimators.absent().ifPresent(where -> out.printf("%n%s%n", where));
  }

  private static void print(PrintWriter out, List<MethodOption> options) {
    for (MethodOption option : options) {
      out.printf("  :%-26s %s (%s)%n", option, option.description(), option.allowed());
    }
  }

  /** The options of a variant that are not those of its kind. */
  private static List<MethodOption> others(
      MutualInformationEstimator variant, MutualInformationEstimator estimator) {
    List<String> usual = estimator.options().stream().map(MethodOption::toString).toList();
    return variant.options().stream().filter(option -> !usual.contains(option.toString())).toList();
  }

  /** A method with options: {@code ksg:algorithm=second}. */
  private static String spelled(MutualInformationEstimator estimator, List<MethodOption> options) {
    return options.stream()
        .map(MethodOption::toString)
        .collect(Collectors.joining(":", estimator.method() + ":", ""));
  }
}
