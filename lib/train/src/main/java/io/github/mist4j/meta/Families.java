package io.github.mist4j.meta;

import io.github.mist4j.distribution.AdditiveNoise;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Student;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * The families of the MIST paper with its ranges of hyperparameters, extended to dx ≠ dy where the
 * law allows it, and two of our own: random factors, and no dependence in the dispersion.
 *
 * <p>Their ids are LAW-STRUCTURE-TRANSFORM, such as {@code multi_normal-sparse-asinh}; without the
 * transform, or with {@code base} for it, the columns are as the law has them.
 *
 * <pre>{@code
 * Family family = Families.named("multi_normal-sparse-asinh");
 * }</pre>
 */
public final class Families {
  private static final BiPredicate<Integer, Integer> ANY = (dx, dy) -> true;

  private Families() {}

  /**
   * The family of an id.
   *
   * @throws IllegalArgumentException if there is none; the sentence names the ids nearest to it
   */
  public static Family named(String id) {
    return FamilyIds.family(id);
  }

  /** The ids of all families. */
  public static List<String> ids() {
    return FamilyIds.all();
  }

  static Family normal(Structure structure) {
    return new Family(
        "multi_normal-" + structure.id,
        structure.accepts,
        (dx, dy, rng) -> new Normal(structure.draw.of(dx, dy, rng)));
  }

  static Family student(Structure structure) {
    return new Family(
        "multi_student-" + structure.id,
        structure.accepts,
        (dx, dy, rng) -> new Student(structure.draw.of(dx, dy, rng), uniform(rng, 1, 10)));
  }

  static Family additiveNoise() {
    return new Family(
        "multi_additive_noise",
        Integer::equals,
        (dx, dy, rng) -> AdditiveNoise.of(uniforms(dx, rng, 0.1, 2)));
  }

  /** How the correlations of an elliptical law are laid out. */
  enum Structure {
    DENSE("dense", 3, 2, ANY, (dx, dy, rng) -> Dispersion.dense(dx, dy, uniform(rng, 0, 0.5))),
    SPARSE("sparse", 2.5, 3, ANY, (dx, dy, rng) -> sparse(dx, dy, pairs(dx, dy, rng), rng)),
    TWO_PAIR(
        "2pair",
        1,
        1.5,
        (dx, dy) -> Math.min(dx, dy) >= 2,
        (dx, dy, rng) -> sparse(dx, dy, 2, rng)),
    LATENT("lvm", 2, 0, ANY, Structure::latent),
    FACTORS("factors", 2, 1, ANY, Structure::factors),
    IDENTITY("identity", 1, 1, ANY, (dx, dy, rng) -> Dispersion.identity(dx, dy));

    final String id;
    final double normalWeight; // in the elliptical distribution, 0: not there
    final double studentWeight;
    final BiPredicate<Integer, Integer> accepts;
    final Draw draw;

    Structure(
        String id,
        double normalWeight,
        double studentWeight,
        BiPredicate<Integer, Integer> accepts,
        Draw draw) {
      this.id = id;
      this.normalWeight = normalWeight;
      this.studentWeight = studentWeight;
      this.accepts = accepts;
      this.draw = draw;
    }

    @FunctionalInterface
    interface Draw {
      Dispersion of(int dx, int dy, RandomGenerator rng);
    }

    private static Dispersion sparse(int dx, int dy, int pairs, RandomGenerator rng) {
      return Dispersion.sparse(dx, dy, pairs, uniform(rng, 0.1, 5));
    }

    private static Dispersion latent(int dx, int dy, RandomGenerator rng) {
      return Dispersion.latent(
          dx,
          dy,
          pairs(dx, dy, rng),
          uniform(rng, 0, 1),
          uniform(rng, 0, 1.5),
          uniform(rng, 0.1, 3),
          uniform(rng, 0.1, 5));
    }

    /** One to six factors; each loads on a random share of the columns, with a random strength. */
    private static Dispersion factors(int dx, int dy, RandomGenerator rng) {
      int d = dx + dy;
      int count = rng.nextInt(1, 7);
      var loadings = new double[d][count];
      for (int f = 0; f < count; f++) {
        double share = uniform(rng, 0.2, 1);
        double strength = uniform(rng, 0.1, 2);
        for (int i = 0; i < d; i++) {
          loadings[i][f] = rng.nextDouble() < share ? strength * rng.nextGaussian() : 0;
        }
      }
      return Dispersion.factors(dx, loadings, uniforms(d, rng, 0.1, 1.5));
    }

    private static int pairs(int dx, int dy, RandomGenerator rng) {
      return rng.nextInt(1, Math.min(dx, dy) + 1);
    }
  }

  private static double[] uniforms(int count, RandomGenerator rng, double low, double high) {
    return DoubleStream.generate(() -> uniform(rng, low, high)).limit(count).toArray();
  }

  private static double uniform(RandomGenerator rng, double low, double high) {
    return low + (high - low) * rng.nextDouble();
  }
}
