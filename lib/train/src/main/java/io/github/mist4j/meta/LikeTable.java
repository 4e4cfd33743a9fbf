package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.logBetween;
import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Noise;
import io.github.mist4j.distribution.ObservedSide;
import io.github.mist4j.meta.Mixture.Part;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Datasets that look like somebody's table, with information that is known: the columns of a side
 * have the margins of the table and go along with each other as there; a column of one side answers
 * a function at random of columns of the other. Whether X or Y answers a coin says.
 */
final class LikeTable {
  private static final double NOTHING = 0.25; // the weight of independent sides beside answers
  private static final int PILOT = 128; // rows that show the spread of a function
  private static final double LEAST_NOISE = 0.1; // in spreads of the function: 2 nats and more
  private static final double MOST_NOISE = 5; // 0.02 nats
  private static final int LONGER = 2; // times the rows of the table, and so many times shorter
  private static final int LONGEST = 50_000;

  private final ObservedSide x;
  private final ObservedSide y;

  private LikeTable(ObservedSide x, ObservedSide y) {
    this.x = x;
    this.y = y;
  }

  /** As {@link MetaDistribution#like} says. */
  static Mixture of(Sample sample) {
    require(sample != null, "sample must be given, was null");
    require(
        !sample.hasNames(),
        "a sample of names is answered by counts, not by a network that could learn from datasets"
            + " like it; it must have columns of numbers only");
    Sample seen = sample.withoutRepeatedRows().withoutRedundantColumns();
    double[][] ofX = IntStream.range(0, seen.dx()).mapToObj(seen::x).toArray(double[][]::new);
    double[][] ofY = IntStream.range(0, seen.dy()).mapToObj(seen::y).toArray(double[][]::new);
    var table = new LikeTable(ObservedSide.of(ofX), ObservedSide.of(ofY));
    int n = seen.n();
    int most = Math.min(LONGEST, LONGER * n);
    var shapes =
        new Shapes(
            Math.max(Sample.MIN_ROWS, Math.min(most, n) / LONGER),
            most,
            IntRange.of(seen.dx()),
            IntRange.of(seen.dy()),
            0);
    int hash = 31 * Arrays.deepHashCode(ofX) + Arrays.deepHashCode(ofY);
    return new Mixture(
        String.format(Locale.ROOT, "like-%08x", hash), // another table is another distribution
        shapes,
        List.of(
            new Part(table.family("answers", table::answers), 1),
            new Part(table.family("nothing", table::nothing), NOTHING)));
  }

  private interface Answer {
    Distribution draw(ObservedSide of, ObservedSide answering, RandomGenerator rng);
  }

  private Family family(String id, Answer answer) {
    return new Family(
        id,
        (dx, dy) -> dx == x.columns() && dy == y.columns(),
        (dx, dy, rng) ->
            rng.nextBoolean() ? answer.draw(x, y, rng) : answer.draw(y, x, rng).swapped());
  }

  private Distribution nothing(ObservedSide of, ObservedSide answering, RandomGenerator rng) {
    return answering.answering(
        rng.nextInt(answering.columns()), of, row -> 0, row -> 1, Noise.normal(), rng);
  }

  private Distribution answers(ObservedSide of, ObservedSide answering, RandomGenerator rng) {
    int[] some = some(of.columns(), rng);
    ToDoubleFunction<double[]> f = RandomFunction.standard(some.length, rng);
    ToDoubleFunction<double[]> ofScores = scores -> f.applyAsDouble(picked(scores, some));
    double sigma =
        spread(ofScores, of.someScores(PILOT, rng)) * logBetween(rng, LEAST_NOISE, MOST_NOISE);
    boolean uneven = rng.nextInt(4) == 0;
    ToDoubleFunction<double[]> logRatio =
        uneven ? RandomFunction.bounded(some.length, rng) : row -> 0;
    return answering.answering(
        rng.nextInt(answering.columns()),
        of,
        ofScores,
        scores -> sigma * Math.exp(logRatio.applyAsDouble(picked(scores, some))),
        RandomCurve.noise(rng),
        rng);
  }

  /** All columns, or in half of the draws some. */
  private static int[] some(int columns, RandomGenerator rng) {
    int[] all = Ranks.shuffled(columns, rng);
    return rng.nextBoolean() ? all : Arrays.copyOf(all, 1 + rng.nextInt(columns));
  }

  private static double[] picked(double[] scores, int[] some) {
    return Arrays.stream(some).mapToDouble(c -> scores[c]).toArray();
  }

  /** The standard deviation of f, at least 0.01. */
  private static double spread(ToDoubleFunction<double[]> f, double[][] rows) {
    return Math.max(0.01, Scaling.spread(Arrays.stream(rows).mapToDouble(f).toArray()));
  }
}
