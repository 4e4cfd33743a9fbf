package io.github.mist4j.deep;

import io.github.mist4j.deep.CriticOptions.Bound;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The staircase of Song and Ermon (2020), no part of the test run: 20 + 20 normal columns in pairs
 * of one correlation, whose information goes up by 2 nats; 64 fresh rows a step; one critic climbs
 * all stairs. It prints mean and standard deviation of the values of the last quarter of a stair.
 *
 * <p>Arguments: {@code SMILE|INFONCE|NWJ|…}, {@code joint|separable}, steps a stair (4000 in the
 * paper), stairs (5).
 */
final class Staircase {
  private static final int COLUMNS = 20;
  private static final int BATCH = 64;
  private static final FitOptions FIT = FitOptions.withDefaults().withWidth(256);

  private Staircase() {}

  private record Shown(String name, ToDoubleFunction<ScoredPairs> value) {}

  /** Climbs and prints. */
  public static void main(String[] arguments) {
    Bound bound = Bound.valueOf(arguments[0]);
    boolean joint = arguments[1].equals("joint");
    int steps = Integer.parseInt(arguments[2]);
    int stairs = Integer.parseInt(arguments[3]);
    FitOptions fit = joint ? FIT : FIT.withLayers(3); // their separable towers are one deeper
    Critic critic =
        joint ? new JointCritic(COLUMNS, COLUMNS, fit) : new SeparableCritic(COLUMNS, COLUMNS, fit);
    Shown[] shown =
        bound == Bound.SMILE
            ? new Shown[] {smile(1), smile(5), smile(Double.POSITIVE_INFINITY)}
            : new Shown[] {new Shown(bound.name(), new Objective(bound, 5)::information)};
    var rng = new SplittableRandom(0);
    var objective = new Objective(bound, 5);
    float[] weights = critic.initialWeights(rng);
    var adam = new Adam(weights, 5e-4, objective.largestNorm());
    var gradient = new float[weights.length];
    Pairs pairs = Pairs.of(BATCH, BATCH - 1);
    for (int stair = 1; stair <= stairs; stair++) {
      double rho = Math.sqrt(1 - Math.exp(-4.0 * stair / COLUMNS)); // 2 nats a stair
      var values = new double[shown.length][steps / 4];
      long start = System.nanoTime();
      for (int step = 0; step < steps; step++) {
        var x = new float[COLUMNS * BATCH];
        var y = new float[COLUMNS * BATCH];
        for (int i = 0; i < x.length; i++) {
          double z = rng.nextGaussian();
          x[i] = (float) z;
          y[i] = (float) (rho * z + Math.sqrt(1 - rho * rho) * rng.nextGaussian());
        }
        Arrays.fill(gradient, 0);
        var tape = new Tape(weights, gradient);
        Critic.Sides sides =
            critic.sides(tape, Tape.input(x, COLUMNS, BATCH), Tape.input(y, COLUMNS, BATCH));
        Tensor scores = critic.scores(tape, sides, pairs);
        var scored = new ScoredPairs(scores.value(), BATCH, BATCH - 1);
        objective.climbed(scored, scores.gradient());
        tape.backward();
        adam.ascend(gradient);
        int late = step - (steps - steps / 4);
        for (int s = 0; s < shown.length && late >= 0; s++) {
          values[s][late] = shown[s].value.applyAsDouble(scored);
        }
      }
      for (int s = 0; s < shown.length; s++) {
        double mean = Arrays.stream(values[s]).average().orElseThrow();
        double variance =
            Arrays.stream(values[s]).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        System.out.printf(
            Locale.ROOT,
            "%d nats, %s: %.2f (%.2f), %.0f steps/s%n",
            2 * stair,
            shown[s].name,
            mean,
            Math.sqrt(variance),
            steps / ((System.nanoTime() - start) / 1e9));
      }
    }
  }

  private static Shown smile(double clamp) {
    return new Shown("SMILE " + clamp, new Objective(Bound.SMILE, clamp)::information);
  }
}
