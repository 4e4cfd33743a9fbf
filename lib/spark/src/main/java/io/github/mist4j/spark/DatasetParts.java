package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.evaluation.Prediction;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.MetaDatasetFolder;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Datasets of known information, some of them a task: drawn into folders, and predicted. */
final class DatasetParts {
  static final StructType SCHEMA =
      new StructType()
          .add("idx", DataTypes.LongType)
          .add("distribution", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("dx", DataTypes.IntegerType)
          .add("dy", DataTypes.IntegerType)
          .add("true_mi", DataTypes.DoubleType)
          .add("method", DataTypes.StringType)
          .add("value", DataTypes.DoubleType)
          .add("lower", DataTypes.DoubleType)
          .add("upper", DataTypes.DoubleType)
          .add("seconds", DataTypes.DoubleType)
          .add("error", DataTypes.StringType);

  /** Datasets from one number on, before another. */
  private record Range(int part, long from, long to) implements Serializable {}

  /** A folder, and the number of its first dataset among those of all folders. */
  private record Folder(String path, long from) implements Serializable {}

  /** Some of a sequence. */
  private record Some(DatasetSequence all, Range range) implements DatasetSequence {
    @Override
    public long size() {
      return range.to - range.from;
    }

    @Override
    public String split() {
      return all.split();
    }

    @Override
    public Dataset draw(long seed, long index) {
      return all.draw(seed, range.from + index);
    }

    @Override
    public String describe() {
      return "%s, from %s before %s".formatted(all.describe(), range.from, range.to);
    }
  }

  private DatasetParts() {}

  /** Writes folders of datasets into a new one, a task each. */
  static void write(
      JavaSparkContext spark,
      Function0<DatasetSequence> datasets,
      long seed,
      int parts,
      Path folder) {
    require(!Files.exists(folder), "%s exists already", folder);
    try {
      Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be made".formatted(folder), e);
    }
    String path = folder.toAbsolutePath().toString(); // paths are not sent
    ranges(spark, datasets, parts)
        .foreach(range -> write(new Some(datasets.call(), range), seed, range.part, path));
  }

  private static JavaRDD<Range> ranges(
      JavaSparkContext spark, Function0<DatasetSequence> datasets, int parts) {
    long size = made(datasets).size();
    require(parts > 0 && parts <= size, "parts must be from 1 to %d, was %d", size, parts);
    List<Range> ranges =
        IntStream.range(0, parts)
            .mapToObj(p -> new Range(p, share(size, p, parts), share(size, p + 1, parts)))
            .toList();
    return spark.parallelize(ranges, parts);
  }

  private static long share(long size, int part, int parts) {
    return size / parts * part + Math.min(part, size % parts);
  }

  private static <T> T made(Function0<T> maker) {
    try {
      return maker.call();
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static void write(DatasetSequence some, long seed, int part, String parent) {
    Path folder = Path.of(parent, String.format(Locale.ROOT, "part-%05d", part));
    if (Files.exists(folder)) {
      return; // whole: the task is a repetition of one that was lost after it ended
    }
    Generation.of(some, GenerationOptions.withDefaults().withSeed(seed).withThreads(1))
        .write(folder, ProgressListener.NONE);
  }

  /** The predictions of datasets that are drawn. */
  static JavaRDD<Row> predictions(
      JavaSparkContext spark,
      Function0<DatasetSequence> datasets,
      long seed,
      Function0<List<MutualInformationEstimator>> estimators) {
    int parts = PairSquares.tasks(spark, (int) Math.min(Integer.MAX_VALUE, made(datasets).size()));
    return ranges(spark, datasets, parts)
        .flatMap(
            range -> {
              var some = new Some(datasets.call(), range);
              return rows(EvaluationData.of("", some, seed), range.from, estimators.call());
            });
  }

  /** The predictions of the datasets of a folder, or of the folders in it. */
  static JavaRDD<Row> predictions(
      JavaSparkContext spark, Path folder, Function0<List<MutualInformationEstimator>> estimators) {
    var folders = new ArrayList<Folder>();
    long from = 0;
    for (Path part : parts(folder)) {
      folders.add(new Folder(part.toAbsolutePath().toString(), from));
      try (var datasets = MetaDatasetFolder.open(part)) {
        from += datasets.size();
      }
    }
    return spark
        .parallelize(folders, folders.size())
        .flatMap(
            part -> {
              try (var datasets = MetaDatasetFolder.open(Path.of(part.path))) {
                return rows(EvaluationData.of("", datasets), part.from, estimators.call());
              }
            });
  }

  private static List<Path> parts(Path folder) {
    require(Files.isDirectory(folder), "there is no folder %s", folder);
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> parts =
          inside.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList();
      return parts.isEmpty() ? List.of(folder) : parts;
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(folder), e);
    }
  }

  private static Iterator<Row> rows(
      EvaluationData data, long from, List<MutualInformationEstimator> estimators) {
    var options = EvaluationOptions.withDefaults().withThreads(1); // Spark has its own
    List<MetaDatasetRow> datasets = data.rows();
    List<Prediction> predictions =
        Evaluation.of(data, estimators, options, ProgressListener.NONE).predictions();
    return IntStream.range(0, predictions.size())
        .mapToObj(i -> row(datasets.get(i % datasets.size()), from, predictions.get(i)))
        .iterator();
  }

  private static Row row(MetaDatasetRow dataset, long from, Prediction prediction) {
    return RowFactory.create(
        from + dataset.idx(),
        dataset.distribution().orElse(null),
        dataset.n(),
        dataset.dx(),
        dataset.dy(),
        dataset.mutualInformation(),
        prediction.method(),
        prediction.value().isPresent() ? (Double) prediction.value().getAsDouble() : null,
        prediction.interval().map(i -> i.lower()).orElse(null),
        prediction.interval().map(i -> i.upper()).orElse(null),
        prediction.seconds(),
        prediction.error().orElse(null));
  }
}
