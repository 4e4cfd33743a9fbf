package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.Watcher;
import io.github.mist4j.Watcher.Progress;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The columns of a table by what each alone says about a target.
 *
 * @param target the column that is asked about
 * @param features from the most telling down
 * @param notes what was left out and why
 */
public record Screening(String target, List<Feature> features, List<String> notes) {
  /**
   * A column and what it says about the target.
   *
   * @param name the column
   * @param estimate its mutual information with the target, with its interval, nats
   * @param pValue the chance of so high an estimate if they were independent
   * @param qValue the least false discovery rate at which it is called dependent
   * @param redundant a feature that ranks higher and about which this one says at least as much as
   *     about the target, if there is one and this one depends on the target at all: the one that
   *     it says most about
   */
  public record Feature(
      String name, Estimate estimate, double pValue, double qValue, Optional<String> redundant) {}

  /** Copies the lists. */
  public Screening {
    features = List.copyOf(features);
    notes = List.copyOf(notes);
  }

  private record Asked(int column, Estimate estimate, double pValue) {}

  /**
   * Asks every other column that holds numbers or booleans. An interrupt ends it with the columns
   * asked so far.
   *
   * @throws IllegalArgumentException if the target is no column that can be asked about, or if
   *     there is no other
   */
  public static Screening of(Table table, String target, MistEstimator estimator, Watcher watcher) {
    TableColumns columns = TableColumns.of(table);
    List<String> names = table.columnNames();
    require(target != null, "target must be the name of a column, was null");
    require(names.contains(target), "%s", new MissingColumn(target, names));
    int place = columns.indexOf(target);
    require(
        place >= 0,
        "the target must hold numbers that vary: %s",
        columns.notes().stream()
            .filter(n -> n.contains("'" + target + "'"))
            .findFirst()
            .orElse(""));
    require(
        columns.size() >= 2, "there is no other column that can say something about '%s'", target);
    var notes = new ArrayList<>(columns.notes());
    var none = NullEstimates.of(estimator);
    var stopped = new AtomicBoolean();
    List<Asked> asked = new ArrayList<>();
    long start = System.nanoTime();
    try (Watcher.Watch watch = watcher.watch(() -> stopped.set(true))) {
      for (int c = 0; c < columns.size(); c++) {
        if (stopped.get() || Thread.interrupted()) {
          notes.add("stopped after %d of %d columns".formatted(c, columns.size()));
          break;
        }
        if (c != place) {
          ask(columns, c, place, estimator, none, notes).ifPresent(asked::add);
        }
        watch.show(
            new Progress("columns", c + 1, columns.size(), (System.nanoTime() - start) / 1e9));
      }
    }
    asked.sort(Comparator.comparingDouble((Asked a) -> a.estimate.value()).reversed());
    double[] q = FalseDiscovery.qValues(asked.stream().mapToDouble(Asked::pValue).toArray());
    List<Asked> ranked = List.copyOf(asked);
    List<Feature> features =
        IntStream.range(0, q.length)
            .parallel()
            .mapToObj(
                i ->
                    new Feature(
                        columns.names().get(ranked.get(i).column),
                        ranked.get(i).estimate,
                        ranked.get(i).pValue,
                        q[i],
                        q[i] <= Pairwise.LEVEL
                            ? redundant(columns, ranked, i, estimator)
                            : Optional.empty()))
            .toList();
    return new Screening(target, features, notes);
  }

  private static Optional<Asked> ask(
      TableColumns columns,
      int column,
      int target,
      MistEstimator estimator,
      NullEstimates none,
      List<String> notes) {
    Optional<Sample> pair = columns.pair(column, target);
    if (pair.isEmpty()) {
      notes.add(
          "column '%s' is left out: too few rows in which it and the target have a value"
              .formatted(columns.names().get(column)));
    }
    return pair.map(
        sample -> {
          Estimate estimate = estimator.estimate(sample);
          int rows = columns.values().get(target).length;
          return new Asked(column, estimate, none.pValue(estimate.value(), sample.n(), rows));
        });
  }

  private static Optional<String> redundant(
      TableColumns columns, List<Asked> ranked, int place, MistEstimator estimator) {
    double least = ranked.get(place).estimate.value();
    String most = null;
    for (Asked higher : ranked.subList(0, place)) {
      Optional<Sample> pair = columns.pair(ranked.get(place).column, higher.column);
      double shared = pair.map(s -> estimator.estimate(s).value()).orElse(0.0);
      if (shared >= least) {
        least = shared;
        most = columns.names().get(higher.column);
      }
    }
    return Optional.ofNullable(most);
  }

  /** A line for every feature, then the notes. */
  @Override
  public String toString() {
    return "about %s:%s%s"
        .formatted(
            target,
            features.stream()
                .map(
                    f ->
                        "\n%s: %s, q = %s%s"
                            .formatted(
                                f.name,
                                f.estimate.summary(),
                                String.format(Locale.ROOT, "%.2g", f.qValue),
                                f.redundant.map(r -> ", says more about " + r).orElse("")))
                .collect(Collectors.joining()),
            notes.stream().map(note -> "\n" + note).collect(Collectors.joining()));
  }
}
