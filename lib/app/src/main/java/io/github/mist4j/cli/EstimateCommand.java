package io.github.mist4j.cli;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.CsvTable;
import io.github.mist4j.table.MissingCells;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One estimate from a CSV file. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Estimate the mutual information of columns of a CSV file.")
final class EstimateCommand implements Callable<Estimate> {
  private enum Format {
    text,
    json
  }

  private final Methods methods;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.csv", description = "A CSV file with a header.")
  private Path file;

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

  @Option(
      names = "--model",
      paramLabel = "FILE.mist",
      description = "A trained model (default: the one that comes with mist4j).")
  private Path model;

  @Option(
      names = "--level",
      defaultValue = "0.9",
      paramLabel = "LEVEL",
      description = "The level of the interval (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--permutations",
      defaultValue = "" + Methods.PERMUTATIONS,
      paramLabel = "COUNT",
      description =
          "Shuffles of the permutation test of independence, 0 for no test"
              + " (default: ${DEFAULT-VALUE}).")
  private int permutations;

  @Option(
      names = "--halves",
      defaultValue = "200",
      paramLabel = "COUNT",
      description =
          "Half samples behind the interval of a method that has none of its own, 0 for no interval"
              + " (default: ${DEFAULT-VALUE}).")
  private int halves;

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
      names = "--seed",
      defaultValue = "0",
      paramLabel = "SEED",
      description = "Seed of shuffles and of the order of ties (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--drop-missing",
      description = "Leave out rows with a missing cell instead of refusing the file.")
  private boolean dropMissing;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  EstimateCommand(Methods methods) {
    this.methods = methods;
  }

  /** Prints the estimate and returns it; null where it was to be JSON. */
  @Override
  public Estimate call() {
    var options =
        EstimateOptions.withDefaults()
            .withLevel(level)
            .withPermutations(permutations)
            .withSeed(seed)
            .withHalves(halves)
            .withBlockLength(block);
    Sample sample = sample();
    Estimate nats = methods.named(method, model).estimate(sample, options);
    Estimate estimate = bits ? nats.inBits() : nats;
    print(estimate);
    return format == Format.json ? null : estimate;
  }

  private Sample sample() {
    CsvTable table = CsvTable.read(file);
    List<String> xNames = x.stream().map(String::strip).toList();
    List<String> yNames = y.stream().map(String::strip).toList();
    return table.sample(xNames, yNames, dropMissing ? MissingCells.DROP_ROWS : MissingCells.REFUSE);
  }

  private void print(Estimate estimate) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(EstimateJson.of(estimate));
    } else {
      estimate.warnings().forEach(w -> spec.commandLine().getErr().println("warning: " + w));
      out.println(estimate.summary());
    }
  }
}
