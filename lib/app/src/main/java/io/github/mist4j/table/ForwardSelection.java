package io.github.mist4j.table;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.network.PairEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.Selection.Criterion;
import io.github.mist4j.table.Selection.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Adds column after column. Two questions stand before each: what smooth functions of the selected
 * columns leave of it must depend on what they leave of the target, with a p-value that knows how
 * many candidates there were; and the information of all together must grow by more than it does
 * with the same column shuffled.
 */
final class ForwardSelection {
  private static final double LEVEL = 0.05;
  private static final int SHUFFLES = 19; // the fewest that can tell at 5%
  private static final int FIRST_SHUFFLES = 5; // others are not asked where these are far below
  private static final double FAR = 5; // standard deviations of theirs
  private static final double SMALL = 0.02; // nats
  private static final int ASKED = 24; // the candidates that leave most; networks take their time
  private static final String DONE = "no other column was found to add to these";
  private static final String NONE = "no column says more than its shuffles do";

  private final CompleteColumns table;
  private final Criterion criterion;
  private final MistEstimator estimator;
  private final EstimateOptions asked;
  private final Map<List<Integer>, Double> known = new HashMap<>(); // of pairs

  ForwardSelection(
      CompleteColumns table, Criterion criterion, MistEstimator estimator, EstimateOptions asked) {
    this.table = table.withoutAttributesOfNames();
    this.criterion = criterion;
    this.estimator = PairEstimator.quick(estimator);
    this.asked = asked;
    asked.checkRows(table.rows().length);
  }

  /** What smooth functions of the selected columns leave of a candidate, and with what chance. */
  private record Candidate(int column, double pValue) {}

  Selection select(int most) {
    var selected = new ArrayList<Integer>();
    var steps = new ArrayList<Step>();
    var notes = new ArrayList<>(table.notes());
    double before = 0;
    try {
      while (steps.size() < most && selected.size() < table.columns().size()) {
        Work work =
            Work.of("candidates", table.columns().size() - selected.size(), asked.progress());
        List<Candidate> candidates = candidates(selected, work);
        if (candidates.isEmpty()) {
          notes.add(selected.isEmpty() ? NONE : DONE);
          break;
        }
        List<Integer> columns = candidates.stream().map(Candidate::column).toList();
        int best = columns.get(best(scores(selected, columns, work)));
        List<Integer> all = with(selected, best);
        Estimate estimate = estimator.estimate(table.sample(all, table.target()), options(work));
        double gain = estimate.value() - before;
        if (gain < 0 || !grows(selected, best, estimate.value(), work)) {
          notes.add(selected.isEmpty() ? NONE : DONE);
          break;
        }
        double p =
            candidates.stream().filter(c -> c.column == best).findFirst().orElseThrow().pValue;
        steps.add(new Step(table.columns().get(best).name(), estimate, gain, p));
        selected.add(best);
        before = estimate.value();
      }
    } catch (CancellationException e) {
      notes.add("stopped after %s columns".formatted(steps.size()));
    }
    notes.addAll(PairQuestions.blockNotes(asked));
    return new Selection(table.target().name(), steps, notes);
  }

  private EstimateOptions options(Work work) {
    return asked.withProgress(ProgressListener.NONE.stoppedBy(work::stopped));
  }

  private static List<Integer> with(List<Integer> selected, int column) {
    var all = new ArrayList<>(selected);
    all.add(column);
    return all;
  }

  /** Those that say something new, from the surest on; the p-values know how many were asked. */
  private List<Candidate> candidates(List<Integer> selected, Work work) {
    int[] open =
        IntStream.range(0, table.columns().size()).filter(c -> !selected.contains(c)).toArray();
    var ofAll = Conditioned.on(table, selected);
    double[] p =
        work.values(
            open.length,
            i -> {
              int[] rows = sample(selected, open[i]).differentRows();
              Conditioned conditioned =
                  rows.length == table.rows().length
                      ? ofAll
                      : Conditioned.on(table.inRows(rows), selected);
              double value = conditioned.pValue(open[i], asked.blockLength(), work::stopped);
              work.advance(1);
              return Math.min(1, value * open.length); // Bonferroni
            });
    return IntStream.range(0, open.length)
        .mapToObj(i -> new Candidate(open[i], p[i]))
        .filter(candidate -> candidate.pValue <= LEVEL)
        .sorted(Comparator.comparingDouble(Candidate::pValue))
        .limit(ASKED)
        .toList();
  }

