package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * X and Y that say nothing about each other, in columns as people's tables have them: those of a
 * law without information, whose ranks are seen through margins. Each side depends on its own rows
 * alone, so the information stays 0.
 *
 * @param law without information
 * @param ofX one margin for each column of X
 * @param ofY one for each column of Y
 */
record ThroughMargins(Distribution law, List<Margin> ofX, List<Margin> ofY)
    implements DelegatingDistribution {
  private static final int RECORDINGS = 100;

  private static final double ROUNDING = 1e-12; // nats that a closed form may be off

  ThroughMargins {
    require(
        law != null && ofX != null && ofY != null, "the law and margins must be given, was null");
    require(
        law.mutualInformation() < ROUNDING,
        "independent sides are of a law without information, it had %s nats",
        law.mutualInformation());
    require(
        ofX.size() == law.dx() && ofY.size() == law.dy(),
        "%d x %d columns need as many margins, were %d and %d",
        law.dx(),
        law.dy(),
        ofX.size(),
        ofY.size());
    ofX = List.copyOf(ofX);
    ofY = List.copyOf(ofY);
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    return ColumnDraws.varying(
        dx(),
        () -> {
          Sample sample = law.sample(n, rng);
          return Stream.concat(recorded(ofX, sample::x, rng), recorded(ofY, sample::y, rng))
              .toArray(double[][]::new);
        });
  }

  private static Stream<double[]> recorded(
      List<Margin> margins, IntFunction<double[]> column, RandomGenerator rng) {
    return IntStream.range(0, margins.size())
        .mapToObj(c -> varying(margins.get(c), column.apply(c), rng));
  }

  /** Recorded again where all values are the same, which says nothing about another column. */
  private static double[] varying(Margin margin, double[] column, RandomGenerator rng) {
    double[] recorded = recorded(margin, column, rng);
    for (int i = 1; i < RECORDINGS && ColumnDraws.constant(recorded); i++) {
      recorded = recorded(margin, column, rng);
    }
    return recorded;
  }

  private static double[] recorded(Margin margin, double[] column, RandomGenerator rng) {
    int[] ranks = Ranks.of(column, rng);
    double n = column.length;
    return IntStream.of(ranks)
        .mapToDouble(rank -> NormalPoints.NORMAL.inverseCumulativeProbability((rank + 0.5) / n))
        .map(score -> margin.record(score, rng))
        .toArray();
  }

  @Override
  public double mutualInformation() {
    return 0;
  }

  @Override
  public String describe() {
    return "X as %s, Y as %s, independent, of %s".formatted(words(ofX), words(ofY), law.describe());
  }

  private static String words(List<Margin> margins) {
    return margins.stream().map(Margin::toString).collect(Collectors.joining(" and "));
  }
}
