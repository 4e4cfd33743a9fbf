package io.github.mist4j.network;

import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.file.Floats;
import io.github.mist4j.network.SampleDirections.Directed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A trained network with its recalibration: it predicts from all columns, from those that show
 * dependence by themselves, and weighs both. Thread safe.
 */
public final class GatedPredictor {
  private static final long MOST_KEPT = 1 << 22; // values in buffers between predictions

  private final CopulaNetwork network;
  private final float[] weights;
  private final Recalibration recalibration;
  private final BufferPool pool = new BufferPool(MOST_KEPT);

  /**
   * A predictor.
   *
   * @param weights of the network, not copied
   */
  public GatedPredictor(CopulaNetwork network, float[] weights, Recalibration recalibration) {
    this.network = network;
    this.weights = weights;
    this.recalibration = recalibration;
  }

  /** What tells it from all others. */
  String fingerprint() {
    return new Fingerprint()
        .with(network.size().toString())
        .with(Floats.bytes(weights))
        .with(recalibration.toString())
        .toString();
  }

  /**
   * What is predicted of a sample.
   *
   * @param prediction from all columns and the screened ones, or from all if none are left out
   * @param screened from the screened columns alone
   */
  record Gated(PredictedQuantiles prediction, Optional<Screened> screened) {}

  /**
   * The prediction from the screened columns alone.
   *
   * @param dx the columns of X that show dependence
   * @param dy those of Y
   * @param value the information of those, nats
   */
  record Screened(int dx, int dy, double value) {}

  /**
   * The parts of a prediction, each the mean of both orders of the sides, before the gate.
   *
   * @param all from all columns
   * @param screened from those that show dependence, unless that is none of a side, or all
   */
  public record Parts(PredictedQuantiles all, Optional<ScreenedPart> screened) {}

  /**
   * The prediction from the screened columns.
   *
   * @param prediction from them alone
   * @param gateInputs what a {@link ScreeningGate} weighs it by
   */
  public record ScreenedPart(PredictedQuantiles prediction, double[] gateInputs) {}

  /** Whether the network sees samples in directions. */
  boolean seesDirections() {
    return network.seesDirections();
  }

  /** The parts of the prediction of a sample. */
  public Parts parts(NetworkInput input) {
    return withBuffers(
        buffers -> {
          PredictedQuantiles all = bothOrders(List.of(input.features()), buffers).get(0);
          return new Parts(
              all,
              input
                  .screened()
                  .map(
                      kept -> {
                        PredictedQuantiles screened =
                            bothOrders(List.of(kept.features()), buffers).get(0);
                        return new ScreenedPart(screened, kept.gateInputs(all, screened));
                      }));
        });
  }

  /** The predictions of samples of one shape in the order (X, Y) alone. */
  public List<PredictedQuantiles> inOneOrder(List<NetworkInput> inputs) {
    return withBuffers(
        buffers ->
            gated(inputs, features -> oneOrder(features, buffers)).stream()
                .map(Gated::prediction)
                .toList());
  }

  /** What is predicted of samples of one shape, the mean of both orders of the sides. */
  List<Gated> inBothOrders(List<NetworkInput> inputs) {
    return withBuffers(buffers -> gated(inputs, features -> bothOrders(features, buffers)));
  }

  /**
   * The value predicted of a sample of few enough columns that the network sees them all, and its
   * slopes by their normal scores. The gate is held.
   *
   * @param queries the rows whose neighbours are counted
   */
  SampleSlopes.Scored slopes(RankedSample sample, int[] queries) {
    var directed = new Memo<>(() -> SampleDirections.directed(sample));
    var directions = new Memo<>(() -> directed.get().map(Directed::ranked));
    NetworkInput input = NetworkInput.of(sample, sample, queries, directions);
    return withBuffers(
        buffers -> {
          SampleSlopes.Scored all =
              SampleSlopes.of(
                  network, weights, sample, queries, input.features(), directed, buffers);
          Optional<ColumnScreening> kept =
              recalibration.gate().isPresent() ? input.screened() : Optional.empty();
          if (kept.isEmpty()) {
            return all;
          }
          ColumnScreening some = kept.get();
          SampleSlopes.Scored screened =
              SampleSlopes.of(
                  network,
                  weights,
                  some.sample(),
                  queries,
                  some.features(),
                  new Memo<>(() -> SampleDirections.directed(some.sample())),
                  buffers);
          double share =
              recalibration
                  .gate()
                  .orElseThrow()
                  .weight(
                      some.gateInputs(
                          bothOrders(List.of(input.features()), buffers).get(0),
                          bothOrders(List.of(some.features()), buffers).get(0)));
          return mixed(all, screened, some.columns(), share);
        });
  }

