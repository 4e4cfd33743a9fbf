package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;

import io.github.mist4j.distribution.AdditiveNoise;
import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Radial;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.meta.Families.Structure;
import io.github.mist4j.meta.Family.Member;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Families beyond the paper's: curves, mixtures, few levels, and columns mixed by rotations, warps
 * and spirals. Each has members of any dx and dy: some dependent blocks, the rest noise columns.
 */
final class BroadFamilies {
  private static final int MOST_PAIRS = 4;
  private static final int MOST_MIXTURE_COLUMNS = 4;
  private static final int MOST_FUNCTION_COLUMNS = 6;
  private static final int MOST_ANSWERS = 3;
  private static final int MOST_COUPLED_COLUMNS = 4;
  private static final int MOST_EMBEDDED_COLUMNS = 3;
  private static final int MOST_INDICATORS = 6;
  private static final int MOST_DERIVED = 4; // of a side
  private static final int PILOT = 64; // rows that show where columns lie

  static final Family REGRESSION = any("regression", pairs(RandomCurve::regression));
  static final Family REGRESSION_MIXED = mixed(REGRESSION);
  static final Family ONE_ADDITIVE_NOISE =
      any("one_additive_noise", pairs(rng -> AdditiveNoise.of(between(rng, 0.1, 2))));
  static final Family MIXTURE = any("mixture", few(RandomMixture::hidden));
  static final Family MIXTURE_MIXED = mixed(MIXTURE);
  static final Family MIXTURE_CLASS = any("mixture_class", eitherWay(BroadFamilies::mixtureClass));
  static final Family RESPONSE =
      any("discrete_response", eitherWay(BroadFamilies::rotatedResponse));
  static final Family TABLE = any("contingency_table", pairs(RandomLevels::table));
  static final Family NORMAL_MIXED = mixed(Families.normal(Structure.FACTORS));
  static final Family SPARSE_MIXED = mixed(Families.normal(Structure.SPARSE));
  static final Family STUDENT_MIXED = mixed(Families.student(Structure.FACTORS));

  static final Family DENSITY = any("density", BroadFamilies::density);
  static final Family DENSITY_MIXED = mixed(DENSITY);
  static final Family FUNCTION = any("function", eitherWay(BroadFamilies::functions));
  static final Family FUNCTION_MIXED = mixed(FUNCTION);
  static final Family COUPLED = any("coupled", BroadFamilies::coupled);
  static final Family EMBEDDED = any("embedded", BroadFamilies::embedded);

  static final Family HIDDEN_STATE = any("hidden_state", turned(few(RandomStates::of)));
  static final Family RELATIONS =
      any("relations", turned(few(eitherWay(RandomMixture::relations))));
  static final Family PLANE = any("plane", eitherWay(BroadFamilies::plane));

  static final Family PROGRAMS = any("programs", BroadFamilies::programs);
  static final Family ANSWERS = any("answers", eitherWay(BroadFamilies::answers));

  static final Family RADIAL = any("radial", (dx, dy, rng) -> radial(pair(rng), dx, dy, rng));
  static final Family INDEPENDENT = any("independent", BroadFamilies::independent);
  static final Family DERIVED =
      new Family("derived", (dx, dy) -> Math.max(dx, dy) > 1, BroadFamilies::derived);

  static final Family TABLES =
      new Family("tables", (dx, dy) -> Math.max(dx, dy) <= MOST_INDICATORS, BroadFamilies::tables);

  private static final List<Family> BEFORE_DERIVED =
      List.of(
          REGRESSION,
          MIXTURE,
          RESPONSE,
          TABLE,
          Families.normal(Structure.FACTORS),
          SPARSE_MIXED,
          DENSITY,
          FUNCTION,
          HIDDEN_STATE,
          RELATIONS,
          PLANE,
          ANSWERS,
          ANSWERS,
          PROGRAMS,
          PROGRAMS,
          INDEPENDENT);

  private BroadFamilies() {}

  static List<Family> all() {
    return List.of(
        REGRESSION,
        REGRESSION_MIXED,
        ONE_ADDITIVE_NOISE,
        MIXTURE,
        MIXTURE_MIXED,
        MIXTURE_CLASS,
        RESPONSE,
        TABLE,
        NORMAL_MIXED,
        SPARSE_MIXED,
        STUDENT_MIXED,
        DENSITY,
        DENSITY_MIXED,
        FUNCTION,
        FUNCTION_MIXED,
        COUPLED,
        EMBEDDED,
        HIDDEN_STATE,
        RELATIONS,
        PLANE,
        ANSWERS,
        PROGRAMS,
        RADIAL,
        INDEPENDENT,
        DERIVED,
        TABLES);
  }