  /** The selected columns and then this one, beside the target. */
  private Sample sample(List<Integer> selected, int column) {
    return table.sample(with(selected, column), table.target());
  }

  private static int best(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .max(
            Comparator.comparingDouble((Integer i) -> scores[i])
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private double[] scores(List<Integer> selected, List<Integer> candidates, Work work) {
    return switch (criterion) {
      case INFORMATION ->
          information(candidates.stream().map(c -> sample(selected, c)).toList(), work);
      case MRMR -> {
        double[] alone = ofPairs(candidates.stream().map(c -> List.of(c)).toList(), work);
        double[] shared = ofPairs(withSelected(candidates, selected), work);
        yield means(alone, shared, selected.size(), -1);
      }
      case JMI ->
          selected.isEmpty()
              ? ofPairs(candidates.stream().map(c -> List.of(c)).toList(), work)
              : means(
                  new double[candidates.size()],
                  ofPairs(withTarget(candidates, selected), work),
                  selected.size(),
                  1);
    };
  }

  /** A candidate beside every selected one, (candidates · selected). */
  private static List<List<Integer>> withSelected(
      List<Integer> candidates, List<Integer> selected) {
    return candidates.stream().flatMap(c -> selected.stream().map(s -> List.of(c, s, -1))).toList();
  }

  private static List<List<Integer>> withTarget(List<Integer> candidates, List<Integer> selected) {
    return candidates.stream().flatMap(c -> selected.stream().map(s -> List.of(c, s))).toList();
  }

  private static double[] means(double[] first, double[] others, int count, int sign) {
    double[] means = first.clone();
    for (int i = 0; i < others.length; i++) {
      means[i / count] += sign * others[i] / count;
    }
    return means;
  }

  /**
   * Values that later steps ask for again.
   *
   * @param questions columns of X beside the target; with a −1 at the end the second is Y instead
   */
  private double[] ofPairs(List<List<Integer>> questions, Work work) {
    List<List<Integer>> open = questions.stream().filter(q -> !known.containsKey(q)).toList();
    double[] found =
        information(
            open.stream()
                .map(
                    q ->
                        q.size() == 3
                            ? table.sample(q.subList(0, 1), table.columns().get(q.get(1)))
                            : table.sample(q, table.target()))
                .toList(),
            work);
    for (int i = 0; i < found.length; i++) {
      known.put(open.get(i), found[i]);
    }
    return questions.stream().mapToDouble(known::get).toArray();
  }

  private double[] information(List<Sample> samples, Work work) {
    return work.values(
        samples.size(), i -> estimator.estimate(samples.get(i), options(work)).value());
  }

  /** Whether the information is more than with the column shuffled, every time or by far. */
  private boolean grows(List<Integer> selected, int column, double value, Work work) {
    if (selected.isEmpty()) {
      return true; // the p-value was exact
    }
    Sample once = sample(selected, column).withoutRepeatedRows();
    double[] first = shuffled(once, selected.size(), column, 0, FIRST_SHUFFLES, work);
    double mean = Arrays.stream(first).average().orElseThrow();
    double spread =
        Math.sqrt(Arrays.stream(first).map(v -> (v - mean) * (v - mean)).sum() / first.length);
    if (Arrays.stream(first).anyMatch(v -> v >= value)) {
      return false;
    }
    return value - mean > FAR * spread + SMALL
        || Arrays.stream(shuffled(once, selected.size(), column, FIRST_SHUFFLES, SHUFFLES, work))
            .allMatch(v -> v < value);
  }

  /** The information where the column stands in other orders, from one shuffle to another. */
  private double[] shuffled(Sample once, int place, int column, int from, int to, Work work) {
    return work.values(
        to - from,
        k -> {
          int[] order = asked.shuffle(once.n(), RandomStreams.of(column, from + k));
          Sample without = once.withXInOrder(place, order);
          return estimator.estimate(without, options(work)).value();
        });
  }
}
