package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.InformationMaximizer;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.reproduction.Reproduction.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Appendix E: how the weights of 32 columns part while they climb an estimate. */
final class WeightsThroughTraining {
  private static final int STEPS = 500; // the paper's
  private static final int STAGES = 10;

  private WeightsThroughTraining() {}

  static Experiment weights() {
    return new Experiment(
        "weights",
        "Appendix E: weights of 32 columns through training, two of them informative",
        "2 min; full: 40 datasets, hours",
        List.of(),
        scale -> new Design(parts(scale), contenders(scale)).timed(),
        WeightsThroughTraining::reduce,
        "the weights of its networks and of MINE by step, whose values are not known here",
        "The climbs are those of feature-selection: through noise of variance 1, from ½ on; MINE"
            + " takes part after ./install.sh --deep, fitted anew at each step at the scale full"
            + " alone.");
  }

  private static List<Part> parts(Scale scale) {
    List<Integer> rows = scale.of(List.of(100), List.of(100, 500), List.of(100, 500));
    return rows.stream()
        .map(
            n ->
                FeatureSelection.part(
                    n + " rows", List.of(n), scale.of(1, 2, 20), FeatureSelection.MOST_NOISE))
        .toList();
  }

  private static List<Contender> contenders(Scale scale) {
    int steps = scale.of(STAGES, STEPS, STEPS);
    var maximizer = InformationMaximizer.weights(FeatureSelection.MOST_NOISE).withSteps(steps);
    return FeatureSelection.climbed(scale).entrySet().stream()
        .map(of -> new WeightClimb(of.getKey(), maximizer, of.getValue()))
        .flatMap(
            climb ->
                IntStream.rangeClosed(0, STAGES)
                    .mapToObj(stage -> new WeightClimb.Stage(climb, stage * steps / STAGES)))
        .<Contender>map(Contender.Known::new)
        .toList();
  }

  private static Outcome reduce(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var panels = new ArrayList<List<Panel>>();
    cases
        .by(c -> WeightClimb.Stage.climb(c.method()))
        .forEach(
            (climb, of) -> {
              var beside = new ArrayList<Panel>();
              of.by(Case::part)
                  .forEach(
                      (part, some) -> {
                        Map<Integer, Cases> stages =
                            some.by(c -> WeightClimb.Stage.steps(c.method()));
                        stages.forEach((steps, cell) -> rows.add(row(climb, part, steps, cell)));
                        beside.add(panel("%s, %s".formatted(climb, part), stages));
                      });
              panels.add(beside);
            });
    return new Outcome(rows, "weights, means of all seeds", panels);
  }

  private static Map<String, Object> row(String climb, String part, int steps, Cases cell) {
    return Outcome.row(
        "method",
        climb,
        "rows",
        part,
        "steps",
        steps,
        "seeds",
        cell.size(),
        "informative",
        cell.mean(Case::value),
        "others_mean",
        cell.mean(Case::lower),
        "others_largest",
        cell.mean(Case::upper),
        "reported_informative",
        Double.NaN);
  }

  private static Panel panel(String title, Map<Integer, Cases> stages) {
    return Panel.of(
        title,
        Axis.of("steps"),
        Axis.of("weight").within(0, 1),
        List.of(
            series("the two informative", stages, Case::value),
            series("the largest of the others", stages, Case::upper),
            series("the others' mean", stages, Case::lower)));
  }

  private static Series series(
      String name, Map<Integer, Cases> stages, ToDoubleFunction<Case> weight) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    stages.forEach(
        (steps, cell) -> {
          x.add((double) steps);
          y.add(cell.mean(weight));
        });
    return Series.line(name, x, y);
  }
}