  private static SampleSlopes.Scored mixed(
      SampleSlopes.Scored all, SampleSlopes.Scored screened, int[] columns, double share) {
    var slopes = new double[all.slopes().length][];
    for (int c = 0; c < slopes.length; c++) {
      slopes[c] = Arrays.stream(all.slopes()[c]).map(s -> (1 - share) * s).toArray();
    }
    for (int k = 0; k < columns.length; k++) {
      for (int r = 0; r < slopes[0].length; r++) {
        slopes[columns[k]][r] += share * screened.slopes()[k][r];
      }
    }
    double value = all.value() + share * (screened.value() - all.value());
    return new SampleSlopes.Scored(value, slopes);
  }

  private <T> T withBuffers(Function<Buffers, T> work) {
    Buffers buffers = pool.take();
    try {
      return work.apply(buffers);
    } finally {
      pool.giveBack(buffers);
    }
  }

  private List<Gated> gated(
      List<NetworkInput> inputs, Function<List<CopulaFeatures>, List<PredictedQuantiles>> predict) {
    List<PredictedQuantiles> fromAll =
        predict.apply(inputs.stream().map(NetworkInput::features).toList());
    return IntStream.range(0, fromAll.size())
        .mapToObj(b -> gated(fromAll.get(b), inputs.get(b), predict))
        .toList();
  }

  private Gated gated(
      PredictedQuantiles all,
      NetworkInput input,
      Function<List<CopulaFeatures>, List<PredictedQuantiles>> predict) {
    Optional<ColumnScreening> kept =
        recalibration.gate().isPresent() ? input.screened() : Optional.empty();
    if (kept.isEmpty()) {
      return new Gated(recalibrated(all), Optional.empty());
    }
    CopulaFeatures features = kept.get().features();
    PredictedQuantiles screened = predict.apply(List.of(features)).get(0);
    PredictedQuantiles mixed =
        recalibration
            .gate()
            .orElseThrow()
            .mixed(all, screened, kept.get().gateInputs(all, screened));
    return new Gated(
        recalibrated(mixed),
        Optional.of(new Screened(features.dx(), features.dy(), screened.value())));
  }

  private PredictedQuantiles recalibrated(PredictedQuantiles prediction) {
    return prediction.recalibrated(recalibration.medianShift());
  }

  private List<PredictedQuantiles> bothOrders(List<CopulaFeatures> features, Buffers buffers) {
    List<CopulaFeatures> swapped = features.stream().map(CopulaFeatures::swapped).toList();
    CopulaFeatures shape = features.get(0);
    List<PredictedQuantiles> predictions =
        shape.dx() == shape.dy()
            ? oneOrder(joined(features, swapped), buffers)
            : joined(oneOrder(features, buffers), oneOrder(swapped, buffers));
    int count = features.size();
    return IntStream.range(0, count)
        .mapToObj(b -> predictions.get(b).meanWith(predictions.get(count + b)))
        .toList();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private List<PredictedQuantiles> oneOrder(List<CopulaFeatures> features, Buffers buffers) {
    Activations o = network.forward(new NetworkTape(weights, null, buffers), features);
    List<PredictedQuantiles> predictions =
        IntStream.range(0, features.size())
            .mapToObj(b -> Head.prediction(o.value(), b, features.get(b)))
            .toList();
    buffers.release();
    return predictions;
  }
}
