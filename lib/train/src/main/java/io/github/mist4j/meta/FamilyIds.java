package io.github.mist4j.meta;

import static io.github.mist4j.meta.Families.additiveNoise;
import static io.github.mist4j.meta.Families.normal;
import static io.github.mist4j.meta.Families.student;
import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Transform;
import io.github.mist4j.meta.Families.Structure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The families by their ids. */
final class FamilyIds {
  private static final int MOST_NEAR = 6;
  private static final Map<String, Family> KNOWN = known();

  private FamilyIds() {}

  static Family family(String id) {
    require(id != null, "id must be given, was null");
    Family family = KNOWN.get(id);
    require(family != null, "there is no family '%s', %s", id, near(id));
    return family;
  }

  static List<String> all() {
    return List.copyOf(KNOWN.keySet());
  }

  private static Map<String, Family> known() {
    return Stream.of(families().flatMap(FamilyIds::seen), ours())
        .flatMap(Function.identity())
        .collect(
            Collectors.toMap(
                Family::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
  }

  private static Stream<Family> families() {
    return Stream.concat(
        Arrays.stream(Structure.values()).flatMap(s -> Stream.of(normal(s), student(s))),
        Stream.of(additiveNoise()));
  }

  /** Those beyond the paper's. */
  private static Stream<Family> ours() {
    return Stream.of(BroadFamily.all(), EverydayFamily.all(), SpreadFamily.all())
        .flatMap(List::stream);
  }

  private static String words(Stream<Family> families) {
    return families.map(Family::id).collect(Collectors.joining(", "));
  }

  /** A family under its own name, and as it is and through each transform under the paper's. */
  private static Stream<Family> seen(Family family) {
    return Stream.of(
        family,
        family.suffixed("base"),
        family.transformed("asinh", Transform.asinh(), Transform.asinh()),
        family.transformed("halfcube", Transform.halfCube(), Transform.halfCube()),
        family.transformed("wigglify", Transform.wigglyX(), Transform.wigglyY()));
  }

  /** The ids that share most of the words, a few of them, or all in short if none does. */
  private static String near(String id) {
    Set<String> words = new HashSet<>(List.of(id.split("-", -1)));
    ToLongFunction<String> shared =
        known -> words.stream().filter(List.of(known.split("-", -1))::contains).count();
    long most = KNOWN.keySet().stream().mapToLong(shared).max().orElseThrow();
    if (most == 0) {
      return "there are %s, each also with -base, -asinh, -halfcube or -wigglify; and %s"
          .formatted(words(families()), words(ours()));
    }
    List<String> nearest =
        KNOWN.keySet().stream().filter(known -> shared.applyAsLong(known) == most).toList();
    return "near it are "
        + String.join(", ", nearest.subList(0, Math.min(MOST_NEAR, nearest.size())))
        + (nearest.size() > MOST_NEAR ? " and %s more".formatted(nearest.size() - MOST_NEAR) : "");
  }
}
