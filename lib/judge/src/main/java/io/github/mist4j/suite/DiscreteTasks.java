package io.github.mist4j.suite;

import static io.github.mist4j.distribution.Response.binomial;
import static io.github.mist4j.distribution.Response.classes;
import static io.github.mist4j.distribution.Response.logistic;
import static io.github.mist4j.distribution.Response.poisson;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.DiscreteResponse;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Noise;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Regression;
import io.github.mist4j.distribution.Response;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.List;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Columns with few levels, and for each a normal pair of the same information and columns. */
final class DiscreteTasks {
  private static final ContinuousDistribution X = NormalDistribution.of(0, 1);

  private DiscreteTasks() {}

  static List<Task> all() {
    Regression line = regression(Curve.line(1), 0.6);
    Regression wave =
        regression(Curve.sines(new double[] {1}, new double[] {2}, new double[] {0}), 0.3);
    return List.of(
        task("yes-no-weak", response(logistic(0, 1))),
        task("yes-no-strong", response(logistic(1, 6))),
        task("yes-no-among-noise", response(logistic(0, 3)).withNoiseColumns(4, 0)),
        task("count-small", response(poisson(0, 0.7))),
        task("count-large", response(poisson(2, 0.5))),
        task("five-trials", response(binomial(5, 0, 1.5))),
        task("three-classes", response(classes(new double[] {0, 0.5, 0}, new double[] {-2, 0, 3}))),
        task("rounded-coarse", line.rounded(1)),
        task("rounded-fine", line.rounded(0.25)),
        task("rounded-wave", wave.rounded(0.5)),
        task("above-a-threshold", line.thresholded(0.5)),
        task("three-steps-of-a-wave", wave.thresholded(-0.4, 0.4)),
        task("both-halves", ContingencyTable.ofNormal(0.8, new double[] {0}, new double[] {0})),
        task(
            "four-by-three",
            ContingencyTable.ofNormal(0.9, new double[] {-0.7, 0, 0.7}, new double[] {-0.4, 0.4})),
        task(
            "table",
            ContingencyTable.of(new double[][] {{8, 1, 1}, {1, 8, 1}, {1, 1, 8}, {4, 4, 2}})));
  }

  static List<Task> normal() {
    return all().stream()
        .map(task -> task.changed(task.name(), DiscreteTasks::sameInformation))
        .toList();
  }

  private static Distribution sameInformation(Distribution law) {
    double rho = Math.sqrt(-Math.expm1(-2 * law.mutualInformation()));
    return new Normal(Dispersion.dense(1, 1, rho)).withNoiseColumns(law.dx() - 1, law.dy() - 1);
  }

  private static Regression regression(Curve f, double sigma) {
    return Regression.of(X, f, Curve.constant(sigma), Noise.normal());
  }

  private static Distribution response(Response response) {
    return DiscreteResponse.of(X, response);
  }

  private static Task task(String name, Distribution law) {
    return new Task(name, law);
  }
}
