package io.github.mist4j.deep;

import io.github.mist4j.deep.RowModel.Reading;
import io.github.mist4j.deep.RowModel.Seen;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Estimate.Look;
import io.github.mist4j.progress.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** More rows do not tell more about when to stop, and each look costs a pass through them. */
  private static final int MOST_STOPPING = 1000;

  /** So many bound the memory of a reading; a mean log ratio of size 1 scatters by 0.007. */
  private static final int MOST_JUDGING = 20_000;

  private Fitting() {}

  /** Hears of each look, whose held-out rows are the stopping part. */
  @FunctionalInterface
  interface Watch {
    void looked(Look look);
  }

  /**
   * The outcome.
   *
   * @param reading by the judging part
   * @param steps that were made
   * @param best the step whose weights were read off
   * @param looks on the way
   */
  record Fit(Reading reading, int steps, int best, List<Look> looks) {
    /** For those who only watch. */
    Estimate.Fit curve() {
      return new Estimate.Fit(looks, best);
    }
  }

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
    var adam = new Adam(weights, options.rate(), model.largestNorm());
    var batches =
        new Batcher(
            parts.training(), options.batch(parts.training().length, n), options.batches(), rng);
    float[] judged = model.averaging() > 0 ? weights.clone() : weights;
    float[] best = weights.clone();
    Seen start = model.seen(weights, stopping);
    double bestHeldOut = start.climbed();
    int bestStep = 0;
    int step = 0;
    var looks = new ArrayList<Look>();
    looks.add(new Look(0, Double.NaN, start.information()));
    int unbettered = 0;
    int lookedAt = 0;
    double sum = 0;
    while (step < options.steps() && unbettered < model.patience() && !work.stopped()) {
      Arrays.fill(gradient, 0);
      sum += model.information(model.addGradient(weights, gradient, batches.next()));
      if (!adam.ascend(gradient)) {
        break; // it has run away: the best before stays
      }
      step++;
      if (judged != weights) {
        double stays = Math.min(model.averaging(), step / (step + 9.0)); // the first count less
        for (int i = 0; i < judged.length; i++) {
          judged[i] += (float) ((1 - stays) * (weights[i] - judged[i]));
        }
      }
      work.advance(1);
      if (step % between == 0 || step == options.steps() || work.stopped()) {
        Seen heldOut = model.seen(judged, stopping);
        var look = new Look(step, sum / (step - lookedAt), heldOut.information());
        looks.add(look);
        watch.looked(look);
        sum = 0;
        lookedAt = step;
        unbettered++;
        if (heldOut.climbed() > bestHeldOut) { // never where it is no number
          bestHeldOut = heldOut.climbed();
          bestStep = step;
          System.arraycopy(judged, 0, best, 0, best.length);
          unbettered = 0;
        }
      }
    }
    int[] judging = Arrays.copyOf(parts.judging(), Math.min(MOST_JUDGING, parts.judging().length));
    return new Fit(model.reading(best, judging, work::stopped), step, bestStep, List.copyOf(looks));
  }
}
