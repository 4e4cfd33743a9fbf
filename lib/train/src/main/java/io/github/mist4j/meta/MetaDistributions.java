package io.github.mist4j.meta;

import static io.github.mist4j.meta.Families.additiveNoise;
import static io.github.mist4j.meta.Families.normal;
import static io.github.mist4j.meta.Families.student;

import io.github.mist4j.meta.Families.Structure;
import io.github.mist4j.meta.Mixture.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The distributions over datasets that mist4j trains on.
 *
 * <pre>{@code
 * MetaDistribution shipped = MetaDistributions.full(); // what the shipped model has learnt
 * }</pre>
 */
public final class MetaDistributions {
  private static final double MORE_ELLIPTICAL = 4;
  private static final double REST = 0.6; // of families beyond full(), by which their weights count
  private static final double LONGER = 0.03;
  private static final int LONGEST = 50_000;
  private static final double WIDER = 0.02;
  private static final int WIDEST = 256;
  private static final Set<String> OF_ANY_WIDTH =
      Set.of(
          "regression",
          "function",
          "mixture_class",
          "discrete_response",
          "recorded_response",
          "names",
          "independent",
          "everyday_independent",
          "spread_pairs",
          "spread_curves",
          "spread_factors",
          "smooth",
          "spread_independent",
          "strong");
  private static final List<MetaDistribution> KNOWN =
      List.of(elliptical(), broad(), full(), wide(), paper());

  private MetaDistributions() {}

  /**
   * The distribution of a name.
   *
   * @throws IllegalArgumentException if there is none; the sentence lists the names
   */
  public static MetaDistribution named(String name) {
    return KNOWN.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preset must be one of %s, was '%s'"
                        .formatted(String.join(", ", names()), name)));
  }

  /** The names of all of them. */
  public static List<String> names() {
    return KNOWN.stream().map(MetaDistribution::name).toList();
  }

  /**
   * The default: normal, Student and additive-noise families of the MIST paper, also with dx ≠ dy
   * and with one column, random factor models, and independence.
   *
   * <p>The paper's transforms of single columns are left out because the network sees ranks only.
   */
  public static MetaDistribution elliptical() {
    return elliptical(10, 1000, 32);
  }

  /**
   * The same families in other sizes.
   *
   * @param minRows the fewest rows
   * @param maxRows the most rows
   * @param maxColumns the most columns of a side
   */
  public static MetaDistribution elliptical(int minRows, int maxRows, int maxColumns) {
    return new Mixture(
        "elliptical", new Shapes(minRows, maxRows, maxColumns, 0.6), ellipticalParts());
  }

  /**
   * Half the elliptical families, half others: curves with noise, Gaussian mixtures, responses with
   * few levels, contingency tables, and laws whose columns are mixed by rotations, warps, spirals.
   */
  public static MetaDistribution broad() {
    var parts = new ArrayList<Part>(ellipticalParts());
    parts.addAll(BroadFamily.partsOfBroad());
    return new Mixture("broad", new Shapes(10, 1000, 32, 0.5), parts);
  }

  /**
   * The families of {@link #broad()}, the elliptical ones {@value #MORE_ELLIPTICAL} times as often,
   * and as many others: densities at random on rectangles, functions of several columns, also two
   * of the same and answers in few levels, pairs spread over several columns by couplings, hidden
   * states, relations that take turns, lengths, programs of a few variables with few levels,
   * columns computed from the others of their side, tables of levels alone; a third of it with one
   * to three columns a side.
   */
  public static Mixture full() {
    var parts = new ArrayList<Part>();
    ellipticalParts().forEach(p -> parts.add(new Part(p.family(), MORE_ELLIPTICAL * p.weight())));
    parts.addAll(BroadFamily.parts());
    return new Mixture("full", new Shapes(10, 1000, 32, 0.35).withSmall(0.35), parts);
  }

  /**
   * The families of {@link #full()}, columns as people's tables have them (rounded, counted, full
   * of zeros), and dependence that is spread over all columns of a side; {@value #LONGER} of it
   * with up to {@value #LONGEST} rows, {@value #WIDER} with up to {@value #WIDEST} columns on a
   * side, of those families whose members may have so many. The next shipped model learns from it.
   */
  public static MetaDistribution wide() {
    var shapes =
        new Shapes(10, 1000, 32, 0.35)
            .withSmall(0.35)
            .withLonger(LONGER, LONGEST)
            .withWider(WIDER, WIDEST);
    int most = shapes.maxColumns();
    List<Part> parts =
        Stream.concat(
                full().parts().stream(),
                Stream.of(EverydayFamily.parts(), SpreadFamily.parts())
                    .flatMap(List::stream)
                    .map(p -> new Part(p.family(), REST * p.weight())))
            .map(p -> OF_ANY_WIDTH.contains(p.family().id()) ? p : p.upTo(most))
            .toList();
    return new Mixture("wide", shapes, parts);
  }

  /**
   * {@code m-train}: the sixteen families that the MIST paper trains on, each as often, with their
   * transforms; 10 to 500 rows, dx = dy from 2 to 32.
   */
  public static Mixture paper() {
    var columns = new IntRange(2, 32);
    return new Mixture(
        "m-train",
        new Shapes(10, 500, columns, columns, 1),
        PaperFamilies.training().stream().map(family -> new Part(family, 1)).toList());
  }

  /** The families of each law by their weights, in the order that every draw depends on. */
  private static List<Part> ellipticalParts() {
    return Stream.of(
            Stream.of(Structure.values()).flatMap(s -> part(normal(s), s.normalWeight)),
            Stream.of(Structure.values()).flatMap(s -> part(student(s), s.studentWeight)),
            part(additiveNoise(), 3))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<Part> part(Family family, double weight) {
    return weight > 0 ? Stream.of(new Part(family, weight)) : Stream.empty();
  }
}
