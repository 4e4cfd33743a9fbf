package io.github.mist4j.suite;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Margin;
import io.github.mist4j.distribution.MultipleRegression;
import io.github.mist4j.distribution.Noise;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Recording;
import io.github.mist4j.distribution.Regression;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Columns as people's tables have them: rounded, heaped, cut off, counted, in levels, full of
 * zeros, with rows that stand again; with a dependence, or with none.
 */
final class EverydayTasks {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Recording EXACT = Recording.exact();
  private static final Margin AGE =
      new Margin("age", z -> 18 + 72 * NORMAL.cumulativeProbability(z), Recording.rounded(1));
  private static final Margin ANSWER =
      new Margin("answer", z -> z, Recording.levels(-1, -0.2, 0.5, 1.2));

  private EverydayTasks() {}

  static List<Task> all() {
    Regression line = line(0.6);
    Regression wave =
        Regression.of(
            NORMAL,
            Curve.sines(new double[] {1}, new double[] {2}, new double[] {0}),
            Curve.constant(0.4),
            Noise.normal());
    Distribution nothing = new Normal(Dispersion.identity(1, 1));
    Distribution pair = new Normal(Dispersion.dense(1, 1, 0.6));
    return List.of(
        task("rounded-to-tenths", line.recorded(Recording.rounded(0.1), Recording.rounded(0.1))),
        task("rounded-coarsely", line.recorded(Recording.rounded(0.5), Recording.rounded(0.7))),
        task("one-side-rounded", wave.recorded(EXACT, Recording.rounded(0.3))),
        task("heaped", line.recorded(Recording.heaped(0.1, 5, 0.6), EXACT)),
        task("detection-limit", line.recorded(EXACT.withLimits(-0.5, 3), EXACT)),
        task(
            "answers-of-five",
            line.recorded(Recording.levels(-1, -0.3, 0.4, 1.1), Recording.levels(-1, 0, 1))),
        task(
            "zeros-and-prices",
            line.recorded(Recording.rounded(0.05).inflated(-9, 0.5), Recording.rounded(0.05))),
        task("wave-of-tenths", wave.recorded(Recording.rounded(0.1), Recording.rounded(0.1))),
        task("shared-zeros", positive(nothing).withLosses(0.7, 0, 0, 0)),
        task("shared-zeros-and-more", positive(pair).withLosses(0.5, 0.1, 0.1, 0)),
        task("some-rows-again", pair.withRepeatedRows(0.05)),
        task("a-bootstrap", pair.withRepeatedRows(0.37)),
        task("a-bootstrap-of-nothing", nothing.withRepeatedRows(0.37)),
        task("spend", response(Recording.rounded(0.2).withLimits(0, 5))),
        task("relabelled", relabelled(10)),
        task("tenths-of-nothing", nothing.throughMargins(tenths(1), tenths(1))),
        task("zeros-and-ages", nothing.throughMargins(List.of(price(0.6)), List.of(AGE))),
        task("zeros-of-nothing", nothing.throughMargins(prices(0.8), prices(0.8))),
        task("counts-of-nothing", nothing.throughMargins(List.of(counts()), List.of(counts()))),
        task("answers-of-nothing", nothing.throughMargins(List.of(ANSWER), List.of(AGE))),
        task(
            "many-of-nothing",
            new Normal(Dispersion.identity(4, 3))
                .throughMargins(
                    List.of(price(0.5), AGE, counts(), ANSWER),
                    List.of(AGE, counts(), price(0.3)))));
  }

  private static Regression line(double correlation) {
    return Regression.of(
        NORMAL,
        Curve.line(correlation),
        Curve.constant(Math.sqrt(1 - correlation * correlation)),
        Noise.normal());
  }

  private static Distribution positive(Distribution law) {
    return law.transformed(Transform.exp());
  }

  private static Distribution response(Recording recording) {
    return MultipleRegression.of(
            "x1 + x2 x3", 3, row -> row[0] + row[1] * row[2], 0.8, Noise.laplace())
        .recorded(recording);
  }

  /** Y is another order of the levels of X. */
  private static Distribution relabelled(int levels) {
    var table = new double[levels][levels];
    for (int k = 0; k < levels; k++) {
      table[k][7 * k % levels] = 1;
    }
    return ContingencyTable.of(table);
  }

  private static List<Margin> tenths(int count) {
    return Collections.nCopies(count, new Margin("tenths", z -> z, Recording.rounded(0.1)));
  }

  private static Margin price(double zeros) {
    return new Margin("price", z -> 20 * Math.exp(z), Recording.rounded(0.1).inflated(0, zeros));
  }

  private static List<Margin> prices(double zeros) {
    return List.of(price(zeros));
  }

  private static Margin counts() {
    var rate = GammaDistribution.of(0.5, 9);
    return new Margin(
        "count",
        z -> rate.inverseCumulativeProbability(NORMAL.cumulativeProbability(z)),
        Recording.rounded(1));
  }

  private static Task task(String name, Distribution law) {
    return new Task("%s-%s-%s".formatted(name, law.dx(), law.dy()), law);
  }
}
