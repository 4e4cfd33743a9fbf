package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.FiniteSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns that random programs compute from a few independent variables with few levels, of which
 * some reach both sides, others one side or one column, step by step ({@link RandomSteps}).
 */
final class RandomPrograms {
  private static final int MOST_OUTCOMES = 1 << 12;
  private static final int MOST_SHARED = 4;
  private static final int MOST_OWN = 2; // of a side
  private static final int MOST_STEPS = 3; // of a side, before its columns
  private static final int MOST_OF_NOISE = 5;
  private static final double LARGEST_SHARE = 0.9;
  private static final double LEAST_INFORMATION = 0.01;
  private static final double MOST_INFORMATION = 4;
  private static final int TRIES = 20;

  private final RandomGenerator rng;
  private final List<double[]> variables = new ArrayList<>(); // the chances of their levels
  private int outcomes = 1;
  private double[] weights; // of the outcomes
  private RandomSteps steps;

  private RandomPrograms(RandomGenerator rng) {
    this.rng = rng;
  }

  /** A law of so many columns, of less or more information only if no other is found. */
  static FiniteSpace of(int dx, int dy, RandomGenerator rng) {
    FiniteSpace law = levels(dx, dy, rng);
    return law.spread(spread(dx + dy, rng));
  }

  /** The same whose columns all have levels. */
  static FiniteSpace levels(int dx, int dy, RandomGenerator rng) {
    FiniteSpace law = draw(dx, dy, 1 + rng.nextInt(MOST_SHARED), rng);
    for (int i = 1; i < TRIES && !telling(law); i++) {
      law = draw(dx, dy, 1 + rng.nextInt(MOST_SHARED), rng);
    }
    return law;
  }

  /** The columns of a side may depend on each other, and have levels; no variable reaches both. */
  static FiniteSpace independent(int dx, int dy, RandomGenerator rng) {
    return draw(dx, dy, 0, rng);
  }

  private static boolean telling(FiniteSpace law) {
    double information = law.mutualInformation();
    return information > LEAST_INFORMATION && information < MOST_INFORMATION;
  }

  private static FiniteSpace draw(int dx, int dy, int shared, RandomGenerator rng) {
    return new RandomPrograms(rng).draw(dx, dy, shared);
  }

  private FiniteSpace draw(int dx, int dy, int sharedCount) {
    int fewestOwn = sharedCount == 0 ? 1 : 0;
    int[] shared = variables(sharedCount, RandomSteps.MOST_OF_VARIABLE);
    int[] ofX = variables(fewestOwn + rng.nextInt(MOST_OWN + 1), RandomSteps.MOST_OF_VARIABLE);
    int[] ofY = variables(fewestOwn + rng.nextInt(MOST_OWN + 1), RandomSteps.MOST_OF_VARIABLE);
    int[][] ofColumns =
        Stream.generate(() -> variables(rng.nextInt(2), MOST_OF_NOISE))
            .limit(dx + dy)
            .toArray(int[][]::new);
    weights = weights();
    steps = new RandomSteps(weights, rng);
    List<double[]> common = values(shared);
    if (sharedCount > 0) {
      common = grown(common, rng.nextInt(MOST_STEPS));
    }
    List<double[]> x = side(common, ofX);
    List<double[]> y = side(common, ofY);
    double[][] columns =
        IntStream.range(0, dx + dy)
            .mapToObj(c -> column(c < dx ? x : y, values(ofColumns[c])))
            .toArray(double[][]::new);
    return FiniteSpace.of(dx, weights, columns);
  }

  /** All columns, none, or each by a coin. */
  private static boolean[] spread(int count, RandomGenerator rng) {
    var spread = new boolean[count];
    int kind = rng.nextInt(4);
    for (int c = 0; c < count; c++) {
      spread[c] = kind < 2 || (kind == 2 && rng.nextBoolean());
    }
    return spread;
  }

  /** New variables, of fewer levels where the space would become too large; their places. */
  private int[] variables(int count, int mostLevels) {
    return IntStream.range(0, count)
        .map(i -> variable((int) logBetween(rng, 2, mostLevels + 1.0)))
        .filter(place -> place >= 0)
        .toArray();
  }

  private int variable(int wanted) {
    int levels = Math.min(wanted, MOST_OUTCOMES / outcomes);
    if (levels < 2) {
      return -1;
    }
    outcomes *= levels;
    variables.add(chances(levels));
    return variables.size() - 1;
  }

  /** Equal, those of a bell, falling, or at random; none of nearly all. */
  private double[] chances(int levels) {
    var chances = new double[levels];
    double fall = between(rng, 0.5, 1);
    int kind = rng.nextInt(5);
    for (int k = 0; k < levels; k++) {
      double place = (k + 0.5) / levels - 0.5;
      chances[k] =
          switch (kind) {
            case 0 -> Math.exp(-12 * place * place);
            case 1 -> Math.pow(fall, k);
            case 2 -> between(rng, 0.1, 1);
            default -> 1;
          };
    }
    return chances;
  }

  private double[] weights() {
    var weights = new double[outcomes];
    Arrays.fill(weights, 1);
    int stride = 1;
    for (double[] chances : variables) {
      double sum = Arrays.stream(chances).sum();
      for (int i = 0; i < outcomes; i++) {
        weights[i] *= chances[i / stride % chances.length] / sum;
      }
      stride *= chances.length;
    }
    return weights;
  }

  /** The levels of variables, of mean 0 and variance 1, (variables, outcomes). */
  private List<double[]> values(int... places) {
    var values = new ArrayList<double[]>();
    for (int place : places) {
      int stride =
          variables.stream().limit(place).mapToInt(v -> v.length).reduce(1, (a, b) -> a * b);
      int levels = variables.get(place).length;
      double[] level = IntStream.range(0, outcomes).mapToDouble(i -> i / stride % levels).toArray();
      values.add(steps.standard(level));
    }
    return values;
  }

  /** What a side is computed from: some of the common values, its own variables, and steps. */
  private List<double[]> side(List<double[]> common, int[] own) {
    var values = new ArrayList<double[]>();
    boolean all = rng.nextBoolean();
    for (double[] value : common) {
      if (all || rng.nextBoolean()) {
        values.add(value);
      }
    }
    if (values.isEmpty() && !common.isEmpty()) {
      values.add(common.get(rng.nextInt(common.size())));
    }
    values.addAll(values(own));
    return grown(values, rng.nextInt(MOST_STEPS + 1));
  }

  private List<double[]> grown(List<double[]> values, int count) {
    var grown = new ArrayList<>(values);
    for (int s = 0; s < count; s++) {
      grown.add(steps.step(grown));
    }
    return grown;
  }

  /** A value of a side or a step from its values, with noise, in few levels. */
  private double[] column(List<double[]> values, List<double[]> noise) {
    for (int i = 0; i < TRIES; i++) {
      double[] value =
          rng.nextInt(3) == 0 ? values.get(rng.nextInt(values.size())) : steps.step(values);
      for (double[] own : noise) {
        value = rng.nextInt(3) == 0 ? steps.lapsing(value, own) : steps.noisy(value, own);
      }
      double[] column =
          steps.levels(value, (int) logBetween(rng, 2, RandomSteps.MOST_LEVELS + 1.0));
      if (steps.largestShare(column) < LARGEST_SHARE) {
        return column;
      }
    }
    return values.get(0);
  }
}