  private static Family any(String id, Member member) {
    return new Family(id, (dx, dy) -> true, member);
  }

  /** One to four independent pairs beside each other and noise columns. */
  private static Member pairs(Function<RandomGenerator, ? extends Distribution> pair) {
    return (dx, dy, rng) -> {
      int count = 1 + rng.nextInt(Math.min(MOST_PAIRS, Math.min(dx, dy)));
      Distribution law = pair.apply(rng);
      for (int i = 1; i < count; i++) {
        law = law.beside(pair.apply(rng));
      }
      return widened(law, dx, dy);
    };
  }

  /** Up to four columns a side and noise columns. */
  private static Member few(Member member) {
    return (dx, dy, rng) -> {
      int x = 1 + rng.nextInt(Math.min(MOST_MIXTURE_COLUMNS, dx));
      int y = 1 + rng.nextInt(Math.min(MOST_MIXTURE_COLUMNS, dy));
      return widened(member.draw(x, y, rng), dx, dy);
    };
  }

  /** Both sides rotated in a third of the members. */
  private static Member turned(Member member) {
    return (dx, dy, rng) -> {
      Distribution law = member.draw(dx, dy, rng);
      return rng.nextInt(3) == 0
          ? law.transformed(Transform.rotation(dx, rng), Transform.rotation(dy, rng))
          : law;
    };
  }

  /** One or two sets of columns beside each other, and noise columns. */
  private static Distribution programs(int dx, int dy, RandomGenerator rng) {
    boolean two = dx > 1 && dy > 1 && rng.nextInt(4) == 0;
    Member few = turned(few(RandomPrograms::of));
    return two
        ? few.draw(dx / 2, dy / 2, rng).beside(few.draw(dx - dx / 2, dy - dy / 2, rng))
        : few.draw(dx, dy, rng);
  }

