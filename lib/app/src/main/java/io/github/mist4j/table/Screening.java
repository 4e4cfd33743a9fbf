package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.Watcher;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.PairQuestions.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        place >= 0, "the target must hold numbers that vary: %s", columns.leftOut().get(target));
    require(
        columns.size() >= 2, "there is no other column that can say something about '%s'", target);
    List<PairQuestions.Pair> all =
        IntStream.range(0, columns.size())
            .filter(c -> c != place)
            .mapToObj(c -> new PairQuestions.Pair(c, place))
            .toList();
    var questions = PairQuestions.ask("columns", columns, all, estimator, watcher);
    double[] q = questions.qValues();
    List<Answer> answers = questions.answers();
    List<Integer> ranked =
        IntStream.range(0, q.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> answers.get(i).estimate().value())
                    .reversed())
            .toList();
    List<Feature> features =
        IntStream.range(0, q.length)
            .parallel()
            .mapToObj(
                rank -> {
                  Answer answer = answers.get(ranked.get(rank));
                  double own = q[ranked.get(rank)];
                  List<Answer> higher = ranked.subList(0, rank).stream().map(answers::get).toList();
                  return new Feature(
                      columns.names().get(answer.pair().x()),
                      answer.estimate(),
                      answer.pValue(),
                      own,
                      own <= Pairwise.LEVEL
                          ? redundant(columns, answer, higher, estimator)
                          : Optional.empty());
                })
            .toList();
    var notes = new ArrayList<>(columns.notes());
    for (PairQuestions.Pair pair : questions.unanswered()) {
      notes.add(
          "column '%s' is left out: too few rows in which it and the target have a value"
              .formatted(columns.names().get(pair.x())));
    }
    if (questions.asked() < all.size()) {
      notes.add("stopped after %d of %d columns".formatted(questions.asked(), all.size()));
    }
    return new Screening(target, features, notes);
  }

  private static Optional<String> redundant(
      TableColumns columns, Answer answer, List<Answer> higher, MistEstimator estimator) {
    double least = answer.estimate().value();
    String most = null;
    for (Answer other : higher) {
      Optional<Sample> pair = columns.pair(answer.pair().x(), other.pair().x());
      double shared = pair.map(s -> estimator.estimate(s).value()).orElse(0.0);
      if (shared >= least) {
        least = shared;
        most = columns.names().get(other.pair().x());
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
