package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * One column each: X has a density, Y has levels 0, 1, 2, … whose probabilities depend on X.
 *
 * <p>The mutual information H(Y) − E H(Y | X) is a quadrature over x, refined until it changes by
 * less than 0.0015 nats, when it is first asked for.
 *
 * <pre>{@code
 * Distribution bought = DiscreteResponse.of(NormalDistribution.of(0, 1), Response.logistic(-1, 2));
 * }</pre>
 */
public final class DiscreteResponse extends QuadratureLaw {
  private final ContinuousDistribution x;
  private final Response response;

  private DiscreteResponse(ContinuousDistribution x, Response response) {
    this.x = x;
    this.response = response;
  }

  /**
   * A response.
   *
   * @param x the law of X
   * @param response the law of Y at a value of X
   */
  public static DiscreteResponse of(ContinuousDistribution x, Response response) {
    require(x != null && response != null, "the law of x and the response must be given, was null");
    return new DiscreteResponse(x, response);
  }

  @Override
  public int dx() {
    return 1;
  }

  @Override
  public int dy() {
    return 1;
  }

  /**
   * Independent rows, drawn again where all of Y is one level, which no sample may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    var predictor = x.createSampler(rng::nextLong);
    return ColumnDraws.varying(
        1,
        () -> {
          var columns = new double[2][n];
          for (int r = 0; r < n; r++) {
            columns[0][r] = predictor.sample();
            columns[1][r] = response.at(columns[0][r]).draw(rng);
          }
          return columns;
        });
  }

  @Override
  Quadrature quadrature() {
    return Quadrature.of(this::value);
  }

  @Override
  public String describe() {
    return "Y %s, MI = H(Y) − E H(Y | X), by quadrature".formatted(response.describe());
  }

  double value(int resolution) {
    Nodes nodes = Nodes.of(x, resolution);
    Response.Levels[] levels =
        Arrays.stream(nodes.x()).mapToObj(response::at).toArray(Response.Levels[]::new);
    var marginal =
        new double
            [Stream.of(levels)
                .mapToInt(l -> l.first() + l.probabilities().length)
                .max()
                .orElseThrow()];
    double conditional = 0;
    for (int m = 0; m < levels.length; m++) {
      double weight = nodes.weights()[m];
      double[] p = levels[m].probabilities();
      for (int k = 0; k < p.length; k++) {
        marginal[levels[m].first() + k] += weight * p[k];
      }
      conditional += weight * levels[m].entropy();
    }
    return Arrays.stream(marginal).map(Response::entropyTerm).sum() - conditional;
  }
}
