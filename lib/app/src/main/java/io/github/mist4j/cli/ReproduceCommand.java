package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.reproduction.Reproduction;
import io.github.mist4j.reproduction.Reproduction.Options;
import io.github.mist4j.reproduction.Reproduction.Result;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The experiments of the MIST paper. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Make an experiment of the MIST paper: numbers, picture, and what the paper reports.",
      "Without a name, list the experiments. Ctrl-C stops; the same with --resume goes on."
    })
final class ReproduceCommand implements Callable<Integer> {
  private static final String ALL = "all";

  private final Methods methods;

  @Spec private CommandSpec spec;

  /** The names for the completion, made when they are asked for. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Reproduction.all().stream().map(Reproduction::name), Stream.of(ALL))
          .iterator();
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      completionCandidates = Names.class,
      description = "The experiment, by one of the names below, or all of them.")
  private String name;

  @Option(
      names = "--scale",
      defaultValue = "small",
      paramLabel = "SCALE",
      description = {
        "How much: tiny (seconds), small (minutes), full (the paper's numbers of datasets)",
        "(default: ${DEFAULT-VALUE})."
      })
  private Reproduction.Scale scale;

  @Option(
      names = "--out",
      defaultValue = "paper",
      paramLabel = "FOLDER",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--method",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "M[,M...]",
      completionCandidates = Methods.NamesOrAll.class,
      description = "The estimators, as of evaluate (default: those of the experiment).")
  private List<String> chosen;

  @Mixin private ModelOption model;

  @Mixin private SeedOption seed;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--resume",
      description = "Go on with what the folder holds of the same experiment and options.")
  private boolean resume;

  @Mixin private OverwriteOption overwrite;

  ReproduceCommand(Methods methods) {
    this.methods = methods;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      lines().forEach(out::println);
      return 0;
    }
    overwrite.checkNotBeside(resume);
    List<Reproduction> asked = asked();
    try (var interrupt = Interrupt.awaited();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      return interrupt.during(
          () -> {
            for (Reproduction experiment : asked) {
              Result result = result(experiment, interrupt.told(progress), progress);
              progress.end();
              out.println(result);
              out.println();
              out.flush();
            }
            return 0;
          },
          progress);
    }
  }

  private Result result(Reproduction experiment, ProgressListener listener, ProgressLine progress) {
    Options how = options(experiment);
    try {
      return resume
          ? experiment.resume(folder, how, listener)
          : experiment.begin(folder, how, listener, overwrite.options());
    } catch (CancellationException e) {
      progress.say("go on with: " + TypedCommand.resuming(spec));
      throw e;
    }
  }

  /** The experiments with the time that they need, and what stands for all. */
  static List<String> lines() {
    return Stream.concat(
            Reproduction.all().stream()
                .map(e -> "  %-19s%s%n  %19s%s".formatted(e.name(), e.title(), "", e.needs())),
            Stream.of("  %-19s%s".formatted(ALL, "all of these, one after the other")))
        .toList();
  }

  private List<Reproduction> asked() {
    if (!name.equals(ALL)) {
      return List.of(Reproduction.named(name));
    }
    require(
        chosen == null && model.file() == null,
        "all asks the estimators of each experiment; --method and --model go with one");
    return Reproduction.all();
  }

  private Options options(Reproduction experiment) {
    Options how = Options.withDefaults().withScale(scale);
    return threads
        .in(seed.in(how, Options::withSeed), Options::withThreads)
        .withEstimators(estimators(experiment));
  }

  private List<MutualInformationEstimator> estimators(Reproduction experiment) {
    if (chosen == null && model.file() == null) {
      return List.of();
    }
    return methods.named(
        chosen == null ? experiment.methods() : chosen,
        model.file(),
        () -> Grid.inDistribution().draw(1, 0).sample()); // columns of numbers, as all are here
  }
}
