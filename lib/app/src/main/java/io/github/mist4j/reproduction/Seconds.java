package io.github.mist4j.reproduction;

import io.github.mist4j.meta.Families;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Table 7 and figure 7: seconds an estimate. */
final class Seconds {
  private static final List<String> ALWAYS =
      List.of("mist", "gaussian-copula", "ksg", "cca", "kde");
  private static final List<String> OF_DEEP = List.of("mine", "infonce", "nwj", "smile");
  private static final String WARM_UP = "warm-up";

  private Seconds() {}

  static Experiment table7() {
    List<String> methods = Contender.there(ALWAYS, OF_DEEP);
    return new Experiment(
        "table7",
        "Table 7 and figure 7: seconds an estimate",
        "20 s, 3 min with neural critics; full: 20 datasets of every size",
        methods,
        scale ->
            new Design(
                    List.of(
                        new Part(WARM_UP, sizes(List.of(200), List.of(4), scale.of(1, 3, 10))),
                        new Part(
                            "timed",
                            sizes(
                                scale.of(
                                    List.of(100),
                                    List.of(100, 500),
                                    List.of(50, 100, 200, 350, 500)),
                                scale.of(
                                    List.of(2, 16), List.of(2, 8, 32), List.of(2, 4, 8, 16, 32)),
                                scale.of(1, 3, 20)))),
                    Contender.named(methods))
                .timed(),
        Seconds::reduce,
        "inference is orders of magnitude faster than that of neural baselines; a public"
            + " leaderboard on its data lists MINDE with 122.7 s a dataset",
        "Times are of this machine, one estimate at a time, without a graphics card; mist needs one"
            + " pass, a critic its whole training.");
  }

  private static Lattice sizes(List<Integer> rows, List<Integer> columns, int draws) {
    return new Lattice(List.of(Families.named("multi_normal-dense")), rows, columns, draws);
  }

  private static Outcome reduce(Cases cases) {
    Cases timed = cases.where(c -> !c.part().equals(WARM_UP));
    var rows = new ArrayList<Map<String, Object>>();
    var byColumns = new ArrayList<Series>();
    timed
        .by(Case::method)
        .forEach(
            (method, some) -> {
              some.by(Case::n)
                  .forEach(
                      (n, ofRows) ->
                          ofRows
                              .by(Case::d)
                              .forEach((d, cell) -> rows.add(row(method, n, d, cell))));
              Map<Integer, Cases> columns = some.by(Case::d);
              byColumns.add(
                  Series.line(
                      method,
                      columns.keySet().stream().map(d -> (double) d).toList(),
                      columns.values().stream().map(c -> c.median(Case::seconds)).toList()));
            });
    return new Outcome(
        rows,
        "medians over %s rows; one estimate at a time"
            .formatted(
                timed.distinct(Case::n).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "))),
        List.of(
            List.of(
                Panel.of(
                    "by columns",
                    Axis.of("columns a side").within(0, 33),
                    Axis.of("seconds an estimate").logarithmic(),
                    byColumns),
                against(timed))));
  }

  private static Panel against(Cases timed) {
    var series = new ArrayList<Series>();
    timed
        .answered()
        .by(Case::method)
        .forEach(
            (method, some) ->
                series.add(
                    Series.points(
                        method,
                        List.of(some.median(Case::seconds)),
                        List.of(some.errors().meanAbsoluteError()))));
    return Panel.of(
        "error against time",
        Axis.of("seconds an estimate").logarithmic(),
        Axis.of("mean |error|, nats").logarithmic(),
        series);
  }

  private static Map<String, Object> row(String method, int n, int d, Cases cell) {
    return Outcome.row(
        "method",
        method,
        "n",
        n,
        "d",
        d,
        "datasets",
        cell.size(),
        "refused",
        cell.refused(),
        "seconds",
        cell.median(Case::seconds),
        "mae",
        cell.errors().meanAbsoluteError(),
        "reported_seconds",
        Double.NaN);
  }
}
