package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.EvidenceDefaults;
import io.github.mist4j.bound.LowerBound;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.Results;
import io.github.mist4j.table.TableFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One estimate from a table in a file. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Estimate the mutual information of columns of a table.")
final class EstimateCommand implements Callable<Estimate> {
  private final Methods methods;

  @Spec private CommandSpec spec;

  @Mixin private ColumnsOption columns;

  @Option(
      names = "--method",
      defaultValue = Methods.DEFAULT,
      completionCandidates = Methods.Names.class,
      paramLabel = "METHOD",
      description =
          "The estimator, by one of the names below; with options as in ksg:neighbours=3, which"
              + " mist4j methods lists (default: ${DEFAULT-VALUE}).")
  private String method;

  @Mixin private ModelOption model;

  @Option(
      names = "--level",
      defaultValue = "0.9",
      paramLabel = "LEVEL",
      description = "The level of the interval (default: ${DEFAULT-VALUE}).")
  private double level;

  @Mixin private PermutationsOption permutations;

  @Mixin private HalvesOption halves;

  @Mixin private BlockOption block;

  @Option(names = "--bits", description = "Answer in bits instead of nats.")
  private boolean bits;

  @Option(
      names = "--at-least",
      description =
          "Say as well what the information is at least, with 95%% confidence whatever the law.")
  private boolean atLeast;

  @Mixin private TimeLimitOption timeLimit;

  @Mixin private SeedOption seed;

  @Mixin private ResultOptions result;

  EstimateCommand(Methods methods) {
    this.methods = methods;
  }

  /** Prints the estimate and returns it; null where it was to be in another format than text. */
  @Override
  public Estimate call() {
    require(
        !(atLeast && block.rows() > 1),
        "--at-least holds for independent rows and --block says that rows depend on each other:"
            + " give one of them");
    result.check(columns.files());
    var options =
        EstimateOptions.withDefaults()
            .withLevel(level)
            .withPermutations(permutations.count())
            .withBlockLength(block.rows());
    TableFile file = columns.read();
    Sample given = columns.of(file);
    Sample sample = block.rows() > 1 ? given : given.warnedOfOrder();
    Estimate nats = estimate(sample, seed.in(options, EstimateOptions::withSeed));
    TableOptions.sayHowItWasRead(file, spec);
    Estimate estimate = bits ? nats.inBits() : nats;
    return result.give(
        spec,
        estimate,
        Results.of(estimate),
        () -> Pictures.of(estimate.withSample(sample)),
        () -> {
          estimate
              .warnings()
              .forEach(
                  w ->
                      spec.commandLine()
                          .getErr()
                          .println("warning: " + OptionNames.only(w.sentence())));
          spec.commandLine().getOut().println(estimate.summary() + "; " + estimate.meaning());
        });
  }

  private Estimate estimate(Sample sample, EstimateOptions asked) {
    MutualInformationEstimator estimator = timeLimit.in(methods.named(method, model.file()));
    EstimateOptions options = asked.withHalves(halves.ofSample(estimator));
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      ProgressListener listener = interrupt.told(progress);
      Estimate estimate = estimator.estimate(sample, options.withProgress(listener));
      return atLeast
          ? estimate.withAtLeast(
              LowerBound.of(sample, EvidenceDefaults.AT_LEAST_LEVEL, options.seed(), listener))
          : estimate;
    }
  }
}
