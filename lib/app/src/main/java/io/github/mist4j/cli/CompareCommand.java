package io.github.mist4j.cli;

import io.github.mist4j.EvidenceDefaults;
import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.Results;
import io.github.mist4j.table.TableFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Several methods on one sample. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Ask several methods about columns of a table, and why they disagree.")
final class CompareCommand implements Callable<Comparison> {
  private final Methods methods;

  @Spec private CommandSpec spec;

  @Mixin private ColumnsOption columns;

  @Option(
      names = "--method",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "M[,M...]",
      completionCandidates = Methods.NamesOrAll.class,
      description =
          "The estimators, separated by commas, by the names below; the others are compared with"
              + " the first (default: all that suit the sample but those that fit a network to it;"
              + " these as well by the word all).")
  private List<String> names = List.of();

  @Mixin private ModelOption model;

  @Mixin private BlockOption block;

  @Mixin private TimeLimitOption timeLimit;

  @Mixin private SeedOption seed;

  @Mixin private ResultOptions result;

  CompareCommand(Methods methods) {
    this.methods = methods;
  }

  /** Prints the comparison and returns it; null where it was to be in another format than text. */
  @Override
  public Comparison call() {
    result.check(columns.files());
    TableFile file = columns.read();
    Sample sample = columns.of(file);
    Comparison comparison = compare(sample);
    TableOptions.sayHowItWasRead(file, spec);
    sample
        .warnings()
        .forEach(
            w -> spec.commandLine().getErr().println("warning: " + OptionNames.only(w.sentence())));
    return result.give(spec, comparison, Results.of(comparison), () -> Pictures.of(comparison));
  }

  private Comparison compare(Sample sample) {
    var options =
        seed.in(
            EstimateOptions.withDefaults()
                .withHalves(EvidenceDefaults.halvesOfComparison(sample.n()))
                .withBlockLength(block.rows()),
            EstimateOptions::withSeed);
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      return Comparison.of(
          asked(sample).stream().map(timeLimit::in).toList(),
          sample,
          options.withProgress(interrupt.told(progress)));
    }
  }

  private List<MutualInformationEstimator> asked(Sample sample) {
    if (!names.isEmpty()) {
      return methods.named(names, model.file(), () -> sample);
    }
    return Estimators.all().stream()
        .filter(e -> sample.n() <= e.unaskedUpToRows() && e.suits(sample))
        .map(e -> e.method().equals(Methods.DEFAULT) ? methods.named(e.method(), model.file()) : e)
        .toList();
  }
}
