package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.CopulaNetwork;
import io.github.mist4j.network.GatedPredictor;
import io.github.mist4j.network.GatedPredictor.Parts;
import io.github.mist4j.network.GatedPredictor.ScreenedPart;
import io.github.mist4j.network.NetworkInput;
import io.github.mist4j.network.PredictedQuantiles;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.ScreeningGate;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Fits a {@link Recalibration} to a trained copula network on datasets of the training distribution
 * that it has not seen: how to weigh the screened columns, by the coefficients of the least mean
 * |error| of log(1 + MI), with a ridge; the spread at which 90% of the truths lie within the 90%
 * intervals of the mixture; and, over all datasets, the shift of the quantiles at which half of the
 * truths lie below the median.
 */
final class CalibrationFit {
  private static final int FEWEST = 100; // datasets with columns to leave out
  // On 1,021 cases the objective is then within 2e-10 of its least; at 1,000 steps within 1e-5, and
  // at 3,000 from a rate of 0.02 within 2e-6.
  private static final int STEPS = 3000;
  private static final double RATE = 0.05; // falls to 0
  private static final double EPSILON = 1e-8;
  private static final double SMOOTH = 0.01; // below it |error| becomes a parabola
  private static final double RIDGE = 1e-5;
  private static final double COVERED = 0.9;
  private static final double LARGEST_SHIFT =
      0.5; // in normal quantiles: beyond it they might cross

  private CalibrationFit() {}

  /** A dataset of which columns are left out, as the gate sees it. */
  private record Case(PredictedQuantiles all, ScreenedPart screened, double truth) {
    PredictedQuantiles mixed(ScreeningGate gate) {
      return gate.mixed(all, screened.prediction(), screened.gateInputs());
    }

    double[] inputs() {
      return screened.gateInputs();
    }
  }

  /** What is predicted of a dataset, and the truth. */
  private record Seen(Parts parts, double truth) {
    Optional<Case> gated() {
      return parts.screened().map(screened -> new Case(parts.all(), screened, truth));
    }

    PredictedQuantiles prediction(ScreeningGate gate) {
      return gated().map(one -> one.mixed(gate)).orElse(parts.all());
    }
  }

  /**
   * The recalibration of a network.
   *
   * @param size the network's sizes
   * @param weights as trained
   * @param seed names the datasets
   * @param datasets how many are drawn, enough for {@value #FEWEST} with columns to leave out
   * @param listener hears how many have been seen, and can stop it
   * @throws CancellationException if it is stopped
   * @throws IllegalArgumentException if too few of the datasets have columns without dependence
   */
  static Recalibration of(
      CopulaArchitecture size,
      float[] weights,
      MetaDistribution distribution,
      long seed,
      int datasets,
      ProgressListener listener) {
    var network = new CopulaNetwork(size);
    var predictor = new GatedPredictor(network, weights, Recalibration.none());
    var work = Work.of("datasets", datasets, listener);
    List<Seen> all =
        work.list(
            datasets,
            i -> {
              Seen seen = seen(distribution.draw(seed, i), predictor, ~seed, i);
              work.advance(1);
              return seen;
            });
    List<Case> cases = all.stream().map(Seen::gated).flatMap(Optional::stream).toList();
    require(
        cases.size() >= FEWEST,
        "screening is calibrated on %d datasets or more with columns that show no dependence,"
            + " %d of %d had some",
        FEWEST,
        cases.size(),
        datasets);
    float[] fitted = fitted(cases);
    var narrow = gate(fitted, 1);
    ScreeningGate gate = gate(fitted, spread(cases, narrow));
    return new Recalibration(Optional.of(gate), medianShift(all, gate));
  }

  private static ScreeningGate gate(float[] fitted, double spread) {
    int last = fitted.length - 1;
    List<Double> coefficients = IntStream.range(0, last).mapToObj(k -> (double) fitted[k]).toList();
    return new ScreeningGate(coefficients, fitted[last], spread);
  }

  private static Seen seen(Dataset dataset, GatedPredictor predictor, long ties, long index) {
    var input =
        NetworkInput.of(dataset.sample(), NetworkInput.MOST_QUERIES, RandomStreams.of(ties, index));
    return new Seen(predictor.parts(input), dataset.mutualInformation());
  }

  /** The coefficients and the constant of the gate, by gradient descent on all cases at once. */
  private static float[] fitted(List<Case> cases) {
    int count = cases.get(0).inputs().length + 1;
    var optimizer = new Optimizer(new float[count], 0, EPSILON); // from equal weights
    for (int step = 0; step < STEPS; step++) {
      optimizer.update(slope(cases, optimizer.weights()), RATE * (1 - (double) step / STEPS));
    }
    return optimizer.weights();
  }

  private static float[] slope(List<Case> cases, float[] at) {
    ScreeningGate gate = gate(at, 1);
    var sums = new double[at.length];
    for (Case one : cases) {
      double share = gate.weight(one.inputs());
      double difference = one.screened.prediction().value() - one.all.value();
      double value = one.all.value() + share * difference;
      if (value <= 0) {
        continue;
      }
      double error = Math.log1p(value) - Math.log1p(one.truth);
      double pull = error / Math.sqrt(error * error + SMOOTH * SMOOTH);
      double common = pull / (1 + value) * difference * share * (1 - share) / cases.size();
      for (int k = 0; k < at.length - 1; k++) {
        sums[k] += common * one.inputs()[k];
      }
      sums[at.length - 1] += common;
    }
    var slope = new float[at.length];
    for (int k = 0; k < at.length; k++) {
      slope[k] = (float) (sums[k] + RIDGE * at[k]);
    }
    return slope;
  }

  /** The factor that the intervals need to hold 90% of the truths. */
  private static double spread(List<Case> cases, ScreeningGate gate) {
    double[] needed =
        cases.stream().mapToDouble(one -> one.mixed(gate).spreadNeeded(one.truth)).toArray();
    return percentile(needed, COVERED);
  }

  /** The place among the quantiles, in normal quantiles, below which half of the truths lie. */
  private static double medianShift(List<Seen> all, ScreeningGate gate) {
    double[] places =
        all.stream().mapToDouble(seen -> seen.prediction(gate).place(seen.truth)).toArray();
    return Math.max(-LARGEST_SHIFT, Math.min(LARGEST_SHIFT, percentile(places, 0.5)));
  }

  private static double percentile(double[] values, double share) {
    Arrays.sort(values);
    return values[(int) (share * (values.length - 1))];
  }
}
