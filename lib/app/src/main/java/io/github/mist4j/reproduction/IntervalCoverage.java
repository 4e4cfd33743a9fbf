package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figure 5 and appendix D.1: whether intervals hold what they say, and whether quantiles cross. */
final class IntervalCoverage {
  private static final List<Double> LEVELS = List.of(0.2, 0.4, 0.6, 0.8, 0.9);
  private static final int HALVES = 30; // 100 move the coverage by less than a point
  private static final double ROUNDING = 1e-12; // of quantiles that are equal

  private IntervalCoverage() {}

  static Experiment fig5() {
    return new Experiment(
        "fig5",
        "Figure 5: how often intervals hold the truth, from quantiles and from half samples",
        "2 min; full: 2,340 datasets",
        List.of("mist", "ksg", "gaussian-copula"),
        scale ->
            new Design(
                    Part.testGrids(scale.of(39, 117, Integer.MAX_VALUE)),
                    List.of(
                        new Contender.Known(Estimators.named("mist")),
                        new Contender.ByHalves(new FromHalves(Estimators.named("mist"))),
                        new Contender.ByHalves(Estimators.named("ksg")),
                        new Contender.ByHalves(Estimators.named("gaussian-copula"))))
                .atLevels(LEVELS, scale.of(10, HALVES, 200)),
        IntervalCoverage::coverage,
        "intervals from quantiles are well calibrated and more reliable than those from the"
            + " bootstrap; the values are not known here",
        "Half samples stand for the paper's bootstrap, whose repeated rows break nearest"
            + " neighbours; like it they know how an estimate scatters and not its bias, of which"
            + " mist has little.");
  }

  static Experiment crossings() {
    return new Experiment(
        "crossings",
        "Appendix D.1: quantiles that cross, and estimates out of bounds",
        "20 s; full: 2,340 datasets",
        List.of("mist"),
        scale ->
            new Design(
                    Part.testGrids(scale.of(39, 240, Integer.MAX_VALUE)),
                    Contender.named(List.of("mist")))
                .atLevels(LEVELS, 0),
        IntervalCoverage::crossed,
        "how often the quantiles of its network cross or leave their bounds, whose values are not"
            + " known here",
        "The copula network predicts steps between quantiles that are never negative, so that they"
            + " cannot cross; a network that is asked for each quantile apart has no such bound.");
  }

  private static Outcome coverage(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var held = new ArrayList<Panel>();
    var widths = new ArrayList<Panel>();
    cases
        .by(Case::part)
        .forEach(
            (part, ofPart) -> {
              var shares = new ArrayList<Series>(List.of(Series.reference(0, 0, 1, 1)));
              var wide = new ArrayList<Series>();
              ofPart
                  .where(Case::hasInterval)
                  .by(Case::method)
                  .forEach(
                      (method, some) -> {
                        Map<Double, Cases> levels = some.by(Case::level);
                        levels.forEach((level, at) -> rows.add(row(part, method, level, at)));
                        List<Double> x = List.copyOf(levels.keySet());
                        shares.add(
                            Series.line(
                                method, x, levels.values().stream().map(Cases::coverage).toList()));
                        wide.add(
                            Series.line(
                                method,
                                x,
                                levels.values().stream().map(IntervalCoverage::width).toList()));
                      });
              held.add(
                  Panel.of(
                      part + " the paper's training families",
                      Axis.of("level").within(0, 1),
                      Axis.of("share of intervals that hold").within(0, 1),
                      shares));
              widths.add(
                  Panel.of(
                      "how wide they are, " + part,
                      Axis.of("level").within(0, 1),
                      Axis.of("mean width, nats").logarithmic(),
                      wide));
            });
    return new Outcome(
        rows, "on the grey line is right, below it overconfident", List.of(held, widths));
  }

  private static double width(Cases cases) {
    return cases.mean(c -> c.upper() - c.lower());
  }

  private static Map<String, Object> row(String part, String method, double level, Cases cases) {
    return Outcome.row(
        "families",
        part,
        "method",
        method,
        "level",
        level,
        "datasets",
        cases.size(),
        "coverage",
        cases.coverage(),
        "width",
        width(cases),
        "reported_coverage",
        Double.NaN);
  }

  private static Outcome crossed(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var series = new ArrayList<Series>();
    cases
        .by(Case::method)
        .forEach(
            (method, ofMethod) ->
                ofMethod
                    .by(Case::part)
                    .forEach(
                        (part, some) -> {
                          rows.add(bounds(part, method, some));
                          series.add(below(method + ", " + part, some));
                        }));
    series.add(Series.reference(0, 0, 1, 1));
    return new Outcome(
        rows,
        "shares of truths below the quantiles at 5, 10, 20, … 95%",
        List.of(
            List.of(
                Panel.of(
                    "truths below quantiles",
                    Axis.of("level of the quantile").within(0, 1),
                    Axis.of("share of truths below").within(0, 1),
                    series))));
  }

  private static Map<String, Object> bounds(String part, String method, Cases some) {
    Map<Long, Cases> datasets = some.where(Case::hasInterval).by(Case::index);
    long pairs = 0;
    long crossed = 0;
    for (Cases one : datasets.values()) {
      List<Case> rising = one.all(); // by level: the next holds the one before
      for (int k = 0; k + 1 < rising.size(); k++) {
        pairs += 2;
        crossed += rising.get(k + 1).lower() > rising.get(k).lower() + ROUNDING ? 1 : 0;
        crossed += rising.get(k + 1).upper() < rising.get(k).upper() - ROUNDING ? 1 : 0;
      }
    }
    return Outcome.row(
        "families",
        part,
        "method",
        method,
        "datasets",
        datasets.size(),
        "crossed",
        pairs == 0 ? Double.NaN : (double) crossed / pairs,
        "estimates_below_0",
        some.mean(c -> c.value() < 0 ? 1 : 0),
        "lower_ends_below_0",
        some.mean(c -> c.lower() < 0 ? 1 : 0),
        "estimate_outside",
        some.mean(c -> c.value() < c.lower() || c.value() > c.upper() ? 1 : 0),
        "reported_crossed",
        Double.NaN);
  }

  private static Series below(String name, Cases some) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    Map<Double, Cases> levels = some.where(Case::hasInterval).by(Case::level);
    List<Double> rising = levels.keySet().stream().sorted().toList();
    for (int k = rising.size() - 1; k >= 0; k--) {
      x.add((1 - rising.get(k)) / 2);
      y.add(levels.get(rising.get(k)).mean(c -> c.truth() <= c.lower() ? 1 : 0));
    }
    for (double level : rising) {
      x.add((1 + level) / 2);
      y.add(levels.get(level).mean(c -> c.truth() <= c.upper() ? 1 : 0));
    }
    return Series.line(name, x, y);
  }
}
