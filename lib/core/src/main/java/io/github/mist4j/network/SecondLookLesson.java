package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.network.Head.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How a trained copula network learns to weigh a second look: the coefficients of the weight are
 * those of the least mean |error| of log(1 + MI), with a ridge, on datasets of the training
 * distribution that it has not seen; the spread is the one at which 90% of their truths lie within
 * the 90% intervals.
 */
public final class SecondLookLesson {
  private static final int FEWEST = 100; // datasets with a second look
  private static final int STEPS = 3000;
  private static final double RATE = 0.02;
  private static final double SMOOTH = 0.01; // below it |error| becomes a parabola
  private static final double RIDGE = 1e-5;
  private static final double COVERED = 0.9;

  private SecondLookLesson() {}

  /** A dataset as both looks see it. */
  private record Case(double[] inputs, Answer first, Answer second, double truth) {}

  /**
   * The weights with the numbers of the second look in place.
   *
   * @param size the network's sizes
   * @param weights as trained
   * @param seed names the datasets
   * @param datasets how many are drawn, enough for {@value #FEWEST} with a second look
   * @param progress is told how many have been seen
   * @throws IllegalArgumentException if too few of the datasets have columns without dependence
   */
  public static float[] taught(
      CopulaArchitecture size,
      float[] weights,
      MetaDistribution distribution,
      long seed,
      int datasets,
      IntConsumer progress) {
    var network = new CopulaNetwork(size);
    var looks = new TwoLooks(network, weights);
    var done = new Counter(progress);
    List<Case> cases =
        IntStream.range(0, datasets)
            .parallel()
            .mapToObj(
                i -> {
                  Optional<Case> seen = seen(distribution.draw(seed, i), looks, ~seed, i);
                  done.count();
                  return seen;
                })
            .flatMap(Optional::stream)
            .toList();
    require(
        cases.size() >= FEWEST,
        "a second look is learnt from %d datasets or more with columns that show no dependence,"
            + " %d of %d had some",
        FEWEST,
        cases.size(),
        datasets);
    double[] fitted = fitted(cases);
    float[] taught = weights.clone();
    for (int k = 0; k < fitted.length; k++) {
      taught[network.look().at() + k] = (float) fitted[k];
    }
    double spread = spread(cases, SecondLook.rule(taught, network.look()));
    taught[network.lookSpread().at()] = (float) Math.log(spread);
    return taught;
  }

  /** Counts from any thread, and tells one after the other. */
  private static final class Counter {
    private final IntConsumer progress;
    private int done;

    Counter(IntConsumer progress) {
      this.progress = progress;
    }

    synchronized void count() {
      progress.accept(++done);
    }
  }

  private static Optional<Case> seen(Dataset dataset, TwoLooks looks, long ties, long index) {
    Copula copula = Copula.of(dataset.sample(), MetaDistribution.stream(ties, index));
    Look look = Look.at(copula, IntStream.range(0, copula.n()).toArray());
    return look.again()
        .map(
            second -> {
              var buffers = new Buffers();
              Answer before = looks.bothOrders(List.of(look.features()), buffers).get(0);
              Answer after = looks.bothOrders(List.of(second.features()), buffers).get(0);
              double[] inputs = second.inputs(before, after);
              return new Case(inputs, before, after, dataset.mutualInformation());
            });
  }

  /** Gradient descent after Adam on all cases at once, from equal weights. */
  private static double[] fitted(List<Case> cases) {
    int count = SecondLook.INPUTS + 1;
    var at = new double[count];
    var mean = new double[count];
    var square = new double[count];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = slope(cases, at);
      double rate = RATE * (1 - (step - 1.0) / STEPS);
      for (int k = 0; k < count; k++) {
        mean[k] = 0.9 * mean[k] + 0.1 * slope[k];
        square[k] = 0.99 * square[k] + 0.01 * slope[k] * slope[k];
        double unbiased = mean[k] / (1 - Math.pow(0.9, step));
        double scale = Math.sqrt(square[k] / (1 - Math.pow(0.99, step))) + 1e-12;
        at[k] -= rate * unbiased / scale;
      }
    }
    return at;
  }

  private static double[] slope(List<Case> cases, double[] at) {
    double[] slope = new double[at.length];
    for (Case one : cases) {
      double share = SecondLook.weight(at, one.inputs);
      double difference = one.second.value() - one.first.value();
      double value = one.first.value() + share * difference;
      if (value <= 0) {
        continue;
      }
      double error = Math.log1p(value) - Math.log1p(one.truth);
      double pull = error / Math.sqrt(error * error + SMOOTH * SMOOTH);
      double common = pull / (1 + value) * difference * share * (1 - share) / cases.size();
      for (int k = 0; k < SecondLook.INPUTS; k++) {
        slope[k] += common * one.inputs[k];
      }
      slope[SecondLook.INPUTS] += common;
    }
    for (int k = 0; k < at.length; k++) {
      slope[k] += RIDGE * at[k];
    }
    return slope;
  }

  /** The factor that the intervals need to hold 90% of the truths. */
  private static double spread(List<Case> cases, double[] rule) {
    double[] needed =
        cases.stream()
            .mapToDouble(
                one -> {
                  double share = SecondLook.weight(rule, one.inputs);
                  Answer both = SecondLook.mixed(one.first, one.second, share, 1);
                  return both.spreadNeeded(one.truth);
                })
            .sorted()
            .toArray();
    return needed[(int) (COVERED * (needed.length - 1))];
  }
}
