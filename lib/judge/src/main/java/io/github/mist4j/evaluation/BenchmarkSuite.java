package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fixed list of distributions, or of families of them, to compare estimators on.
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
   *   <li>{@code unseen}: 29 laws that no training distribution of this library holds, nor close
   *       relatives of them, 20 of several columns, with closed forms and quadratures; {@code
   *       unseen-wide}: the same, each side among three noise columns; {@code unseen-families}: 27
   *       families of such laws, of which every seed has others; {@code near}: 33 laws that
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
          case "unseen-families" -> UnseenFamilies.all();
          case "near" -> near();
          case "levels" -> DiscreteTasks.all();
          case "levels-normal" -> DiscreteTasks.normal();
          case "independent" -> IndependentTasks.all();
          default ->
              throw new IllegalArgumentException(
                  ("suite must be one of bmi, unseen, unseen-wide, unseen-families, near, levels,"
                          + " levels-normal, independent, was '%s'")
                      .formatted(name));
        });
  }

  private static List<BenchmarkTask> unseen() {
    return Stream.of(UnseenTasks.all(), UnseenTables.all(), UnseenMechanisms.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BenchmarkTask> near() {
    return Stream.of(NearTasks.all(), NearPrograms.all()).flatMap(List::stream).toList();
  }

  /** The law of a task among noise columns, of its name with the new numbers of columns. */
  private static BenchmarkTask wide(BenchmarkTask task) {
    String[] parts = task.name().split("-", -1); // kind, dx, dy
    String name =
        "%s-%d-%d"
            .formatted(
                parts[0],
                Integer.parseInt(parts[1]) + NOISE_COLUMNS,
                Integer.parseInt(parts[2]) + NOISE_COLUMNS);
    return task.changed(name, law -> law.withNoiseColumns(NOISE_COLUMNS, NOISE_COLUMNS));
  }

  /**
   * Every task with n rows at every seed 1, 2, … seeds; the same rows whatever else is drawn.
   *
   * @param n the number of rows
   * @param seeds the number of seeds, positive
   */
  public EvaluationData drawn(int n, int seeds) {
    require(seeds > 0, "seeds must be positive, were %d", seeds);
    List<Distribution> laws =
        IntStream.range(0, seeds * tasks.size())
            .parallel()
            .mapToObj(place -> task(place).law(stream(~(place / tasks.size()), place)))
            .toList();
    var rows = new ArrayList<MetaDatasetRow>();
    long offset = 0;
    for (int place = 0; place < laws.size(); place++) {
      Distribution law = laws.get(place);
      var row =
          new MetaDatasetRow(
              place,
              n,
              law.dx(),
              law.dy(),
              law.mutualInformation(),
              offset,
              Optional.empty(),
              Optional.of(task(place).name()));
      rows.add(row);
      offset += (long) n * (row.dx() + row.dy());
    }
    return EvaluationData.of(
        name, rows, place -> laws.get(place).sample(n, stream(1 + place / tasks.size(), place)));
  }

  private RandomGenerator stream(long seed, int place) {
    return RandomStreams.of(seed, place % tasks.size());
  }

  private BenchmarkTask task(int place) {
    return tasks.get(place % tasks.size());
  }
}
