package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mixture of normal laws; the component C may stay hidden, or be the last column of Y as a class.
 *
 * <p>With π the weights and I_k the information within component k, the mutual information is Σ π_k
 * I_k + H(C) − H(C|X) − H(C|Y) + H(C|X,Y), or with C in Y: Σ π_k I_k + H(C) − H(C|X). The entropies
 * of C behind a point are averaged over points that fill the space evenly, until the standard error
 * of sixteen random starts is below 0.0025 nats or 0.25%, when the information is first asked for.
 *
 * <pre>{@code
 * Distribution humps = GaussianMixture.of(
 *     1, List.of(NormalComponent.round(1, 0.5, -1, -1), NormalComponent.round(1, 0.5, 1, 1)));
 * }</pre>
 */
public final class GaussianMixture extends QuadratureLaw {
  private static final double TOLERANCE = 2.5e-3;
  private static final int MOST_BLOCKS = 256;

  private final List<NormalComponent> components;
  private final int dx;
  private final boolean labelled;
  private final MixtureBlock whole;
  private final double[] cumulative; // of the weights

  private GaussianMixture(int dx, boolean labelled, List<NormalComponent> components) {
    require(components != null, "components must be given, was null");
    require(
        components.size() > 1, "a mixture needs two components or more, had %s", components.size());
    int d = components.get(0).d();
    for (NormalComponent component : components) {
      require(
          component.d() == d,
          "components must have the same number of columns, had %d and %d",
          d,
          component.d());
    }
    int most = labelled ? d : d - 1;
    require(dx > 0 && dx <= most, "dx must be from 1 to %d, was %d", most, dx);
    this.components = List.copyOf(components);
    this.dx = dx;
    this.labelled = labelled;
    this.whole = new MixtureBlock(components, 0, d, dx);
    this.cumulative = components.stream().mapToDouble(NormalComponent::weight).toArray();
    Arrays.parallelPrefix(cumulative, Double::sum);
  }

  /**
   * A mixture whose component stays hidden.
   *
   * @param dx the number of columns of X; the components' other columns are Y
   * @throws IllegalArgumentException if a covariance is not symmetric and positive definite, the
   *     components differ in their columns, or none is left for Y
   */
  public static GaussianMixture of(int dx, List<NormalComponent> components) {
    return new GaussianMixture(dx, false, components);
  }

  /**
   * A mixture whose component 0, 1, 2, … is the last column of Y, behind the components' columns
   * that are not X, if there are any.
   *
   * @param dx the number of columns of X
   * @throws IllegalArgumentException as {@link #of}
   */
  public static GaussianMixture labelled(int dx, List<NormalComponent> components) {
    return new GaussianMixture(dx, true, components);
  }

  @Override
  public int dx() {
    return dx;
  }

  @Override
  public int dy() {
    return d() - dx + (labelled ? 1 : 0);
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    return ColumnDraws.varying(dx, () -> draw(n, rng));
  }

  @Override
  Quadrature quadrature() {
    return information(TOLERANCE, MOST_BLOCKS);
  }

  @Override
  public String describe() {
    return labelled
        ? "mixture of %s normal laws, the component is in Y, MI = Σ π I_k + H(C) − H(C|X)"
            .formatted(components.size())
        : "mixture of %s normal laws, MI = Σ π I_k + H(C) − H(C|X) − H(C|Y) + H(C|X,Y)"
            .formatted(components.size());
  }

  private int d() {
    return components.get(0).d();
  }

  private double[][] draw(int n, RandomGenerator rng) {
    var columns = new double[dx + dy()][n];
    var z = new double[d()];
    var point = new double[d()];
    for (int r = 0; r < n; r++) {
      int component = component(rng.nextDouble());
      Arrays.setAll(z, i -> rng.nextGaussian());
      whole.place(component, z, 0, point);
      for (int c = 0; c < point.length; c++) {
        columns[c][r] = point[c];
      }
      if (labelled) {
        columns[point.length][r] = component;
      }
    }
    return columns;
  }

  private int component(double u) {
    double mark = u * cumulative[cumulative.length - 1];
    int k = 0;
    while (k < cumulative.length - 1 && cumulative[k] <= mark) {
      k++;
    }
    return k;
  }

  /** The value with its standard error over sequences of points. */
  Quadrature information(double tolerance, int mostBlocks) {
    var ofY = labelled ? null : new MixtureBlock(components, dx, d(), d() - dx);
    double known = within() + entropyOfComponent();
    var sums = new double[NormalPoints.SEQUENCES];
    for (int block = 0; ; block++) {
      add(sums, NormalPoints.block(d(), block), ofY);
      int points = (block + 1) * NormalPoints.BLOCK;
      boolean twice = Integer.bitCount(block + 1) == 1; // look at powers of two only
      if (twice && block > 0) {
        double mean = Arrays.stream(sums).average().orElseThrow();
        double squares = Arrays.stream(sums).map(s -> (s - mean) * (s - mean)).sum();
        double error = Math.sqrt(squares / (sums.length - 1.0) / sums.length) / points;
        double value = Math.max(0, known + mean / points);
        if (error <= tolerance * Math.max(1, value) || block + 1 >= mostBlocks) {
          return new Quadrature(value, error);
        }
      }
    }
  }

  /** Adds −H(C|x) − H(C|y) + H(C|x,y), or −H(C|x) with C in Y, of every point to its sequence. */
  private void add(double[] sums, double[] points, MixtureBlock ofY) {
    int d = d();
    var point = new double[d];
    var scratch = new double[d + 2 * components.size()];
    for (int i = 0; i < points.length; i += d + 1) {
      whole.place(component(points[i + d]), points, i, point);
      MixtureBlock.Entropy entropy = whole.entropy(point, 0, scratch);
      int sequence = i / ((d + 1) * NormalPoints.BLOCK);
      sums[sequence] -= entropy.leading();
      if (ofY != null) {
        sums[sequence] += entropy.whole() - ofY.entropy(point, dx, scratch).leading();
      }
    }
  }

  /** Σ π_k I_k. */
  private double within() {
    if (dx == d()) {
      return 0;
    }
    double sum = 0;
    for (NormalComponent component : components) {
      sum += component.weight() * Dispersion.of(component.covariance(), dx).normalInformation();
    }
    return sum / cumulative[cumulative.length - 1];
  }

  private double entropyOfComponent() {
    double total = cumulative[cumulative.length - 1];
    return components.stream().mapToDouble(c -> Response.entropyTerm(c.weight() / total)).sum();
  }
}
