package io.github.mist4j.meta;

import static io.github.mist4j.meta.BroadMembers.pairs;
import static io.github.mist4j.meta.BroadMembers.widened;
import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomTransforms.correlating;
import static io.github.mist4j.meta.RandomTransforms.scaled;

import io.github.mist4j.distribution.AdditiveNoise;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Radial;
import io.github.mist4j.distribution.Student;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.meta.Family.Member;
import io.github.mist4j.meta.Mixture.Part;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Families whose dependence is spread over all columns of a side, as that of survey items, gene
 * expressions, spectra and returns is: turned pairs, factors, smooth curves, and columns that go
 * along with others of their side alone. An entry is all there is of a family: its weight in {@link
 * MetaDistributions#full()}, its id and how a member is drawn.
 */
enum SpreadFamily {
  SPREAD_PAIRS(14, "spread_pairs", turned(pairs(SpreadFamily::normalPair))),
  SPREAD_CURVES(12, "spread_curves", turned(pairs(SpreadFamily::curvedPair))),
  SPREAD_CIRCLES(4, "spread_circles", turned(SpreadFamily::circles)),
  SPREAD_FACTORS(16, "spread_factors", SpreadFamily::factors),
  SMOOTH(6, "smooth", SpreadFamily::smooth),
  SPREAD_INDEPENDENT(10, "spread_independent", SpreadFamily::independent),
  STRONG(6, "strong", pairs(SpreadFamily::strongPair));

  private static final int MOST_CIRCLE_COLUMNS = 3;
  private static final int MOST_FACTORS = 5;
  private static final int MOST_WAVES = 6;

  private final double weight;
  private final Family family;

  SpreadFamily(double weight, String id, Member member) {
    this.weight = weight;
    family = new Family(id, (dx, dy) -> true, member);
  }

  Family family() {
    return family;
  }

  static List<Family> all() {
    return Stream.of(values()).map(SpreadFamily::family).toList();
  }

  /** All, by their weights in {@link MetaDistributions#wide()}. */
  static List<Part> parts() {
    return Stream.of(values()).map(f -> new Part(f.family, f.weight)).toList();
  }

  /** Both sides turned at random, or their columns mixed by any matrix. */
  private static Member turned(Member member) {
    return (dx, dy, rng) -> {
      Distribution law = member.draw(dx, dy, rng);
      return law.transformed(turn(dx, rng), turn(dy, rng));
    };
  }

  private static Transform turn(int d, RandomGenerator rng) {
    if (d == 1) {
      return Transform.identity();
    }
    return rng.nextInt(3) == 0 ? correlating(d, rng) : Transform.rotation(d, rng);
  }

  private static Distribution normalPair(RandomGenerator rng) {
    double information = Math.exp(between(rng, Math.log(0.01), Math.log(2)));
    Dispersion pair = Dispersion.dense(1, 1, Math.sqrt(-Math.expm1(-2 * information)));
    return rng.nextInt(4) == 0 ? new Student(pair, between(rng, 2, 12)) : new Normal(pair);
  }

  private static Distribution curvedPair(RandomGenerator rng) {
    return rng.nextInt(4) == 0
        ? AdditiveNoise.of(between(rng, 0.1, 2))
        : RandomCurve.regression(rng);
  }

  private static Distribution circles(int dx, int dy, RandomGenerator rng) {
    Distribution lengths =
        normalPair(rng).transformed(scaled(between(rng, 0.2, 1.5)), scaled(between(rng, 0.2, 1.5)));
    int x = 1 + rng.nextInt(Math.min(MOST_CIRCLE_COLUMNS, dx));
    int y = 1 + rng.nextInt(Math.min(MOST_CIRCLE_COLUMNS, dy));
    return widened(Radial.of(lengths, x, y), dx, dy);
  }

  /** A few causes that all columns share, weak to strong, and others of each side alone. */
  private static Distribution factors(int dx, int dy, RandomGenerator rng) {
    int shared = 1 + rng.nextInt(MOST_FACTORS);
    int own = rng.nextInt(3);
    var loadings = new double[dx + dy][shared + 2 * own];
    for (int f = 0; f < shared + 2 * own; f++) {
      double strength = Math.exp(between(rng, Math.log(0.05), Math.log(1.5)));
      boolean even = rng.nextInt(4) == 0; // all columns alike, as answers to one scale are
      for (int i = 0; i < dx + dy; i++) {
        if (f < shared || (i < dx) == (f < shared + own)) {
          loadings[i][f] = strength * (even ? 1 : rng.nextGaussian());
        }
      }
    }
    return elliptical(dx, loadings, rng);
  }

  /** Columns that are places along a smooth curve, as those of spectra and of series are. */
  private static Distribution smooth(int dx, int dy, RandomGenerator rng) {
    int shared = 1 + rng.nextInt(3);
    int own = 1 + rng.nextInt(MOST_WAVES);
    var loadings = new double[dx + dy][shared + 2 * own];
    for (int f = 0; f < shared + 2 * own; f++) {
      for (int side = 0; side < 2; side++) {
        if (f < shared || (side == 0) == (f < shared + own)) {
          double strength = Math.exp(between(rng, Math.log(0.1), Math.log(2)));
          double speed = between(rng, 0, 2 * Math.PI);
          double start = between(rng, 0, 2 * Math.PI);
          int from = side == 0 ? 0 : dx;
          int count = side == 0 ? dx : dy;
          for (int i = 0; i < count; i++) {
            loadings[from + i][f] = strength * Math.cos(start + speed * i / count);
          }
        }
      }
    }
    return elliptical(dx, loadings, rng);
  }

  /** Of the loadings with own noise of all columns, normal or now and then Student. */
  private static Distribution elliptical(int dx, double[][] loadings, RandomGenerator rng) {
    double[] noise = new double[loadings.length];
    double level = Math.exp(between(rng, Math.log(0.05), 0));
    for (int i = 0; i < noise.length; i++) {
      noise[i] = level * between(rng, 0.5, 1.5);
    }
    Dispersion dispersion = Dispersion.factors(dx, loadings, noise).standardized();
    return rng.nextInt(6) == 0
        ? new Student(dispersion, between(rng, 3, 15))
        : new Normal(dispersion);
  }

  /** Columns that go along with others of their side, and say nothing about the other side. */
  private static Distribution independent(int dx, int dy, RandomGenerator rng) {
    return new Normal(Dispersion.identity(dx, dy)).transformed(turn(dx, rng), turn(dy, rng));
  }

  private static Distribution strongPair(RandomGenerator rng) {
    double information = between(rng, 1.5, 9);
    return new Normal(Dispersion.dense(1, 1, Math.sqrt(-Math.expm1(-2 * information))));
  }
}
