package io.github.mist4j.model;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.List;

/**
 * The trained network that comes with the library, and for more than three columns on a side or a
 * thousand rows a second one. A file is opened at the first estimate, once for all, so that finding
 * the method costs nothing.
 *
 * <pre>{@code
 * new ShippedEstimator().estimate(sample)
 * }</pre>
 */
public final class ShippedEstimator implements MutualInformationEstimator {
  private static final String SHIPPED = "shipped";

  private static MistEstimator network;
  private static MistEstimator wide;

  /** The network, opened at the first call. */
  public static synchronized MistEstimator network() {
    if (network == null) {
      network = ((MistEstimator) Checkpoint.shipped().estimator()).withWide(ShippedEstimator::wide);
    }
    return network;
  }

  /** The network for more columns and rows. */
  private static synchronized MistEstimator wide() {
    if (wide == null) {
      wide = (MistEstimator) Checkpoint.shippedWide().estimator();
    }
    return wide;
  }

  @Override
  public String method() {
    return "mist";
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return network().estimate(sample, options);
  }

  @Override
  public String description() {
    return "a network trained on synthetic samples of known information, in one pass";
  }

  @Override
  public String identity() {
    return network().identity();
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        new MethodOption(
            "model",
            SHIPPED,
            "a .mist file or " + SHIPPED,
            "the trained network",
            file -> file.equals(SHIPPED) ? this : Checkpoint.open(Path.of(file)).estimator()));
  }
}
