package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.network.Head.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a trained copula network learns from datasets of the training distribution that it has not
 * seen: how to weigh a second look, by the coefficients of the least mean |error| of log(1 + MI),
 * with a ridge; the spread at which 90% of the truths lie within the 90% intervals of both looks;
 * and, over all datasets, the shift of the quantiles at which half of the truths lie below the
 * median.
 */
public final class SecondLookLesson {
  private static final int FEWEST = 100; // datasets with a second look
  private static final int STEPS = 3000;
  private static final double RATE = 0.02;
  private static final double SMOOTH = 0.01; // below it |error| becomes a parabola
  private static final double RIDGE = 1e-5;
  private static final double COVERED = 0.9;
  private static final double LARGEST_SHIFT = 0.5; // quantiles stay in order

  private SecondLookLesson() {}

  /** A dataset as both looks see it. */
  private record Case(double[] inputs, Answer first, Answer second, double truth) {
    Answer both(double[] rule, double factor) {
      return SecondLook.mixed(first, second, SecondLook.weight(rule, inputs), factor);
    }
  }

  /** A dataset as the first look sees it, and as both do if there is a second. */
  private record Seen(Answer first, Optional<Case> again, double truth) {}

  /**
   * The weights with the numbers of the second look and of the recalibration in place.
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
    List<Seen> all =
        IntStream.range(0, datasets)
            .parallel()
            .mapToObj(
                i -> {
                  Seen seen = seen(distribution.draw(seed, i), looks, ~seed, i);
                  done.count();
                  return seen;
                })
            .toList();
    List<Case> cases = all.stream().map(Seen::again).flatMap(Optional::stream).toList();
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
    double[] rule = SecondLook.rule(taught, network.look());
    double spread = spread(cases, rule);
    taught[network.lookSpread().at()] = (float) Math.log(spread);
    taught[network.shift().at()] = (float) shift(all, rule, spread);
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

  private static Seen seen(Dataset dataset, TwoLooks looks, long ties, long index) {
    Copula copula = Copula.of(dataset.sample(), MetaDistribution.stream(ties, index));
    Look look = Look.at(copula, IntStream.range(0, copula.n()).toArray());
    var buffers = new Buffers();
    double truth = dataset.mutualInformation();
    Answer first = looks.bothOrders(List.of(look.features()), buffers).get(0);
    Optional<Case> again =
        look.again()
            .map(
                second -> {
                  Answer after = looks.bothOrders(List.of(second.features()), buffers).get(0);
                  return new Case(second.inputs(first, after), first, after, truth);
                });
    return new Seen(first, again, truth);
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
        cases.stream().mapToDouble(one -> one.both(rule, 1).spreadNeeded(one.truth)).toArray();
    return percentile(needed, COVERED);
  }

  /** The place among the quantiles, in normal quantiles, below which half of the truths lie. */
  private static double shift(List<Seen> all, double[] rule, double spread) {
    double[] places =
        all.stream()
            .mapToDouble(
                seen ->
                    seen.again
                        .map(one -> one.both(rule, spread))
                        .orElse(seen.first)
                        .place(seen.truth))
            .toArray();
    return Math.max(-LARGEST_SHIFT, Math.min(LARGEST_SHIFT, percentile(places, 0.5)));
  }

  private static double percentile(double[] values, double share) {
    Arrays.sort(values);
    return values[(int) (share * (values.length - 1))];
  }
}
