package io.github.mist4j.training;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Samples whose mutual information is related to that of a sample, whatever that is. Both keep the
 * values of every column, of numbers and of names.
 */
final class RelatedSamples {
  private RelatedSamples() {}

  /**
   * The sample with a noisy channel behind one of its sides: a random share of the rows exchange
   * their cells of one column, or half of the time of all columns. It has no more information.
   */
  static Sample processed(Sample sample, RandomGenerator rng) {
    boolean ofX = rng.nextBoolean();
    Sample turned = ofX ? sample : sample.swapped();
    int[] order = partlyShuffled(turned.n(), rng.nextDouble(), rng);
    if (rng.nextBoolean()) {
      for (int column = 0; column < turned.dx(); column++) {
        turned = turned.withXInOrder(column, order);
      }
    } else {
      turned = turned.withXInOrder(rng.nextInt(turned.dx()), order);
    }
    return ofX ? turned : turned.swapped();
  }

  /**
   * The sample beside itself with its rows in another order: two independent copies, which have
   * twice the information.
   */
  static Sample copies(Sample sample, RandomGenerator rng) {
    Sample other = sample.rows(Ranks.shuffled(sample.n(), rng));
    return Sample.ofColumns(
            beside(sample.dx(), sample::x, other::x), beside(sample.dy(), sample::y, other::y))
        .withKinds(twice(sample.xKinds()), twice(sample.yKinds()));
  }

  private static double[][] beside(int count, IntFunction<double[]> a, IntFunction<double[]> b) {
    return Stream.of(a, b)
        .flatMap(side -> IntStream.range(0, count).mapToObj(side))
        .toArray(double[][]::new);
  }

  private static List<ColumnKind> twice(List<ColumnKind> kinds) {
    return Stream.of(kinds, kinds).flatMap(List::stream).toList();
  }

  /** An order of rows in which a share of them, chosen at random, stand at random places. */
  private static int[] partlyShuffled(int n, double share, RandomGenerator rng) {
    int[] chosen = IntStream.range(0, n).filter(row -> rng.nextDouble() < share).toArray();
    int[] places = Ranks.shuffled(chosen.length, rng);
    int[] order = IntStream.range(0, n).toArray();
    for (int k = 0; k < chosen.length; k++) {
      order[chosen[k]] = chosen[places[k]];
    }
    return order;
  }
}
