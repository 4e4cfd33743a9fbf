package io.github.mist4j.meta;

import java.util.List;
import java.util.stream.Stream;

/** The families of the MIST paper's three grids, in their order there. */
final class PaperFamilies {
  private PaperFamilies() {}

  /** The 16 that the paper trains on. */
  static List<Family> training() {
    return named(
        "multi_normal-dense-base",
        "multi_normal-dense-asinh",
        "multi_normal-dense-halfcube",
        "multi_normal-lvm-base",
        "multi_normal-lvm-wigglify",
        "multi_normal-sparse-base",
        "multi_normal-sparse-wigglify",
        "multi_normal-2pair-base",
        "multi_student-dense-base",
        "multi_student-dense-wigglify",
        "multi_student-sparse-base",
        "multi_student-sparse-asinh",
        "multi_student-sparse-halfcube",
        "multi_student-2pair-asinh",
        "multi_student-2pair-halfcube",
        "multi_additive_noise-wigglify");
  }

  /** Six of them, which it tests on. */
  static List<Family> inDistribution() {
    return named(
        "multi_normal-dense-base",
        "multi_normal-lvm-wigglify",
        "multi_normal-dense-halfcube",
        "multi_student-dense-base",
        "multi_student-sparse-base",
        "multi_student-sparse-asinh");
  }

  /** Seven others, which it tests on. */
  static List<Family> outOfDistribution() {
    return named(
        "multi_normal-dense-wigglify",
        "multi_normal-sparse-halfcube",
        "multi_normal-sparse-asinh",
        "multi_student-sparse-wigglify",
        "multi_student-dense-halfcube",
        "multi_additive_noise-base",
        "multi_additive_noise-halfcube");
  }

  private static List<Family> named(String... ids) {
    return Stream.of(ids).map(Families::named).toList();
  }
}
