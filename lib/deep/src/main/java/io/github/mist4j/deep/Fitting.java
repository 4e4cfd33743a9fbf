package io.github.mist4j.deep;

import io.github.mist4j.deep.RowModel.Reading;
import io.github.mist4j.progress.Work;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One fit of a model to rows: steps on the training part, the best step by the stopping part, the
 * estimate from the judging part, which has had no part in any choice.
 */
final class Fitting {
  /** Times the entropy of the sample, log n: an estimate beyond it has run away. */
  static final double BEYOND = 10;

  private static final int FEW_ROWS = 500;
  private static final int BETWEEN_OF_FEW = 10; // a critic of 60 rows overfits within 50 steps
  private static final int BETWEEN = 25; // steps from look to look

  /** Looks without a better one before it stops; the noise of a look passes, overfitting stays. */
  private static final int PATIENCE = 20;

  /** More rows do not tell more about when to stop, and each look costs a pass through them. */
  private static final int MOST_STOPPING = 1000;

  private Fitting() {}

  /** Hears of each look. */
  @FunctionalInterface
  interface Watch {
    /**
     * What is climbed.
     *
     * @param training in the steps since the last look
     * @param heldOut on the stopping part
     */
    void looked(double training, double heldOut);
  }

  /**
   * The outcome.
   *
   * @param reading by the judging part
   * @param steps that were made
   * @param best the step whose weights were read off
   */
  record Fit(Reading reading, int steps, int best) {}

  static Fit run(
      RowModel.Source source,
      Parts parts,
      FitOptions options,
      RandomGenerator rng,
      Work work,
      Watch watch) {
    RowModel model = source.of(parts.training());
    int n = parts.training().length + parts.stopping().length + parts.judging().length;
    int between = n < FEW_ROWS ? BETWEEN_OF_FEW : BETWEEN;
    int[] stopping =
        Arrays.copyOf(parts.stopping(), Math.min(MOST_STOPPING, parts.stopping().length));
    float[] weights = model.initialWeights(rng);
    var gradient = new float[weights.length];
    var adam = new Adam(weights, options.rate());
    var batches =
        new Batcher(
            parts.training(), options.batch(parts.training().length, n), options.batches(), rng);
    float[] best = weights.clone();
    double bestHeldOut = model.climbed(weights, stopping);
    int bestStep = 0;
    int step = 0;
    int looks = 0;
    double sum = 0;
    while (step < options.steps() && looks < PATIENCE && !work.stopped()) {
      Arrays.fill(gradient, 0);
      sum += model.addGradient(weights, gradient, batches.next());
      if (!adam.ascend(gradient)) {
        break; // it has run away: the best before stays
      }
      step++;
      work.advance(1);
      if (step % between == 0 || step == options.steps() || work.stopped()) {
        double heldOut = model.climbed(weights, stopping);
        watch.looked(sum / between, heldOut);
        sum = 0;
        looks++;
        if (heldOut > bestHeldOut) { // never where it is no number
          bestHeldOut = heldOut;
          bestStep = step;
          System.arraycopy(weights, 0, best, 0, best.length);
          looks = 0;
        }
      }
    }
    return new Fit(model.reading(best, parts.judging()), step, bestStep);
  }
}
