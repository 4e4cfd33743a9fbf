package io.github.mist4j.cli;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.training.Preset;
import io.github.mist4j.training.Presets;
import io.github.mist4j.training.Schedule;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Train a model on fresh datasets.",
      "Ctrl-C ends the training; the best model so far is kept."
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--preset",
      defaultValue = "full",
      paramLabel = "NAME",
      description = "What to learn, by which network (default: ${DEFAULT-VALUE}).")
  private String preset;

  @Option(
      names = "--from",
      paramLabel = "FILE.mist",
      description = "Start from this model's weights (default: random weights).")
  private Path from;

  @ArgGroup(exclusive = true)
  private Budget budget;

  private static final class Budget {
    @Option(
        names = "--minutes",
        paramLabel = "MINUTES",
        description = "How long to train (default: the preset's, 30 for ours).")
    private Double minutes;

    @Option(
        names = "--datasets",
        paramLabel = "COUNT",
        description = "How many datasets to learn from; makes the training repeatable.")
    private Long datasets;
  }

  @Option(names = "--resume", description = "Go on with a training that was ended early.")
  private boolean resume;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Names the datasets and the first weights (default: 1).")
  private Long seed;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "The highest rate of the optimizer (default: the preset's, 0.002 for ours).")
  private Double learningRate;

  @Option(
      names = "--queries",
      paramLabel = "ROWS",
      description = "The most rows of a dataset whose neighbours are counted (default: 1000).")
  private Integer queries;

  @Option(
      names = "--batch",
      paramLabel = "COUNT",
      description = "Datasets of a step, a multiple of 16 (default: the preset's, 64 for ours).")
  private Integer batch;

  @Option(
      names = "--cosine",
      description =
          "Let the rate fall to 0 over the budget, as our presets do, whatever the preset.")
  private boolean cosine;

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description = "Threads; they change nothing in the model (default: one a processor).")
  private Integer threads;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mist",
      description = "Where the model goes.")
  private Path out;

  @Override
  public Integer call() {
    AtomicFile.writable(out);
    Preset named = Presets.named(preset);
    Trainer trainer = Trainer.of(named.distribution(), changed(named.options()));
    if (from != null) {
      trainer = trainer.from(Checkpoint.open(from));
    }
    PrintWriter err = spec.commandLine().getErr();
    try (var interrupt = new Interrupt(trainer::stop);
        var progress = new ProgressLine(err)) {
      Checkpoint best =
          resume ? trainer.resume(out, progress::show) : trainer.start(out, progress::show);
      progress.end();
      if (interrupt.happened()) {
        err.printf("interrupted; the best model so far is %s, go on with: %s%n", out, goOn());
      }
      err.flush();
      spec.commandLine().getOut().println(best.card());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  /** The preset's options but for those of the command. */
  private TrainingOptions changed(TrainingOptions preset) {
    TrainingOptions options = preset;
    if (budget != null && budget.minutes != null) {
      options = options.withMinutes(budget.minutes);
    }
    if (budget != null && budget.datasets != null) {
      options = options.withDatasets(budget.datasets);
    }
    if (seed != null) {
      options = options.withSeed(seed);
    }
    if (learningRate != null) {
      options = options.withLearningRate(learningRate);
    }
    if (queries != null) {
      options = options.withQueries(queries);
    }
    if (batch != null) {
      options = options.withBatch(batch);
    }
    if (cosine) {
      options = options.withSchedule(Schedule.cosine());
    }
    return threads == null ? options : options.withThreads(threads);
  }

  /** The same command with {@code --resume}. */
  private String goOn() {
    var line = new StringBuilder("mist4j train --resume --preset " + preset);
    if (budget != null) {
      line.append(
          budget.minutes != null
              ? " --minutes " + budget.minutes
              : " --datasets " + budget.datasets);
    }
    if (from != null) {
      line.append(" --from ").append(from);
    }
    if (seed != null) {
      line.append(" --seed ").append(seed);
    }
    if (learningRate != null) {
      line.append(" --learning-rate ").append(learningRate);
    }
    if (queries != null) {
      line.append(" --queries ").append(queries);
    }
    if (batch != null) {
      line.append(" --batch ").append(batch);
    }
    if (cosine) {
      line.append(" --cosine");
    }
    return line.append(" --out ").append(out).toString();
  }
}