  private static Distribution mixtureClass(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(MOST_MIXTURE_COLUMNS, dx));
    return widened(RandomMixture.labelled(x, rng), dx, dy);
  }

  /** Y's levels depend on one direction among the columns of X. */
  private static Distribution rotatedResponse(int dx, int dy, RandomGenerator rng) {
    Distribution law = widened(RandomLevels.response(rng), dx, dy);
    return dx > 1 && rng.nextBoolean()
        ? law.transformed(Transform.rotation(dx, rng), Transform.identity())
        : law;
  }

  /** Up to four pairs, or one density with two columns on a side or both. */
  private static Distribution density(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(2, dx));
    int y = 1 + rng.nextInt(Math.min(2, dy));
    return x == 1 && y == 1
        ? pairs(r -> RandomDensity.of(1, 1, r)).draw(dx, dy, rng)
        : widened(RandomDensity.of(x, y, rng), dx, dy);
  }

  /** One or two functions of up to six columns each, beside each other, and noise columns. */
  private static Distribution functions(int dx, int dy, RandomGenerator rng) {
    int count = 1 + rng.nextInt(Math.min(2, Math.min(dx, dy)));
    int most = Math.min(MOST_FUNCTION_COLUMNS, dx / count);
    Distribution law = RandomFunction.of(1 + rng.nextInt(most), rng);
    for (int i = 1; i < count; i++) {
      law = law.beside(RandomFunction.of(1 + rng.nextInt(most), rng));
    }
    Distribution all = widened(law, dx, dy);
    return dx > 1 && rng.nextInt(3) == 0
        ? all.transformed(correlating(dx, rng), Transform.identity())
        : all;
  }

  /** Two columns of Y, or where there is but one its only one, from up to six of X. */
  private static Distribution plane(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(MOST_FUNCTION_COLUMNS, dx));
    if (dy == 1) {
      return widened(RandomFunction.of(x, rng), dx, dy);
    }
    Distribution law = RandomFunction.plane(x, rng);
    return widened(
        rng.nextBoolean() ? law : law.transformed(Transform.identity(), Transform.rotation(2, rng)),
        dx,
        dy);
  }

  /** Up to three columns of Y with few levels, from up to six columns of X, and noise columns. */
  private static Distribution answers(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(MOST_FUNCTION_COLUMNS, dx));
    int y = rng.nextBoolean() ? 1 : 1 + rng.nextInt(Math.min(MOST_ANSWERS, dy));
    Distribution law = widened(RandomDiscreteResponse.of(x, y, rng), dx, dy);
    return dx > 1 && rng.nextInt(4) == 0
        ? law.transformed(correlating(dx, rng), Transform.identity())
        : law;
  }

  /** A pair of any kind, hidden among noise columns that it scales and shifts. */
  private static Distribution coupled(int dx, int dy, RandomGenerator rng) {
    return widened(pair(rng), dx, dy).transformed(coupling(dx, rng), coupling(dy, rng));
  }

  private static Distribution pair(RandomGenerator rng) {
    return switch (rng.nextInt(3)) {
      case 0 -> RandomCurve.regression(rng);
      case 1 -> RandomDensity.of(1, 1, rng);
      default -> new Normal(Dispersion.dense(1, 1, between(rng, 0.3, 0.98)));
    };
  }

  private static Transform coupling(int d, RandomGenerator rng) {
    Transform transform = Transform.identity();
    for (int c = 1; c < Math.min(d, MOST_COUPLED_COLUMNS); c++) {
      Curve scale = rng.nextBoolean() ? RandomCurve.sines(rng) : Curve.line(between(rng, -1, 1));
      Curve shift = rng.nextBoolean() ? RandomCurve.sines(rng) : Curve.constant(0);
      transform = transform.then(Transform.coupling(scale, shift, 0, c));
    }
    return d > 1 && rng.nextBoolean() ? transform.then(Transform.rotation(d, rng)) : transform;
  }

  /**
   * A pair of any kind, of which each side is seen through functions of its column or as points of
   * a circle, rotated.
   */
  private static Distribution embedded(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(MOST_EMBEDDED_COLUMNS, dx));
    int y = 1 + rng.nextInt(Math.min(MOST_EMBEDDED_COLUMNS, dy));
    return widened(pair(rng).transformed(embedding(x, rng), embedding(y, rng)), dx, dy);
  }

  private static Transform embedding(int d, RandomGenerator rng) {
    boolean circle = d > 1 && rng.nextInt(3) == 0;
    Transform transform =
        circle ? scaled(between(rng, 0.5, 2)).then(Transform.circle()) : Transform.identity();
    for (int c = transform.columns(1); c < d; c++) {
      transform = transform.then(Transform.withCurve(RandomCurve.sines(rng)));
    }
    return d > 1 && rng.nextBoolean() ? transform.then(Transform.rotation(d, rng)) : transform;
  }

  /** A pair as the logarithms of lengths, and noise columns. */
  private static Distribution radial(Distribution pair, int dx, int dy, RandomGenerator rng) {
    int x = rng.nextBoolean() ? dx : 1 + rng.nextInt(dx);
    int y = rng.nextBoolean() ? dy : 1 + rng.nextInt(dy);
    Distribution lengths =
        pair.transformed(scaled(between(rng, 0.2, 1.5)), scaled(between(rng, 0.2, 1.5)));
    return widened(Radial.of(lengths, x, y), dx, dy);
  }

  private static Transform scaled(double factor) {
    return Transform.linear(new double[][] {{factor}});
  }

  /** The columns of a side may depend on each other or have levels; X says nothing about Y. */
  private static Distribution independent(int dx, int dy, RandomGenerator rng) {
    Distribution normal = new Normal(Dispersion.identity(1, 1));
    Distribution law =
        switch (rng.nextInt(5)) {
          case 0 -> widened(RandomLevels.independent(rng), dx, dy);
          case 1 -> radial(normal, dx, dy, rng);
          case 2 -> widened(normal, dx, dy).transformed(correlating(dx, rng), correlating(dy, rng));
          default -> widened(normal, dx, dy);
        };
    return rng.nextBoolean() ? law : law.transformed(coupling(dx, rng), coupling(dy, rng));
  }

  /**
   * A member of another family and columns computed from those of their side, or indicators of the
   * levels of each side and noise columns.
   */
  private static Distribution derived(int dx, int dy, RandomGenerator rng) {
    if (rng.nextInt(6) == 0) {
      int x = 1 + rng.nextInt(Math.min(MOST_INDICATORS, dx));
      int y = 1 + rng.nextInt(Math.min(MOST_INDICATORS, dy));
      return widened(RandomLevels.indicators(x, y, rng), dx, dy);
    }
    int ofX = 0;
    int ofY = 0;
    while (ofX + ofY == 0 && dx + dy > 2) {
      ofX = rng.nextBoolean() ? 0 : rng.nextInt(Math.min(MOST_DERIVED + 1, dx));
      ofY = rng.nextBoolean() ? 0 : rng.nextInt(Math.min(MOST_DERIVED + 1, dy));
    }
    Family before = BEFORE_DERIVED.get(rng.nextInt(BEFORE_DERIVED.size()));
    return withDerived(before.member().draw(dx - ofX, dy - ofY, rng), ofX, ofY, rng);
  }

  /** All columns have levels: indicators, programs, some with columns computed from others. */
  private static Distribution tables(int dx, int dy, RandomGenerator rng) {
    int ofX = rng.nextInt(3) == 0 ? rng.nextInt(dx) : 0;
    int ofY = rng.nextInt(3) == 0 ? rng.nextInt(dy) : 0;
    int x = dx - ofX;
    int y = dy - ofY;
    Distribution law =
        switch (rng.nextInt(6)) {
          case 0 -> RandomLevels.indicators(x, y, rng);
          case 1 -> RandomPrograms.independent(x, y, rng);
          default -> RandomPrograms.levels(x, y, rng);
        };
    return withDerived(law, ofX, ofY, rng);
  }

  private static Distribution withDerived(Distribution law, int ofX, int ofY, RandomGenerator rng) {
    Sample pilot = law.sample(PILOT, rng);
    double[][] x = IntStream.range(0, law.dx()).mapToObj(pilot::x).toArray(double[][]::new);
    double[][] y = IntStream.range(0, law.dy()).mapToObj(pilot::y).toArray(double[][]::new);
    return law.transformed(
        RandomRedundantColumns.of(x, ofX, rng), RandomRedundantColumns.of(y, ofY, rng));
  }

  /** I + u vᵀ + noise: independent columns become correlated ones. */
  private static Transform correlating(int d, RandomGenerator rng) {
    double shared = between(rng, 0, 2) / d;
    double own = between(rng, 0, 1) / Math.sqrt(d);
    double[] u = rng.doubles(d, -1.7, 1.7).toArray();
    double[] v = rng.doubles(d, -1.7, 1.7).toArray();
    var matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        matrix[i][j] = (i == j ? 1 : 0) + shared * u[i] * v[j] + own * rng.nextGaussian();
      }
    }
    return Transform.linear(matrix);
  }

  /** X and Y exchanged in half of the members. */
  private static Member eitherWay(Member member) {
    return (dx, dy, rng) ->
        rng.nextBoolean() ? member.draw(dx, dy, rng) : member.draw(dy, dx, rng).swapped();
  }

  private static Distribution widened(Distribution law, int dx, int dy) {
    return law.dx() == dx && law.dy() == dy
        ? law
        : law.withNoiseColumns(dx - law.dx(), dy - law.dy());
  }

  /** The columns of each side mixed in a way that loses nothing. */
  private static Family mixed(Family family) {
    return new Family(
        family.id() + "-mixed",
        family.accepts(),
        (dx, dy, rng) ->
            family.member().draw(dx, dy, rng).transformed(mixing(dx, rng), mixing(dy, rng)));
  }

  private static Transform mixing(int d, RandomGenerator rng) {
    if (d == 1) {
      return Transform.identity(); // a monotone map of a column alone would change nothing
    }
    return switch (rng.nextInt(4)) {
      case 0 -> Transform.rotation(d, rng);
      case 1 -> Transform.rotation(d, rng).then(warp(rng)).then(Transform.rotation(d, rng));
      case 2 -> spiral(d, rng);
      default -> Transform.identity();
    };
  }

  private static Transform warp(RandomGenerator rng) {
    return switch (rng.nextInt(3)) {
      case 0 -> Transform.asinh();
      case 1 -> Transform.halfCube();
      default -> Transform.wigglyX();
    };
  }

  private static Transform spiral(int d, RandomGenerator rng) {
    int first = rng.nextInt(d);
    int second = (first + 1 + rng.nextInt(d - 1)) % d;
    return Transform.spiral(between(rng, 0.2, 1.5) / d, first, second);
  }
}
