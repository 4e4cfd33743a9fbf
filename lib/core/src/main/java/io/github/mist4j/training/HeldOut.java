package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.network.CopulaLearner;
import io.github.mist4j.network.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;

/** A fixed draw of the training distribution that is never learnt from. */
final class HeldOut {
  private static final int GROUPS = 192;
  private static final int GROUP = 8;
  private static final long OTHER_SEED = 0x5DEECE66DL;
  private static final int[] BOUNDS = {10, 30, 100, 300};

  private final CopulaLearner learner;
  private final List<ExampleGroup> groups;

  private record Outcome(int n, double truth, double[] prediction, double loss) {}

  HeldOut(CopulaLearner learner, MetaDistribution distribution, long seed, Workers workers) {
    this.learner = learner;
    var source = new ExampleSource(learner, distribution, seed ^ OTHER_SEED, GROUP);
    List<Callable<ExampleGroup>> draws = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      long index = g;
      draws.add(() -> source.group(index));
    }
    groups = workers.all(draws);
  }

  HeldOutError error(float[] weights, Workers workers) {
    List<Callable<List<Outcome>>> tasks = new ArrayList<>();
    for (ExampleGroup group : groups) {
      tasks.add(() -> outcomes(group, weights));
    }
    List<Outcome> outcomes = workers.all(tasks).stream().flatMap(List::stream).toList();
    var rows = new ArrayList<HeldOutError.Row>();
    for (int i = 0; i < BOUNDS.length; i++) {
      int from = BOUNDS[i];
      int to = i + 1 < BOUNDS.length ? BOUNDS[i + 1] : Integer.MAX_VALUE;
      String label = "n " + from + (i + 1 < BOUNDS.length ? "–" + (to - 1) : " and more");
      addRow(rows, label, outcomes, n -> n >= from && n < to);
    }
    addRow(rows, "all", outcomes, n -> true);
    double loss = outcomes.stream().mapToDouble(Outcome::loss).average().orElseThrow();
    return new HeldOutError(loss, rows);
  }

  private List<Outcome> outcomes(ExampleGroup group, float[] weights) {
    var outcomes = new ArrayList<Outcome>();
    double loss = learner.loss(weights, group.examples()) / group.examples().size();
    double[][] predictions = learner.predict(weights, group.examples());
    for (int b = 0; b < predictions.length; b++) {
      Example example = group.examples().get(b);
      outcomes.add(new Outcome(group.shape().n(), example.truth(), predictions[b], loss));
    }
    return outcomes;
  }

  private static void addRow(
      List<HeldOutError.Row> rows, String label, List<Outcome> outcomes, IntPredicate rowCount) {
    List<Outcome> some = outcomes.stream().filter(o -> rowCount.test(o.n())).toList();
    if (some.isEmpty()) {
      return;
    }
    double square = 0;
    double absolute = 0;
    double bias = 0;
    double covered = 0;
    for (Outcome o : some) {
      double error = o.prediction()[0] - o.truth();
      square += error * error / some.size();
      absolute += Math.abs(error) / some.size();
      bias += error / some.size();
      boolean inside = o.prediction()[1] <= o.truth() && o.truth() <= o.prediction()[2];
      covered += inside ? 1.0 / some.size() : 0;
    }
    rows.add(new HeldOutError.Row(label, some.size(), square, absolute, bias, covered));
  }
}
