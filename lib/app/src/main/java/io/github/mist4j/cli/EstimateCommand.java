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
import io.github.mist4j.table.MissingCells;
import io.github.mist4j.table.TableFile;
import java.io.PrintWriter;
import java.util.List;
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
  private enum Format {
    text,
    json
  }

  private final Methods methods;

  @Spec private CommandSpec spec;

  @Mixin private TableOptions table;

  @Option(
      names = "--x",
      required = true,
      split = ",",
      hideParamSyntax = true,
      paramLabel = "A[,B...]",
      description = "The columns of X, separated by commas.")
  private List<String> x;

  @Option(
      names = "--y",
      required = true,
      split = ",",
      hideParamSyntax = true,
      paramLabel = "A[,B...]",
      description = "The columns of Y, separated by commas.")
  private List<String> y;

  @Option(
      names = "--method",
      defaultValue = Methods.DEFAULT,
      completionCandidates = Methods.Names.class,
      paramLabel = "METHOD",
      description =
          "The estimator: ${COMPLETION-CANDIDATES}; with options as in ksg:neighbours=3, which"
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

  @Option(
      names = "--block",
      defaultValue = "1",
      paramLabel = "ROWS",
      description =
          "Rows that depend on each other, as in a time series: shuffles and half samples keep so"
              + " many together (default: ${DEFAULT-VALUE}).")
  private int block;

  @Option(names = "--bits", description = "Answer in bits instead of nats.")
  private boolean bits;

  @Option(
      names = "--at-least",
      description =
          "Say as well what the information is at least, with 95%% confidence whatever the law.")
  private boolean atLeast;

  @Mixin private SeedOption seed;

  @Option(
      names = "--drop-missing",
      description = "Leave out rows with a missing cell instead of refusing the file.")
  private boolean dropMissing;

  @Option(
      names = "--missing-as-level",
      description =
          "Take a missing name as a level of its own; rows with a missing number are left out.")
  private boolean missingAsLevel;

  @Option(
      names = "--nominal",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "A[,B...]",
      description =
          "Columns whose numbers are names without order, as postcodes are; columns of words always"
              + " are.")
  private List<String> nominal = List.of();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Mixin private PictureOption picture;

  @Mixin private OverwriteOption overwrite;

  EstimateCommand(Methods methods) {
    this.methods = methods;
  }

  /** Prints the estimate and returns it; null where it was to be JSON. */
  @Override
  public Estimate call() {
    picture.check(overwrite.options());
    var options =
        EstimateOptions.withDefaults()
            .withLevel(level)
            .withPermutations(permutations.count())
            .withHalves(halves.ofSample())
            .withBlockLength(block);
    TableFile file = table.read().withNames(nominal.stream().map(String::strip).toList());
    Sample sample = sample(file);
    Estimate nats = estimate(sample, seed.in(options, EstimateOptions::withSeed));
    sayHowItWasRead(file);
    Estimate estimate = bits ? nats.inBits() : nats;
    picture.save(() -> Pictures.of(estimate, sample), overwrite.options());
    print(estimate);
    return format == Format.json ? null : estimate;
  }

  private Estimate estimate(Sample sample, EstimateOptions options) {
    MutualInformationEstimator estimator = methods.named(method, model.file());
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      ProgressListener listener = progress.stoppedBy(interrupt::happened);
      Estimate estimate = estimator.estimate(sample, options.withProgress(listener));
      return atLeast
          ? estimate.withAtLeast(
              LowerBound.of(sample, EvidenceDefaults.AT_LEAST_LEVEL, options.seed(), listener))
          : estimate;
    }
  }

  private Sample sample(TableFile file) {
    List<String> xNames = x.stream().map(String::strip).toList();
    List<String> yNames = y.stream().map(String::strip).toList();
    return file.sample(xNames, yNames, missing());
  }

  private MissingCells missing() {
    require(
        !(dropMissing && missingAsLevel),
        "--drop-missing and --missing-as-level are two answers to one question: give one");
    return missingAsLevel
        ? MissingCells.AS_LEVEL
        : dropMissing ? MissingCells.DROP_ROWS : MissingCells.REFUSE;
  }

  /** On the standard error of the program; a notebook has another for the warnings of its card. */
  private void sayHowItWasRead(TableFile file) {
    PrintWriter err = spec.root().commandLine().getErr();
    err.println(file.reading());
    file.notes().forEach(note -> err.println("note: " + note));
  }

  private void print(Estimate estimate) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(EstimateJson.of(estimate));
    } else {
      estimate.warnings().forEach(w -> spec.commandLine().getErr().println("warning: " + w));
      out.println(estimate.summary() + "; " + estimate.meaning());
    }
  }
}
