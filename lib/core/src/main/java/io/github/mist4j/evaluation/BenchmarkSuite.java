package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A fixed list of distributions to compare estimators on.
 *
 * @param name its name, as on the command line
 * @param tasks the distributions
 */
public record BenchmarkSuite(String name, List<BenchmarkTask> tasks) {
  private static final int NOISE_COLUMNS = 3; // of a side of unseen-wide

  /** Copies the tasks. */
  public BenchmarkSuite {
    tasks = List.copyOf(tasks);
    require(!tasks.isEmpty(), "a suite needs at least one task, had none");
    require(
        tasks.stream().map(BenchmarkTask::name).distinct().count() == tasks.size(),
        "the tasks of a suite need different names");
  }

  /**
   * The suite of a name:
   *
   * <ul>
   *   <li>{@code bmi}: the 40 tasks of the BMI benchmark (Czyż et al., "Beyond Normal: On the
   *       Evaluation of Mutual Information Estimators", 2023);
   *   <li>{@code unseen}: 28 families that no training distribution of this library holds, nor
   *       close relatives of them, 20 of several columns, with closed forms and quadratures; {@code
   *       unseen-wide}: the same, each side among three noise columns; {@code near}: 21 that
   *       training holds close relatives of;
   *   <li>{@code levels}: 15 laws with columns of few levels, and {@code levels-normal}: normal
   *       pairs of the same informations and columns;
   *   <li>{@code independent}: 24 laws whose information is 0.
   * </ul>
   *
   * @throws IllegalArgumentException if there is none; the sentence lists the names
   */
  public static BenchmarkSuite named(String name) {
    require(name != null, "suite must be named, was null");
    return new BenchmarkSuite(
        name,
        switch (name) {
          case "bmi" -> BmiTasks.all();
          case "unseen" -> unseen();
          case "unseen-wide" -> unseen().stream().map(BenchmarkSuite::wide).toList();
          case "near" -> NearTasks.all();
          case "levels" -> LevelsTasks.all();
          case "levels-normal" -> LevelsTasks.normal();
          case "independent" -> IndependentTasks.all();
          default ->
              throw new IllegalArgumentException(
                  ("suite must be one of bmi, unseen, unseen-wide, near, levels, levels-normal,"
                          + " independent, was '%s'")
                      .formatted(name));
        });
  }

  private static List<BenchmarkTask> unseen() {
    return Stream.concat(UnseenTasks.all().stream(), UnseenTables.all().stream()).toList();
  }

  /** The law of a task among noise columns, of its name with the new numbers of columns. */
  private static BenchmarkTask wide(BenchmarkTask task) {
    Distribution law = task.law().withNoiseColumns(NOISE_COLUMNS, NOISE_COLUMNS);
    String kind = task.name().substring(0, task.name().indexOf('-'));
    return new BenchmarkTask("%s-%d-%d".formatted(kind, law.dx(), law.dy()), law);
  }

  /**
   * Every task with n rows at every seed 1, 2, … seeds; the same rows whatever else is drawn.
   *
   * @param n the number of rows
   * @param seeds the number of seeds, positive
   */
  public EvaluationData drawn(int n, int seeds) {
    require(seeds > 0, "seeds must be positive, were %d", seeds);
    var rows = new ArrayList<MetaDatasetRow>();
    long offset = 0;
    for (int place = 0; place < seeds * tasks.size(); place++) {
      BenchmarkTask task = task(place);
      var row =
          new MetaDatasetRow(
              place,
              n,
              task.law().dx(),
              task.law().dy(),
              task.law().mutualInformation(),
              offset,
              Optional.empty(),
              Optional.of(task.name()));
      rows.add(row);
      offset += (long) n * (row.dx() + row.dy());
    }
    return EvaluationData.of(name, rows, place -> draw(place, n));
  }

  private Sample draw(int place, int n) {
    RandomGenerator rng = MetaDistribution.stream(1 + place / tasks.size(), place % tasks.size());
    return task(place).law().sample(n, rng);
  }

  private BenchmarkTask task(int place) {
    return tasks.get(place % tasks.size());
  }
}
