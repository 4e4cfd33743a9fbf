package io.github.mist4j.suite;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The unseen laws with strengths and numbers of columns drawn at random: from dependence that is
 * hardly there to such that one side nearly tells the other.
 */
final class UnseenFamilies {
  private UnseenFamilies() {}

  static List<Task> all() {
    return List.of(
        family("frank", rng -> Copulas.frank(logBetween(rng, 2, 40))),
        family("plackett", rng -> Copulas.plackett(logBetween(rng, 3, 300))),
        family("triangles", rng -> triangles(between(rng, 1, 4))),
        family("checkerboard", rng -> UniformFigures.checkerboard(2 * between(rng, 1, 4))),
        family("exponential", rng -> SharedCauses.exponential(logBetween(rng, 1.2, 8))),
        family("ball", rng -> UniformFigures.ball(between(rng, 1, 5), between(rng, 1, 5))),
        family("series", rng -> Series.series(logBetween(rng, 0.15, 0.8))),
        family("arch", rng -> Series.arch(0.5, logBetween(rng, 0.3, 0.9))),
        family("censored", rng -> IncompleteData.censored(logBetween(rng, 0.3, 3))),
        family(
            "hurdle",
            rng -> ReportedAmounts.hurdle(logBetween(rng, 0.5, 5), logBetween(rng, 0.1, 2))),
        family("words", rng -> Shares.words(between(rng, 4, 20), logBetween(rng, 0.3, 3))),
        family(
            "absent",
            rng ->
                IncompleteData.absent(
                    between(rng, 1, 6), logBetween(rng, 0.1, 0.5), logBetween(rng, 0.1, 1))),
        family(
            "neighbours",
            rng -> Chains.neighbours(2 * between(rng, 2, 4), logBetween(rng, 0.2, 1.2))),
        family("ranks", rng -> Orders.ranks(between(rng, 3, 5), logBetween(rng, 0.2, 2))),
        family("gumbel", rng -> Copulas.gumbel(logBetween(rng, 1.3, 6))),
        family("compass", rng -> Directions.compass(1 - logBetween(rng, 0.05, 0.7))),
        family("directions", rng -> Directions.directions(logBetween(rng, 1, 40))),
        family("rotors", rng -> Directions.rotors(logBetween(rng, 0.15, 1.5))),
        family("order", rng -> Orders.order(between(rng, 1, 6), between(rng, 1, 6))),
        family("hands", UnseenFamilies::hands),
        family("selected", UnseenFamilies::selected),
        family(
            "heaped",
            rng -> ReportedAmounts.heaped(between(rng, 2, 9) / 10.0, logBetween(rng, 0.1, 1))),
        family(
            "inheritance", rng -> Codes.inheritance(between(rng, 1, 4), logBetween(rng, 0.2, 0.5))),
        family("apart", rng -> UniformFigures.apart(between(rng, 15, 49) / 100.0)),
        family("close", rng -> UniformFigures.close(between(rng, 15, 49) / 100.0)),
        family(
            "capped",
            rng ->
                IncompleteData.capped(
                    between(rng, 1, 3), logBetween(rng, 0.1, 1), between(rng, -1, 3) / 2.0)),
        family(
            "chain", rng -> Chains.chain(logBetween(rng, 0.02, 0.3), logBetween(rng, 0.02, 0.2))));
  }

  private static Task family(String name, Function<RandomGenerator, Distribution> laws) {
    return new Task(name, laws);
  }

  private static Distribution triangles(int count) {
    Distribution law = UniformFigures.triangle();
    for (int k = 1; k < count; k++) {
      law = law.beside(UniformFigures.triangle());
    }
    return law;
  }

  private static Distribution hands(RandomGenerator rng) {
    int ofColor = between(rng, 3, 8);
    return Shares.hands(ofColor, between(rng, 2, 3 * ofColor / 2 - 1));
  }

  private static Distribution selected(RandomGenerator rng) {
    return IncompleteData.selected(
        between(rng, 1, 4), between(rng, 1, 4), logBetween(rng, 1, 8), logBetween(rng, 0.5, 2));
  }

  /** A whole number, both ends among them. */
  private static int between(RandomGenerator rng, int low, int high) {
    return low + rng.nextInt(high - low + 1);
  }

  /** Its logarithm is uniform. */
  private static double logBetween(RandomGenerator rng, double low, double high) {
    return low * Math.pow(high / low, rng.nextDouble());
  }
}
