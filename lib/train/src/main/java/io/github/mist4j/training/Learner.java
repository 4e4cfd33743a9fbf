package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.training.TrainingOptions.Device;
import java.util.List;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;

/**
 * A network as a trainer sees it: examples in, loss and gradient out. Thread safe.
 *
 * <p>It is given examples that it, or a learner of an equal architecture, has made.
 *
 * <pre>{@code
 * Learner learner = Learner.of(CopulaArchitecture.withDefaults(), 128);
 * float[] weights = learner.initialWeights(rng);
 * double loss = learner.loss(weights, List.of(learner.example(dataset, rng)));
 * }</pre>
 */
public interface Learner {
  /** The number of weights. */
  int size();

  /** Random weights to start from, ({@link #size()}). */
  float[] initialWeights(RandomGenerator rng);

  /** The dataset as the network learns from it; of the same shape as the dataset. */
  Example example(Dataset dataset, RandomGenerator rng);

  /** The most {@link Example#work} of a batch that one thread takes at once, positive. */
  int workAtOnce();

  /**
   * The summed loss of examples of one shape; adds the gradient of {@code weight} times that sum.
   *
   * @param weights the network's, ({@link #size()})
   * @param gradient added to, ({@link #size()})
   * @throws ArithmeticException if the loss is not finite
   */
  double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight);

  /**
   * Whether {@link #addGradient} takes a whole step at once, examples of several shapes among them;
   * the next step's are drawn meanwhile. Then it divides them itself.
   */
  default boolean takesWholeSteps() {
    return false;
  }

  /** What computes the network, to complete "on …". */
  default String device() {
    return "the CPU";
  }

  /** The summed loss of examples of one shape. */
  double loss(float[] weights, List<Example> batch);

  /**
   * What the network predicts of examples of one shape.
   *
   * @param recalibration what was fitted to the weights after training
   */
  List<HeldOutPrediction> predict(
      float[] weights, Recalibration recalibration, List<Example> batch);

  /**
   * The learner of a network.
   *
   * @param queries the most rows of a dataset whose neighbours are counted, positive; networks that
   *     count no neighbours ignore it
   * @throws IllegalArgumentException if no library at hand trains such networks
   */
  static Learner of(Architecture architecture, int queries) {
    return of(TrainingOptions.withDefaults().withArchitecture(architecture).withQueries(queries));
  }

  /**
   * The learner that a training by some options uses.
   *
   * @throws IllegalArgumentException if no library at hand trains such networks on that device, or
   *     not with such losses
   * @throws IllegalStateException with one sentence if the device is not there or cannot be used
   */
  static Learner of(TrainingOptions options) {
    Architecture architecture = options.architecture();
    Device device = options.device();
    if (architecture instanceof CopulaArchitecture size) {
      require(
          device == Device.CPU,
          "a copula network is trained on the CPU, device must be CPU, was %s",
          device);
      return new CopulaLearner(size, options.queries(), options.ranking(), options.consistency());
    }
    require(
        options.ranking() == 0 && options.consistency() == 0,
        "ranking and consistency are of copula networks and must be 0 for a network of kind '%s',"
            + " were %s and %s",
        architecture.kind(),
        options.ranking(),
        options.consistency());
    return ServiceLoader.load(LearnerProvider.class, LearnerProvider.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.kind().equals(architecture.kind()))
        .filter(provider -> provider.device() == device)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no library on the class path trains networks of kind '%s'%s"
                        .formatted(
                            architecture.kind(),
                            device == Device.GPU
                                ? " on a GPU: mist4j-gpu (install.sh --gpu) does for those of"
                                    + " mist4j-deep"
                                : "")))
        .learner(architecture);
  }

  /** A dataset as a network learns from it. */
  interface Example {
    /** The mutual information, in nats. */
    double truth();

    /** The work it makes, positive, in a unit of the network's own. */
    int work();
  }

  /**
   * What a network predicts of a held-out dataset, in nats.
   *
   * @param value the estimate
   * @param lower the lower end of the 90% interval
   * @param upper the upper end
   * @param deciles the quantiles at 10%, 20%, … 90%, below 0 where independence is likely
   */
  record HeldOutPrediction(double value, double lower, double upper, double[] deciles) {}
}
