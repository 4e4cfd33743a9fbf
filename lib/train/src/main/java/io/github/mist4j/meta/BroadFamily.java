package io.github.mist4j.meta;

import static io.github.mist4j.meta.BroadMembers.eitherWay;
import static io.github.mist4j.meta.BroadMembers.few;
import static io.github.mist4j.meta.BroadMembers.pair;
import static io.github.mist4j.meta.BroadMembers.pairs;
import static io.github.mist4j.meta.BroadMembers.radial;
import static io.github.mist4j.meta.BroadMembers.turned;
import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomTransforms.mixing;

import io.github.mist4j.distribution.AdditiveNoise;
import io.github.mist4j.meta.Families.Structure;
import io.github.mist4j.meta.Family.Member;
import io.github.mist4j.meta.Mixture.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Families beyond the paper's: curves, mixtures, few levels, and columns mixed by rotations, warps
 * and spirals. Each has members of any dx and dy: some dependent blocks, the rest noise columns.
 *
 * <p>An entry is all there is of a family: its weight in {@link MetaDistributions#full()}, its id
 * and how a member is drawn. The order is that of the parts there, which every draw depends on: a
 * new family stands last.
 */
enum BroadFamily {
  REGRESSION(4, any("regression", pairs(RandomCurve::regression))),
  REGRESSION_MIXED(3, mixed(REGRESSION.family)),
  ONE_ADDITIVE_NOISE(
      1, any("one_additive_noise", pairs(rng -> AdditiveNoise.of(between(rng, 0.1, 2))))),
  MIXTURE(2, any("mixture", few(RandomMixture::hidden))),
  MIXTURE_MIXED(1.5, mixed(MIXTURE.family)),
  MIXTURE_CLASS(1.5, any("mixture_class", eitherWay(BroadMembers::mixtureClass))),
  RESPONSE(3.5, any("discrete_response", eitherWay(BroadMembers::rotatedResponse))),
  TABLE(1.5, any("contingency_table", pairs(RandomLevels::table))),
  NORMAL_MIXED(2, mixed(Families.normal(Structure.FACTORS))),
  SPARSE_MIXED(2, mixed(Families.normal(Structure.SPARSE))),
  STUDENT_MIXED(1, mixed(Families.student(Structure.FACTORS))),

  DENSITY(8, any("density", BroadMembers::density)),
  DENSITY_MIXED(4, mixed(DENSITY.family)),
  FUNCTION(16, any("function", eitherWay(BroadMembers::functions))),
  FUNCTION_MIXED(4, mixed(FUNCTION.family)),
  COUPLED(8, any("coupled", BroadMembers::coupled)),
  EMBEDDED(6, any("embedded", BroadMembers::embedded)),
  HIDDEN_STATE(8, any("hidden_state", turned(few(RandomStates::of)))),
  RELATIONS(4, any("relations", turned(few(eitherWay(RandomMixture::relations))))),
  PLANE(6, any("plane", eitherWay(BroadMembers::plane))),
  ANSWERS(8, any("answers", eitherWay(BroadMembers::answers))),
  RADIAL(5, any("radial", (dx, dy, rng) -> radial(pair(rng), dx, dy, rng))),
  PROGRAMS(12, any("programs", BroadMembers::programs)),
  DERIVED(16, new Family("derived", (dx, dy) -> Math.max(dx, dy) > 1, DerivedMembers::derived)),
  TABLES(
      24,
      new Family(
          "tables",
          (dx, dy) -> Math.max(dx, dy) <= DerivedMembers.MOST_INDICATORS,
          DerivedMembers::tables)),
  INDEPENDENT(20, any("independent", BroadMembers::independent));

  private final double weight;
  private final Family family;

  BroadFamily(double weight, Family family) {
    this.weight = weight;
    this.family = family;
  }

  Family family() {
    return family;
  }

  static List<Family> all() {
    return Stream.of(values()).map(BroadFamily::family).toList();
  }

  /** All, by their weights. */
  static List<Part> parts() {
    return Stream.of(values()).map(BroadFamily::part).toList();
  }

  /** Those of {@link MetaDistributions#broad()}, by their weights. */
  static List<Part> partsOfBroad() {
    return EnumSet.range(REGRESSION, STUDENT_MIXED).stream().map(BroadFamily::part).toList();
  }

  private Part part() {
    return new Part(family, weight);
  }

  private static Family any(String id, Member member) {
    return new Family(id, (dx, dy) -> true, member);
  }

  /** The columns of each side mixed in a way that loses nothing. */
  private static Family mixed(Family family) {
    return new Family(
        family.id() + "-mixed",
        family.accepts(),
        (dx, dy, rng) ->
            family.member().draw(dx, dy, rng).transformed(mixing(dx, rng), mixing(dy, rng)));
  }
}
