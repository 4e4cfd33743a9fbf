package io.github.mist4j.suite;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A fixed list of distributions, or of families of them, to compare estimators on.
 *
 * <pre>{@code
 * EvaluationData tasks = BenchmarkSuite.named("bmi").drawn(500, 5); // 500 rows, 5 seeds
 * }</pre>
 *
 * @param name its name, as on the command line
 * @param tasks the distributions
 */
public record BenchmarkSuite(String name, List<Task> tasks) {
  /** Of which a mean error has three digits; all laws are drawn before the first sample. */
  private static final int MOST_SEEDS = 10_000;

  /**
   * A distribution that every estimator is asked about, or a family of them.
   *
   * @param name one word
   * @param laws draws the distribution
   */
  public record Task(String name, Function<RandomGenerator, Distribution> laws) {
    /** Checks that both are there. */
    public Task {
      require(name != null && laws != null, "a task needs a name and a law, had null");
    }

    /** One distribution. */
    public Task(String name, Distribution law) {
      this(name, law == null ? null : rng -> law);
    }

    /** A distribution of the family; always the same where there is one. */
    public Distribution law(RandomGenerator rng) {
      return laws.apply(rng);
    }

    /** A task whose distributions are changed. */
    Task changed(String newName, UnaryOperator<Distribution> change) {
      return new Task(newName, rng -> change.apply(law(rng)));
    }
  }

  /** Copies the tasks. */
  public BenchmarkSuite {
    tasks = List.copyOf(tasks);
    require(!tasks.isEmpty(), "a suite needs at least one task, had none");
    require(
        tasks.stream().map(Task::name).distinct().count() == tasks.size(),
        "the tasks of a suite need different names");
  }

  /**
   * The suite of a name, one of those that {@link #descriptions} lists.
   *
   * @throws IllegalArgumentException if there is none; the sentence lists the names
   */
  public static BenchmarkSuite named(String name) {
    return Suites.named(name);
  }

  /** What every suite is in half a sentence, by its name. */
  public static Map<String, String> descriptions() {
    return Suites.descriptions();
  }

  /**
   * Every task with n rows at every seed 1, 2, … seeds; the same rows whatever else is drawn.
   *
   * @param n the number of rows
   * @param seeds the number of seeds, from 1 to 10,000
   */
  public EvaluationData drawn(int n, int seeds) {
    require(
        seeds > 0 && seeds <= MOST_SEEDS, "seeds must be from 1 to %d, were %d", MOST_SEEDS, seeds);
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

  private Task task(int place) {
    return tasks.get(place % tasks.size());
  }
}
