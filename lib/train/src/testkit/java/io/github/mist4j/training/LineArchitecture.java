package io.github.mist4j.training;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.ArchitectureReader;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.sample.Sample;
import java.io.IOException;

/**
 * A network that is none, as another library would bring it: a polynomial of what one column of X
 * tells of one column of Y.
 *
 * @param degree of the polynomial
 */
public record LineArchitecture(int degree) implements Architecture {
  private static final String KIND = "line";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int weights() {
    return degree + 1;
  }

  @Override
  public String describe() {
    return "a polynomial of degree " + degree;
  }

  @Override
  public String prefix() {
    return "line-";
  }

  @Override
  public JsonObject json() {
    return new JsonObject().with("degree", degree);
  }

  @Override
  public MutualInformationEstimator estimator(
      float[] weights, Recalibration unused, String model, TrainedRange range) {
    return new Line(weights, model);
  }

  private record Line(float[] weights, String model) implements MutualInformationEstimator {
    @Override
    public String method() {
      return "line";
    }

    @Override
    public Estimate estimate(Sample sample, EstimateOptions options) {
      double value = LineLearner.value(weights, LineLearner.feature(sample));
      return Estimate.of(sample, method(), value).withModel(model);
    }
  }

  /** Trains it. */
  public static final class Learners implements LearnerProvider {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Learner learner(Architecture architecture) {
      return new LineLearner(((LineArchitecture) architecture).degree());
    }
  }

  /** Opens it. */
  public static final class Reader implements ArchitectureReader {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Architecture read(JsonObject json) throws IOException {
      return new LineArchitecture(json.count("degree"));
    }
  }
}
