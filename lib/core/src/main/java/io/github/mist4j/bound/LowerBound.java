package io.github.mist4j.bound;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the information is at least, with a confidence that needs no training distribution.
 *
 * <p>For every function L of x and y the information is at least E L(x, y) + 1 − E exp L(x, y′),
 * with y′ of another row (Nguyen, Wainwright and Jordan, 2010, <i>Estimating divergence functionals
 * and the likelihood ratio by convex risk minimization</i>, equation 3), and equal to it for the
 * logarithm of the density ratio. L is learnt from the first fifth of the rows, in an order drawn
 * by the seed, and asked of the second; learnt from both and asked of the third, and so on: what it
 * is asked of it has not seen.
 *
 * <p>The rows asked stand in groups of {@value #GROUP}; W is the mean of L over the rows of a group
 * plus 1 minus the mean of exp L over its other pairs, so that its mean, given all rows before, is
 * at most the information. If that were at most m, no way of betting on W &gt; m could make money
 * on average, and to come to 1/α times the stake would have at most the chance α, whatever the law
 * and the number of rows (Ville, 1939; Waudby-Smith and Ramdas, 2024, <i>Estimating means of
 * bounded random variables by betting</i>, theorem 3). The bound is the largest m that betting
 * against makes so rich. All it asks for is that the rows are independent of each other and of one
 * law.
 *
 * <pre>{@code
 * LowerBound bound = LowerBound.of(sample, 0.95, 0, ProgressListener.NONE);
 * bound.value() // 0.41: at least so many nats, with 95% confidence
 * }</pre>
 *
 * @param value the bound, 0 where nothing is shown; nats, or the unit of an estimate that has it
 * @param level the confidence, such as 0.95
 * @param n the number of rows
 */
public record LowerBound(double value, double level, int n) {
  private static final int PARTS = 5;
  private static final int GROUP = 2;

  /** The fewest rows of which a bound can be above 0. */
  public static final int FEWEST_ROWS = 50;

  /** Checks the numbers. */
  public LowerBound {
    require(value >= 0 && Double.isFinite(value), "value must be at least 0, was %s", value);
    require(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
  }

  /**
   * The bound of a sample; of names, of their indicators.
   *
   * @param given the sample
   * @param level the confidence, in (0, 1)
   * @param seed names the order of the rows
   * @param progress hears of the parts, and can stop them
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public static LowerBound of(Sample given, double level, long seed, ProgressListener progress) {
    require(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
    Sample sample = given.withIndicators();
    int n = sample.n();
    if (n < FEWEST_ROWS) {
      return new LowerBound(0, level, n);
    }
    RandomGenerator rng = RandomStreams.of(seed, 0);
    int[] order = Ranks.shuffled(n, rng);
    double[][] x = columns(sample.dx(), sample::x, order);
    double[][] y = columns(sample.dy(), sample::y, order);
    var work = Work.of("parts of the rows", PARTS - 1, progress);
    var capital = new Capital(1 - level, groups(n));
    for (int part = 1; part < PARTS; part++) {
      int from = start(n, part);
      int to = start(n, part + 1);
      var critic = new RatioCritic(x, y, from, rng);
      capital.limits(critic.lowest(), critic.highest());
      double[][] ofX = critic.ofX(x, from, to);
      double[][] ofY = critic.ofY(y, from, to);
      for (int first = 0; first + GROUP <= to - from; first += GROUP) {
        capital.add(excess(critic, ofX, ofY, first));
      }
      work.advance(1);
    }
    return new LowerBound(capital.bound(), level, n);
  }

  private static double[][] columns(int d, IntFunction<double[]> column, int[] order) {
    return IntStream.range(0, d)
        .mapToObj(
            c -> {
              double[] values = column.apply(c);
              return IntStream.of(order).mapToDouble(r -> values[r]).toArray();
            })
        .toArray(double[][]::new);
  }

  private static int start(int n, int part) {
    return (int) ((long) n * part / PARTS);
  }

  private static int groups(int n) {
    int groups = 0;
    for (int part = 1; part < PARTS; part++) {
      groups += (start(n, part + 1) - start(n, part)) / GROUP;
    }
    return groups;
  }

  /** W of the group of rows from one on. */
  private static double excess(RatioCritic critic, double[][] x, double[][] y, int first) {
    double joint = 0;
    double apart = 0;
    for (int i = 0; i < GROUP; i++) {
      for (int j = 0; j < GROUP; j++) {
        double log = critic.logRatio(x, first + i, y, first + j);
        if (i == j) {
          joint += log / GROUP;
        } else {
          apart += Math.exp(log) / (GROUP * (GROUP - 1));
        }
      }
    }
    return joint + 1 - apart;
  }

  /** In words: {@code at least 0.41 nats (95%)}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "at least %.3f nats (%s%%)",
        value,
        BigDecimal.valueOf(100 * level).stripTrailingZeros().toPlainString());
  }
}
