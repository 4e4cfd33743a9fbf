package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.MultipleResponse;
import io.github.mist4j.distribution.MultipleResponse.Probabilities;
import io.github.mist4j.distribution.MultipleResponse.Question;
import io.github.mist4j.distribution.Predictors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Columns with few levels that depend on functions of several columns: classes, grades, and how
 * many of some trials succeed; in a third of them some are given at random.
 */
final class RandomDiscreteResponse {
  private static final int MOST_LEVELS = 6;
  private static final int MOST_TRIALS = 12;
  private static final double MOST_LAPSES = 0.3;
  private static final double LARGEST_SHARE = 0.95;
  private static final int PILOT = 64; // rows that show where X lies

  private RandomDiscreteResponse() {}

  /** So many columns of Y; in half of the draws they depend on the same function. */
  static MultipleResponse of(int dx, int dy, RandomGenerator rng) {
    Predictors x = RandomFunction.predictors(dx, rng);
    boolean alike = rng.nextBoolean();
    ToDoubleFunction<double[]> common = RandomFunction.standard(dx, rng);
    Supplier<ToDoubleFunction<double[]>> functions =
        () -> alike ? common : RandomFunction.standard(dx, rng);
    double[][] rows = Stream.generate(() -> x.row(rng)).limit(PILOT).toArray(double[][]::new);
    var questions = new ArrayList<Question>();
    for (int j = 0; j < dy; j++) {
      Question question;
      do {
        question = question(functions, dy == 1 ? MOST_TRIALS : MOST_LEVELS - 1, rng);
      } while (nearlyConstant(question, rows));
      questions.add(question);
    }
    return MultipleResponse.of(x, questions);
  }

  /** Whether nearly all answers are the same: short samples of them would be constant. */
  private static boolean nearlyConstant(Question question, double[][] rows) {
    var mean = new double[question.levels()];
    var p = new double[question.levels()];
    for (double[] row : rows) {
      question.probabilities().at(row, p);
      for (int k = 0; k < p.length; k++) {
        mean[k] += p[k] / rows.length;
      }
    }
    return Arrays.stream(mean).max().orElseThrow() > LARGEST_SHARE;
  }

  private static Question question(
      Supplier<ToDoubleFunction<double[]>> functions, int mostTrials, RandomGenerator rng) {
    int levels = 2 + rng.nextInt(MOST_LEVELS - 1);
    Question question =
        switch (rng.nextInt(5)) {
          case 0, 1 -> classes(functions, levels, rng);
          case 2, 3 -> grades(functions.get(), levels, rng);
          default -> successes(functions.get(), 1 + rng.nextInt(mostTrials), rng);
        };
    return rng.nextInt(3) == 0 ? withLapses(question, between(rng, 0, MOST_LAPSES)) : question;
  }

  /** P(k) ∝ exp(a_k + b_k f_k(x)). */
  private static Question classes(
      Supplier<ToDoubleFunction<double[]>> functions, int levels, RandomGenerator rng) {
    double strength = logBetween(rng, 0.7, 10);
    List<ToDoubleFunction<double[]>> fs = Stream.generate(functions).limit(levels).toList();
    double[] slopes = new double[levels];
    double[] intercepts = new double[levels];
    Arrays.setAll(slopes, k -> strength * rng.nextGaussian());
    Arrays.setAll(intercepts, k -> 0.5 * rng.nextGaussian());
    return new Question(
        "a class of " + levels,
        levels,
        (x, p) -> {
          double most = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < p.length; k++) {
            p[k] = intercepts[k] + slopes[k] * fs.get(k).applyAsDouble(x);
            most = Math.max(most, p[k]);
          }
          double sum = 0;
          for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(p[k] - most);
            sum += p[k];
          }
          for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
          }
        });
  }

  /** The number of cuts below f(x) and logistic noise. */
  private static Question grades(ToDoubleFunction<double[]> f, int levels, RandomGenerator rng) {
    double strength = logBetween(rng, 0.7, 20);
    double[] cuts = RandomLevels.cuts(rng, levels - 1);
    return new Question(
        levels + " grades",
        levels,
        (x, p) -> {
          double value = f.applyAsDouble(x);
          double above = 1;
          for (int k = 0; k < cuts.length; k++) {
            double next = logistic(strength * (value - cuts[k]));
            p[k] = above - next;
            above = next;
          }
          p[cuts.length] = above;
        });
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** How many of some trials, each with log odds a + b f(x). */
  private static Question successes(ToDoubleFunction<double[]> f, int trials, RandomGenerator rng) {
    double intercept = between(rng, -1, 1);
    double slope = logBetween(rng, 0.5, 6);
    return new Question(
        "successes of " + trials,
        trials + 1,
        (x, p) -> {
          double yes = logistic(intercept + slope * f.applyAsDouble(x));
          Arrays.fill(p, 0);
          p[0] = 1;
          for (int t = 1; t <= trials; t++) {
            for (int k = t; k > 0; k--) {
              p[k] = (1 - yes) * p[k] + yes * p[k - 1];
            }
            p[0] *= 1 - yes;
          }
        });
  }

  /** Some given at random, all levels equally likely. */
  private static Question withLapses(Question question, double share) {
    Probabilities sure = question.probabilities();
    return new Question(
        question.name() + " with lapses",
        question.levels(),
        (x, p) -> {
          sure.at(x, p);
          for (int k = 0; k < p.length; k++) {
            p[k] = (1 - share) * p[k] + share / p.length;
          }
        });
  }
}
