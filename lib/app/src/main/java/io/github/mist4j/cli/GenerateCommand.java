package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.FamilySequence;
import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.progress.Progress.Count;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A folder of datasets. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Write a folder of datasets whose mutual information is known.",
      "Ctrl-C stops; the same command again goes on."
    })
final class GenerateCommand implements Callable<Integer> {
  private static final IntRange ROWS = new IntRange(10, 500);
  private static final IntRange COLUMNS = new IntRange(2, 32);

  @Spec private CommandSpec spec;

  @Option(
      names = "--family",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "ID[,ID...]",
      description = "Families such as multi_normal-sparse-asinh, which take turns.")
  private List<String> families;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = {
        "Instead, a grid of the MIST paper: m-train, m-test-imd or m-test-oomd;",
        "or what models are trained on: elliptical, broad or full."
      })
  private String preset;

  @Option(
      names = "--n",
      converter = IntRangeConverter.class,
      paramLabel = "FROM..TO",
      description = "The number of rows, uniform in the range (default: 10..500).")
  private IntRange rows;

  @Option(
      names = "--dim",
      converter = IntRangeConverter.class,
      paramLabel = "FROM..TO",
      description = "The columns of X, and as many of Y (default: 2..32).")
  private IntRange columns;

  @Option(
      names = "--dim-y",
      converter = IntRangeConverter.class,
      paramLabel = "FROM..TO",
      description = "The columns of Y, where they are apart from those of X.")
  private IntRange columnsOfY;

  @Option(
      names = "--count",
      paramLabel = "COUNT",
      description = "The number of datasets (default: all of a grid); of a grid evenly spread.")
  private Long count;

  @Mixin private SeedOption seed;

  @Mixin private ThreadsOption threads;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new folder.")
  private Path out;

  @Override
  public Integer call() {
    var generation = Generation.of(sequence(), options());
    PrintWriter err = spec.commandLine().getErr();
    try (var interrupt = Interrupt.awaited();
        var progress = new ProgressLine(err)) {
      Count end = generation.write(out, progress.stoppedBy(interrupt::happened));
      progress.end();
      if (end.finished()) {
        spec.commandLine()
            .getOut()
            .printf(Locale.ROOT, "%,d datasets in %s%n", end.total(), out)
            .flush();
      }
      if (!end.finished()) {
        err.printf(
            Locale.ROOT,
            "stopped after %,d of %,d datasets; the same command again goes on%n",
            end.done(),
            end.total());
        err.flush();
      }
    }
    return 0;
  }

  private DatasetSequence sequence() {
    require((families == null) != (preset == null), "give either --family or --preset");
    if (preset != null) {
      require(
          rows == null && columns == null && columnsOfY == null,
          "--n, --dim and --dim-y go with --family, the sizes of a preset are its own");
      return ofPreset();
    }
    require(count != null, "--family needs --count, the number of datasets");
    var sequence =
        FamilySequence.of(
            families.stream().map(String::strip).map(Families::named).toList(),
            rows == null ? ROWS : rows,
            columns == null ? COLUMNS : columns,
            count);
    return columnsOfY == null ? sequence : sequence.withColumnsOfY(columnsOfY);
  }

  private DatasetSequence ofPreset() {
    if (Grid.names().contains(preset)) {
      Grid grid = Grid.named(preset);
      return count == null ? grid : grid.spread(count);
    }
    require(
        MetaDistributions.names().contains(preset),
        "preset must be one of %s, was '%s'",
        Stream.concat(Grid.names().stream(), MetaDistributions.names().stream())
            .distinct()
            .collect(Collectors.joining(", ")),
        preset);
    require(count != null, "--preset %s needs --count, the number of datasets", preset);
    return MetaDistributions.named(preset).first(count);
  }

  private GenerationOptions options() {
    return threads.in(
        seed.in(GenerationOptions.withDefaults(), GenerationOptions::withSeed),
        GenerationOptions::withThreads);
  }
}
