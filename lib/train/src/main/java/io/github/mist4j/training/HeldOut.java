package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.model.Errors;
import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.training.Learner.Example;
import io.github.mist4j.training.Learner.HeldOutPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A fixed draw of the training distribution that is never learnt from. */
final class HeldOut {
  private static final int GROUPS = 192;
  private static final int GROUP = 8;
  private static final long OTHER_SEED = 0x5DEECE66DL;
  private static final int[] ROWS = {10, 30, 100, 300};
  private static final int[] COLUMNS = {2, 3, 7, 17, 33}; // dx + dy

  private final List<ExampleGroup> groups;

  private record Outcome(Shape shape, double truth, HeldOutPrediction prediction, double loss) {
    double error() {
      return prediction.value() - truth;
    }

    OptionalDouble holds() {
      boolean inside = prediction.lower() <= truth && truth <= prediction.upper();
      return OptionalDouble.of(inside ? 1 : 0);
    }
  }

  HeldOut(
      Learner learner,
      MetaDistribution distribution,
      long seed,
      Workers workers,
      ProgressListener listener) {
    var source = new ExampleSource(learner, distribution, seed ^ OTHER_SEED, GROUP);
    List<Callable<ExampleGroup>> draws = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      long index = g;
      draws.add(() -> source.group(index));
    }
    var work = Work.of("held-out datasets", GROUPS * GROUP, listener);
    groups = workers.all(draws, work, GROUP);
  }

  /** The error of a network with some weights. */
  HeldOutError error(
      Learner learner, float[] weights, Recalibration recalibration, Workers workers) {
    List<Callable<List<Outcome>>> tasks = new ArrayList<>();
    for (ExampleGroup group : groups) {
      tasks.add(() -> outcomes(learner, group, weights, recalibration));
    }
    List<Outcome> outcomes = workers.all(tasks).stream().flatMap(List::stream).toList();
    var rows = new ArrayList<Errors>();
    addBands(rows, "n", ROWS, Shape::n, outcomes);
    addBands(rows, "columns", COLUMNS, shape -> shape.dx() + shape.dy(), outcomes);
    addRow(rows, "all", outcomes);
    double loss = outcomes.stream().mapToDouble(Outcome::loss).average().orElseThrow();
    return new HeldOutError(loss, rows, calibration(outcomes));
  }

  private static List<Outcome> outcomes(
      Learner learner, ExampleGroup group, float[] weights, Recalibration recalibration) {
    var outcomes = new ArrayList<Outcome>();
    double loss = learner.loss(weights, group.examples()) / group.examples().size();
    List<HeldOutPrediction> predictions = learner.predict(weights, recalibration, group.examples());
    for (int b = 0; b < predictions.size(); b++) {
      Example example = group.examples().get(b);
      outcomes.add(new Outcome(group.shape(), example.truth(), predictions.get(b), loss));
    }
    return outcomes;
  }

  /** The share of truths at or below the quantiles predicted at 10%, 20%, … 90%. */
  private static List<Double> calibration(List<Outcome> outcomes) {
    return IntStream.range(0, 9)
        .mapToObj(
            k ->
                outcomes.stream()
                    .mapToDouble(o -> o.truth() <= o.prediction().deciles()[k] ? 1 : 0)
                    .average()
                    .orElseThrow())
        .toList();
  }

  private static void addBands(
      List<Errors> rows,
      String name,
      int[] bounds,
      ToIntFunction<Shape> size,
      List<Outcome> outcomes) {
    for (int i = 0; i < bounds.length; i++) {
      int from = bounds[i];
      boolean last = i + 1 == bounds.length;
      int to = last ? Integer.MAX_VALUE : bounds[i + 1];
      String words = last ? from + " and more" : from + "–" + (to - 1);
      addRow(
          rows,
          name + " " + (to == from + 1 ? String.valueOf(from) : words),
          outcomes.stream()
              .filter(o -> size.applyAsInt(o.shape()) >= from && size.applyAsInt(o.shape()) < to)
              .toList());
    }
  }

  private static void addRow(List<Errors> rows, String label, List<Outcome> some) {
    if (some.isEmpty()) {
      return;
    }
    rows.add(Errors.of(label, some, Outcome::error, Outcome::holds));
  }
}
