package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Estimators against datasets whose truth is known.
 *
 * <pre>{@code
 * Evaluation verdict = Evaluation.of(
 *     EvaluationData.of(mine, 200, 1),
 *     List.of(new Ksg(), new GaussianCopula()),
 *     EvaluationOptions.withDefaults(),
 *     ProgressListener.NONE);
 * System.out.println(verdict); // errors by rows, columns and family
 * }</pre>
 *
 * @param title what the datasets are
 * @param rows the datasets, with the truth
 * @param predictions what each estimator says of each dataset: the first estimator's on all
 *     datasets in their order, then the next one's
 */
public record Evaluation(String title, List<MetaDatasetRow> rows, List<Prediction> predictions) {
  /** What a prediction is of. */
  private record Key(long idx, String method) {}

  /** Copies the lists. */
  public Evaluation {
    rows = List.copyOf(rows);
    predictions = List.copyOf(predictions);
  }

  /**
   * Evaluates. A dataset that an estimator refuses is recorded with the reason.
   *
   * @param data the datasets
   * @param estimators the estimators, thread safe, of different methods
   * @param options how
   * @param listener hears of the progress, an {@link EvaluationProgress}
   * @throws CancellationException if the listener or an interrupt stops it; the listener has heard
   *     what is predicted so far
   */
  public static Evaluation of(
      EvaluationData data,
      List<? extends MutualInformationEstimator> estimators,
      EvaluationOptions options,
      ProgressListener listener) {
    require(!estimators.isEmpty(), "estimators must not be empty");
    require(data != null, "data must be given, was null");
    require(estimators.stream().allMatch(e -> e != null), "estimators must be given, one was null");
    List<String> methods = estimators.stream().map(MutualInformationEstimator::method).toList();
    require(
        methods.stream().distinct().count() == methods.size(),
        "estimators must be of different methods, were %s",
        methods);
    Map<Key, Prediction> known = new HashMap<>();
    options.known().forEach(p -> known.put(new Key(p.idx(), p.method()), p));
    ExecutorService threads = Executors.newFixedThreadPool(options.threads(), Evaluation::daemon);
    try {
      var estimates = options.estimates().withProgress(ProgressListener.NONE);
      int begun = 0; // predictions that are known and begin the list
      var tasks = new ArrayList<CompletableFuture<Prediction>>();
      for (MutualInformationEstimator estimator : estimators) {
        for (int i = 0; i < data.rows().size(); i++) {
          int place = i;
          var key = new Key(data.rows().get(place).idx(), estimator.method());
          Prediction earlier = known.get(key);
          begun += earlier != null && begun == tasks.size() ? 1 : 0;
          tasks.add(
              earlier != null
                  ? CompletableFuture.completedFuture(earlier)
                  : CompletableFuture.supplyAsync(
                      () -> prediction(data, place, estimator, estimates), threads));
        }
      }
      return new Evaluation(data.title(), data.rows(), results(tasks, begun, listener));
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whether a method gave an interval on some dataset. */
  public boolean hasIntervals(String method) {
    return predictions.stream()
        .anyMatch(p -> p.method().equals(method) && p.interval().isPresent());
  }

  /** The errors of every estimator by split, family and number of rows. */
  public ErrorTable errors() {
    return ErrorTable.of(rows, predictions);
  }

  /**
   * Writes the predictions as CSV, {@code idx,method,value,lower,upper,seconds}, in nats, with a
   * last column {@code error} if a dataset was refused; cells without a value are empty.
   *
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older file is
   *     replaced; none: it is refused
   * @throws IllegalArgumentException if the file exists or cannot stand there
   */
  public void writePredictions(Path file, CopyOption... options) {
    writePredictions(file, predictions, options);
  }

  /** Writes predictions as {@link #writePredictions(Path, CopyOption...)} does. */
  public static void writePredictions(
      Path file, List<Prediction> predictions, CopyOption... options) {
    PredictionsFile.write(file, predictions, options);
  }

  /**
   * Reads what {@link #writePredictions(Path, CopyOption...)} wrote, for instance to go on with it.
   *
   * @param level the level of the intervals, which the file does not hold
   * @throws IllegalArgumentException with one sentence if the file is missing or no such file
   */
  public static List<Prediction> readPredictions(Path file, double level) {
    return PredictionsFile.read(file, level);
  }

  /** The methods, in their order. */
  public List<String> methods() {
    return predictions.stream().map(Prediction::method).distinct().toList();
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "mist4j-evaluation");
    thread.setDaemon(true);
    return thread;
  }

  /** All of them, of which the first so many were made earlier. */
  private static List<Prediction> results(
      List<CompletableFuture<Prediction>> tasks, int begun, ProgressListener listener) {
    var predictions = new Prediction[tasks.size()];
    var work =
        Work.of(
            "predictions",
            begun,
            tasks.size(),
            listener.told(
                p ->
                    new EvaluationProgress(
                        p.count(), Arrays.asList(predictions).subList(0, (int) p.count().done()))),
            System::nanoTime);
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = work.result(tasks.get(i));
      work.advance(i < begun ? 0 : 1);
    }
    return Arrays.asList(predictions);
  }

  private static Prediction prediction(
      EvaluationData data,
      int place,
      MutualInformationEstimator estimator,
      EstimateOptions options) {
    long idx = data.rows().get(place).idx();
    long start = System.nanoTime();
    try {
      var sample = data.sample(place);
      start = System.nanoTime();
      return Prediction.of(idx, estimator.estimate(sample, options), seconds(start));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Prediction.refused(idx, estimator.method(), seconds(start), e.getMessage());
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The errors of every method, as aligned text. */
  @Override
  public String toString() {
    return errors().toString();
  }
}
