package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Recording;
import io.github.mist4j.distribution.Regression;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.meta.Family.Member;
import io.github.mist4j.meta.Mixture.Part;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Families of columns as people's tables have them: rounded, heaped, cut off, counted, in levels,
 * full of zeros; rows that stand again; and such columns that say nothing about each other. An
 * entry is all there is of a family: its weight in {@link MetaDistributions#wide()}, its id and how
 * a member is drawn.
 */
enum EverydayFamily {
  RECORDED(16, "recorded", EverydayFamily::recorded),
  RECORDED_RESPONSE(8, "recorded_response", EverydayFamily::response),
  SHARED_ZEROS(10, "shared_zeros", EverydayFamily::zeros),
  EVERYDAY_INDEPENDENT(24, "everyday_independent", EverydayFamily::independent),
  NAMES(10, "names", (dx, dy) -> Math.max(dx, dy) > 2, EverydayFamily::names),
  REPEATED(0, "repeated", EverydayFamily::repeated);

  private static final int MOST_NAMES = 24;
  private static final int MOST_NUMBERS = 3;
  private static final int PILOT = 64; // rows that show where a column lies
  private static final List<String> WITH_ZEROS =
      List.of("regression", "multi_normal-dense", "multi_normal-sparse", "mixture", "independent");
  private static final List<String> WITH_REPEATS =
      List.of(
          "regression",
          "multi_normal-dense",
          "multi_normal-sparse",
          "mixture",
          "independent",
          "multi_student-sparse",
          "discrete_response");

  private final double
      weight; // 0 where estimates count such rows once before the network sees them
  private final Family family;

  EverydayFamily(double weight, String id, Member member) {
    this(weight, id, (dx, dy) -> true, member);
  }

  EverydayFamily(double weight, String id, BiPredicate<Integer, Integer> accepts, Member member) {
    this.weight = weight;
    family = new Family(id, accepts, member);
  }

  Family family() {
    return family;
  }

  static List<Family> all() {
    return Stream.of(values()).map(EverydayFamily::family).toList();
  }

  /** Those that are learnt from, by their weights in {@link MetaDistributions#wide()}. */
  static List<Part> parts() {
    return Stream.of(values())
        .filter(f -> f.weight > 0)
        .map(f -> new Part(f.family, f.weight))
        .toList();
  }

  private static Distribution recorded(int dx, int dy, RandomGenerator rng) {
    int pairs = Math.min(dx, dy) > 1 && rng.nextBoolean() ? 2 : 1;
    Distribution law = pair(rng);
    for (int k = 1; k < pairs; k++) {
      law = law.beside(pair(rng));
    }
    return among(law, dx, dy, rng);
  }

  /** A regression of which x, y or both are recorded; which of them is X a coin says. */
  private static Distribution pair(RandomGenerator rng) {
    Regression law = RandomCurve.regression(rng);
    int which = rng.nextInt(4); // 0: x, 1: y, else both
    Distribution recorded =
        law.recorded(
            which == 1 ? Recording.exact() : RandomRecording.of(0, 1, rng),
            which == 0 ? Recording.exact() : recordingOfY(law, rng));
    return rng.nextBoolean() ? recorded : recorded.swapped();
  }

  /** Of the size of Y, as a few rows show it. */
  private static Recording recordingOfY(Distribution law, RandomGenerator rng) {
    double[] y = law.sample(PILOT, rng).y(0);
    double mean = Arrays.stream(y).average().orElseThrow();
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / PILOT;
    return RandomRecording.of(mean, Math.sqrt(variance), rng);
  }

  private static Distribution response(int dx, int dy, RandomGenerator rng) {
    boolean swap = rng.nextBoolean();
    int of = swap ? dy : dx;
    var law = RandomFunction.of(1 + rng.nextInt(of), rng);
    Distribution recorded = law.recorded(recordingOfY(law, rng));
    return among(swap ? recorded.swapped() : recorded, dx, dy, rng);
  }

  private static Distribution zeros(int dx, int dy, RandomGenerator rng) {
    Distribution law = drawn(WITH_ZEROS, dx, dy, rng);
    double together = rng.nextInt(4) == 0 ? 0 : between(rng, 0.02, 0.9);
    double rest = (1 - together) * (rng.nextInt(3) == 0 ? 0 : between(rng, 0, 0.9));
    double split = rng.nextInt(3) == 0 ? rng.nextInt(2) : rng.nextDouble();
    double atom = rng.nextBoolean() ? -1000 : between(rng, -1, 1) + 1e-3;
    return together + rest == 0
        ? law
        : law.withLosses(together, split * rest, (1 - split) * rest, atom);
  }

  private static Distribution independent(int dx, int dy, RandomGenerator rng) {
    Distribution law =
        rng.nextBoolean()
            ? new Normal(Dispersion.identity(dx, dy))
            : BroadFamily.INDEPENDENT.family().member().draw(dx, dy, rng);
    return law.throughMargins(RandomRecording.margins(dx, rng), RandomRecording.margins(dy, rng));
  }

  /** Indicators of names, some of them with numbers beside, and numbers; noise columns. */
  private static Distribution names(int dx, int dy, RandomGenerator rng) {
    boolean swap = dy < 3 || (dx > 2 && rng.nextBoolean());
    int ofNames = swap ? dx : dy;
    int ofNumbers = swap ? dy : dx;
    int beside = ofNames > 3 ? rng.nextInt(Math.min(3, ofNames - 2)) : 0;
    int names = 3 + rng.nextInt(Math.min(MOST_NAMES, ofNames - beside) - 2);
    int numbers = 1 + rng.nextInt(Math.min(MOST_NUMBERS, ofNumbers));
    Distribution law =
        RandomMixture.named(numbers, beside, names, rng)
            .transformed(Transform.identity(), Transform.indicators(names));
    return among(swap ? law.swapped() : law, dx, dy, rng);
  }

  private static Distribution repeated(int dx, int dy, RandomGenerator rng) {
    Distribution law = drawn(WITH_REPEATS, dx, dy, rng);
    double share = rng.nextBoolean() ? between(rng, 0.01, 0.2) : between(rng, 0.2, 0.7);
    return law.withRepeatedRows(share);
  }

  private static Distribution drawn(List<String> ids, int dx, int dy, RandomGenerator rng) {
    return Families.named(ids.get(rng.nextInt(ids.size()))).member().draw(dx, dy, rng);
  }

  /** A law among columns of nothing, half of them everyday ones. */
  private static Distribution among(Distribution law, int dx, int dy, RandomGenerator rng) {
    int ofX = dx - law.dx();
    int ofY = dy - law.dy();
    if (ofX == 0 || ofY == 0 || rng.nextBoolean()) {
      return ofX + ofY == 0 ? law : law.withNoiseColumns(ofX, ofY);
    }
    return law.beside(
        new Normal(Dispersion.identity(ofX, ofY))
            .throughMargins(RandomRecording.margins(ofX, rng), RandomRecording.margins(ofY, rng)));
  }
}
