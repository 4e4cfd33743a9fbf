package io.github.mist4j.network;

import io.github.mist4j.estimator.Interval;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the network predicts of shuffles of a sample: the rows of Y in another order keep all that
 * could fool it, margins, equal values, rounding, the number of columns, and say nothing about X.
 *
 * <p>Where every shuffle's 90% interval lies above 0, the columns are unlike what the model knows:
 * what it says of the shuffles is taken from the estimate, the interval widened by as much. Where
 * most of the estimate is gone then, a classical estimate that says nothing of the shuffles takes
 * its place.
 *
 * @param mean of what is predicted of the shuffles, nats
 * @param lower the least lower end of their 90% intervals, nats
 * @param classical the means of the classical estimates over the shuffles, nats
 */
record ShuffleCheck(double mean, double lower, double[] classical) {
  private static final double NOTHING = 0.02; // nats, a lower end that is still near 0
  private static final double GROSS = 0.7; // of the estimate that shuffles reach
  private static final double NEAR_NOTHING = 0.05; // nats, of a classical estimate of shuffles
  private static final List<ClassicalEstimate> INSTEAD =
      List.of(ClassicalEstimate.MIXED, ClassicalEstimate.NEIGHBOURS_4, ClassicalEstimate.GAUSSIAN);

  /**
   * An estimate after the check.
   *
   * @param value nats
   * @param interval nats
   * @param warning what was found, unless shuffles say as little as they should
   */
  record Checked(double value, Interval interval, Optional<Warning> warning) {}

  /** Of a sample in one order of its equal values. */
  static ShuffleCheck of(RankedSample ranked, GatedPredictor predictor, long seed) {
    List<NetworkInput> inputs = inputs(ranked, seed);
    List<PredictedQuantiles> predicted =
        predictor.inBothOrders(inputs).stream().map(GatedPredictor.Gated::prediction).toList();
    var classical = new double[ClassicalEstimate.COUNT];
    for (NetworkInput input : inputs) {
      Arrays.setAll(classical, k -> classical[k] + input.features().classical()[k] / inputs.size());
    }
    return new ShuffleCheck(
        predicted.stream().mapToDouble(p -> Math.max(0, p.value())).average().orElseThrow(),
        predicted.stream().mapToDouble(p -> p.quantile(0.05)).min().orElseThrow(),
        classical);
  }

  /**
   * A shuffle and its inverse, so that they stay the same two where X and Y are exchanged; of rows
   * by their places. With fewer query rows than the estimate has the network, which has not learnt
   * that, would take their scatter for dependence.
   */
  private static List<NetworkInput> inputs(RankedSample ranked, long seed) {
    int n = ranked.n();
    RandomGenerator rng = RandomStreams.of(seed, -1_000_000_000L);
    int[] rows = ranked.byPlace();
    int[] shuffle = Ranks.shuffled(n, rng);
    var order = new int[n];
    var inverse = new int[n];
    for (int k = 0; k < n; k++) {
      order[rows[k]] = rows[shuffle[k]];
      inverse[rows[shuffle[k]]] = rows[k];
    }
    int limit = NetworkInput.limit(ranked, NetworkInput.MOST_QUERIES);
    int[] queries = IntStream.of(CopulaFeatures.queries(n, limit, rng)).map(k -> rows[k]).toArray();
    int[] others = IntStream.of(queries).map(r -> order[r]).toArray();
    return List.of(
        NetworkInput.of(ranked.shuffled(order), queries),
        NetworkInput.of(ranked.shuffled(inverse), others));
  }

  /**
   * An estimate corrected by what shuffles say, where that is no chance.
   *
   * @param value nats
   * @param interval nats
   * @param own the classical estimates of the rows as they stand, nats
   */
  Checked applied(double value, Interval interval, double[] own) {
    if (lower <= NOTHING) {
      return new Checked(value, interval, Optional.empty());
    }
    if (mean < GROSS * value) {
      double less = value - mean;
      double low = Math.max(0, interval.lower() - mean);
      var wider = new Interval(Math.min(low, less), interval.upper(), interval.level());
      return new Checked(less, wider, warning("the estimate is lower by as much"));
    }
    Optional<ClassicalEstimate> instead =
        INSTEAD.stream().filter(e -> Math.abs(e.in(classical)) <= NEAR_NOTHING).findFirst();
    double other = instead.map(e -> Math.max(0, e.in(own))).orElse(0.0);
    var widest = new Interval(0, Math.max(other, interval.upper()), interval.level());
    String what =
        String.format(
            Locale.ROOT,
            "its %.2f for the rows as they stand is not believed, %s",
            value,
            instead
                .map(e -> "this is the estimate of " + e.words())
                .orElse("and no other estimate passes the check either"));
    return new Checked(other, widest, warning(what));
  }

  private Optional<Warning> warning(String consequence) {
    return Optional.of(
        new Warning(
            Warning.Kind.SHUFFLES_SAY_SOMETHING,
            String.format(
                Locale.ROOT,
                "shuffled rows give %.2f: these columns are unlike what the model knows; %s",
                mean,
                consequence)));
  }
}
