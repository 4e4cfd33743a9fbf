package io.github.mist4j.cli;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.training.Preset;
import io.github.mist4j.training.Presets;
import io.github.mist4j.training.Schedule;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import io.github.mist4j.training.TrainingOptions.Device;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final CopyOption[] REPLACING = {StandardCopyOption.REPLACE_EXISTING};

  @Spec private CommandSpec spec;

  @Mixin private PresetOption preset;

  @Option(
      names = "--from",
      paramLabel = "FILE.mist",
      description =
          "Start from this model's weights (default: random weights; with --like those of the model"
              + " that ships, where the network is of its kind, at a tenth of the rate).")
  private Path from;

  @ArgGroup(exclusive = false)
  private LikeOption like;

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

  @Mixin private SeedOption seed;

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
      names = "--ranking",
      paramLabel = "WEIGHT",
      description =
          "The weight of a loss of the order of a step's datasets beside that of their estimates,"
              + " as 1 (default: 0). For copula networks.")
  private Double ranking;

  @Option(
      names = "--consistency",
      paramLabel = "WEIGHT",
      description =
          "The weight of a loss where estimates rise as a side is processed, or of two copies are"
              + " not twice that of one, as 4 (default: 0). For copula networks.")
  private Double consistency;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "cpu",
      description =
          "What computes the network: cpu, or gpu for the paper's networks"
              + " (default: ${DEFAULT-VALUE}).")
  private Device device;

  @Mixin private ThreadsOption threads;

  @Mixin private ModelFileOption modelFile;

  @Override
  public Integer call() {
    Path out = modelFile.file();
    if (like != null) {
      like.files().refuse(out);
    }
    if (from != null) {
      ReadFiles.of(from).refuse(out);
    }
    AtomicFile.writable(out, resume ? REPLACING : modelFile.options());
    Trainer trainer = trainer(Presets.named(preset.name()));
    try (var interrupt = Interrupt.awaited();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      ProgressListener listener = progress.stoppedBy(interrupt::happened);
      return interrupt.during(
          () -> {
            Checkpoint best =
                resume
                    ? trainer.resume(out, listener, modelFile.options())
                    : trainer.start(out, listener, modelFile.options());
            progress.end();
            if (trainer.stopped()) {
              progress.say(
                  "interrupted; the best model so far is %s, go on with: %s"
                      .formatted(out, TypedCommand.resuming(spec)));
            }
            spec.commandLine().getOut().println(best.card());
            spec.commandLine().getOut().flush();
            return 0;
          },
          progress);
    }
  }

  private Trainer trainer(Preset named) {
    TrainingOptions options = changed(named.options());
    MetaDistribution distribution = named.distribution();
    if (like != null) {
      distribution = MetaDistribution.like(like.sample(spec));
      if (from == null && options.architecture() instanceof CopulaArchitecture) {
        return Trainer.of(distribution, learningRate == null ? options.refining() : options)
            .fromShipped();
      }
    }
    Trainer begun = Trainer.of(distribution, options);
    return from == null ? begun : begun.from(Checkpoint.open(from));
  }

  /** The preset's options but for those of the command. */
  private TrainingOptions changed(TrainingOptions ofPreset) {
    TrainingOptions options =
        threads.in(seed.in(ofPreset, TrainingOptions::withSeed), TrainingOptions::withThreads);
    if (budget != null && budget.minutes != null) {
      options = options.withMinutes(budget.minutes);
    }
    if (budget != null && budget.datasets != null) {
      options = options.withDatasets(budget.datasets);
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
    if (ranking != null) {
      options = options.withRanking(ranking);
    }
    if (consistency != null) {
      options = options.withConsistency(consistency);
    }
    if (cosine) {
      options = options.withSchedule(Schedule.cosine());
    }
    return options.withDevice(device);
  }
}
