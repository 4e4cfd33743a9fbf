package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomTransforms.correlating;
import static io.github.mist4j.meta.RandomTransforms.coupling;
import static io.github.mist4j.meta.RandomTransforms.embedding;
import static io.github.mist4j.meta.RandomTransforms.scaled;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Radial;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.meta.Family.Member;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * How the members of {@link BroadFamily} are drawn: some dependent blocks of few columns, the rest
 * noise columns.
 */
final class BroadMembers {
  private static final int MOST_PAIRS = 4;
  private static final int MOST_MIXTURE_COLUMNS = 4;
  private static final int MOST_FUNCTION_COLUMNS = 6;
  private static final int MOST_ANSWERS = 3;
  private static final int MOST_EMBEDDED_COLUMNS = 3;

  private BroadMembers() {}

  /** One to four independent pairs beside each other and noise columns. */
  static Member pairs(Function<RandomGenerator, ? extends Distribution> pair) {
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
  static Member few(Member member) {
    return (dx, dy, rng) -> {
      int x = 1 + rng.nextInt(Math.min(MOST_MIXTURE_COLUMNS, dx));
      int y = 1 + rng.nextInt(Math.min(MOST_MIXTURE_COLUMNS, dy));
      return widened(member.draw(x, y, rng), dx, dy);
    };
  }

  /** Both sides rotated in a third of the members. */
  static Member turned(Member member) {
    return (dx, dy, rng) -> {
      Distribution law = member.draw(dx, dy, rng);
      return rng.nextInt(3) == 0
          ? law.transformed(Transform.rotation(dx, rng), Transform.rotation(dy, rng))
          : law;
    };
  }

  /** X and Y exchanged in half of the members. */
  static Member eitherWay(Member member) {
    return (dx, dy, rng) ->
        rng.nextBoolean() ? member.draw(dx, dy, rng) : member.draw(dy, dx, rng).swapped();
  }

  /** One or two sets of columns beside each other, and noise columns. */
  static Distribution programs(int dx, int dy, RandomGenerator rng) {
    boolean two = dx > 1 && dy > 1 && rng.nextInt(4) == 0;
    Member few = turned(few(RandomPrograms::of));
    return two
        ? few.draw(dx / 2, dy / 2, rng).beside(few.draw(dx - dx / 2, dy - dy / 2, rng))
        : few.draw(dx, dy, rng);
  }

  static Distribution mixtureClass(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(MOST_MIXTURE_COLUMNS, dx));
    return widened(RandomMixture.labelled(x, rng), dx, dy);
  }

  /** Y's levels depend on one direction among the columns of X. */
  static Distribution rotatedResponse(int dx, int dy, RandomGenerator rng) {
    Distribution law = widened(RandomLevels.response(rng), dx, dy);
    return dx > 1 && rng.nextBoolean()
        ? law.transformed(Transform.rotation(dx, rng), Transform.identity())
        : law;
  }

  /** Up to four pairs, or one density with two columns on a side or both. */
  static Distribution density(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(2, dx));
    int y = 1 + rng.nextInt(Math.min(2, dy));
    return x == 1 && y == 1
        ? pairs(r -> RandomDensity.of(1, 1, r)).draw(dx, dy, rng)
        : widened(RandomDensity.of(x, y, rng), dx, dy);
  }

  /** One or two functions of up to six columns each, beside each other, and noise columns. */
  static Distribution functions(int dx, int dy, RandomGenerator rng) {
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
  static Distribution plane(int dx, int dy, RandomGenerator rng) {
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
  static Distribution answers(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(MOST_FUNCTION_COLUMNS, dx));
    int y = rng.nextBoolean() ? 1 : 1 + rng.nextInt(Math.min(MOST_ANSWERS, dy));
    Distribution law = widened(RandomDiscreteResponse.of(x, y, rng), dx, dy);
    return dx > 1 && rng.nextInt(4) == 0
        ? law.transformed(correlating(dx, rng), Transform.identity())
        : law;
  }

  /** A pair of any kind, hidden among noise columns that it scales and shifts. */
  static Distribution coupled(int dx, int dy, RandomGenerator rng) {
    return widened(pair(rng), dx, dy).transformed(coupling(dx, rng), coupling(dy, rng));
  }

  /**
   * A pair of any kind, of which each side is seen through functions of its column or as points of
   * a circle, rotated.
   */
  static Distribution embedded(int dx, int dy, RandomGenerator rng) {
    int x = 1 + rng.nextInt(Math.min(MOST_EMBEDDED_COLUMNS, dx));
    int y = 1 + rng.nextInt(Math.min(MOST_EMBEDDED_COLUMNS, dy));
    return widened(pair(rng).transformed(embedding(x, rng), embedding(y, rng)), dx, dy);
  }

  /** A pair as the logarithms of lengths, and noise columns. */
  static Distribution radial(Distribution pair, int dx, int dy, RandomGenerator rng) {
    int x = rng.nextBoolean() ? dx : 1 + rng.nextInt(dx);
    int y = rng.nextBoolean() ? dy : 1 + rng.nextInt(dy);
    Distribution lengths =
        pair.transformed(scaled(between(rng, 0.2, 1.5)), scaled(between(rng, 0.2, 1.5)));
    return widened(Radial.of(lengths, x, y), dx, dy);
  }

  /** The columns of a side may depend on each other or have levels; X says nothing about Y. */
  static Distribution independent(int dx, int dy, RandomGenerator rng) {
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

  static Distribution pair(RandomGenerator rng) {
    return switch (rng.nextInt(3)) {
      case 0 -> RandomCurve.regression(rng);
      case 1 -> RandomDensity.of(1, 1, rng);
      default -> new Normal(Dispersion.dense(1, 1, between(rng, 0.3, 0.98)));
    };
  }

  static Distribution widened(Distribution law, int dx, int dy) {
    return law.dx() == dx && law.dy() == dy
        ? law
        : law.withNoiseColumns(dx - law.dx(), dy - law.dy());
  }
}
