package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/**
 * The law of the noise e in y = f(x) + σ(x)·e, with its entropy.
 *
 * <pre>{@code
 * Noise heavy = Noise.of("Student 3", TDistribution.of(3));
 * }</pre>
 */
public final class Noise {
  private static final double TAIL = 1e-8;
  private static final int CELLS = 1 << 15;
  private static final double LONGEST = 100; // quartile distances that a table of F may reach over
  private static final int TABLE = 1 << 13;
  private static final double JUMPS = 0.08; // the grain of laws whose density may jump

  private static final Noise NORMAL = new Noise("normal", NormalDistribution.of(0, 1), 0.25);
  private static final Noise LAPLACE =
      new Noise("Laplace", LaplaceDistribution.of(0, Math.sqrt(0.5)), 0.2);
  private static final Noise UNIFORM =
      new Noise("uniform", UniformContinuousDistribution.of(-Math.sqrt(3), Math.sqrt(3)), JUMPS);

  private final String name;
  private final ContinuousDistribution law;
  private final double grain;
  private final double low; // practically nothing lies below or above
  private final double high;
  private final double entropy;
  private final double[] table; // F at low + k/scale, null where the tails are too long for it
  private final double scale;

  private Noise(String name, ContinuousDistribution law, double grain) {
    this.name = name;
    this.law = law;
    this.grain = grain;
    this.low = law.inverseCumulativeProbability(TAIL);
    this.high = law.inverseSurvivalProbability(TAIL);
    double quartiles =
        law.inverseCumulativeProbability(0.75) - law.inverseCumulativeProbability(0.25);
    this.entropy =
        new Cells(low, high, 0.5 * (low + high), 3 * quartiles, CELLS)
            .add(1, law::cumulativeProbability)
            .differentialEntropy();
    boolean tabled = high - low < LONGEST * quartiles;
    this.table = tabled ? table(law, low, high) : null;
    this.scale = TABLE / (high - low);
  }

  /** Standard normal. */
  public static Noise normal() {
    return NORMAL;
  }

  /** Laplace of mean 0 and variance 1. */
  public static Noise laplace() {
    return LAPLACE;
  }

  /** Uniform of mean 0 and variance 1. */
  public static Noise uniform() {
    return UNIFORM;
  }

  /**
   * Any law with a density.
   *
   * @param name what a description says
   */
  public static Noise of(String name, ContinuousDistribution law) {
    require(law != null, "the law of the noise must be given, was null");
    return new Noise(name, law, JUMPS);
  }

  String name() {
    return name;
  }

  ContinuousDistribution law() {
    return law;
  }

  /** Where the noise practically begins. */
  double low() {
    return low;
  }

  /** Where it practically ends. */
  double high() {
    return high;
  }

  /** How wide, in σ, cells can be for a sum with the noise to keep its entropy. */
  double grain() {
    return grain;
  }

  /** Its differential entropy, in nats. */
  double entropy() {
    return entropy;
  }

  /** F(v), off by at most 1e-6. */
  double below(double v) {
    if (table == null) {
      return law.cumulativeProbability(v);
    }
    double place = (v - low) * scale;
    if (place <= 0) {
      return 0;
    }
    if (place >= TABLE) {
      return 1;
    }
    int k = (int) place;
    return table[k] + (place - k) * (table[k + 1] - table[k]);
  }

  private static double[] table(ContinuousDistribution law, double low, double high) {
    var table = new double[TABLE + 1];
    for (int k = 0; k <= TABLE; k++) {
      table[k] = law.cumulativeProbability(low + (high - low) * k / TABLE);
    }
    return table;
  }
}
