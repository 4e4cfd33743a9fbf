package io.github.mist4j.meta;

import static io.github.mist4j.meta.Families.additiveNoise;
import static io.github.mist4j.meta.Families.normal;
import static io.github.mist4j.meta.Families.student;
import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Families.Structure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The families by their ids. */
final class FamilyIds {
  private static final Map<String, Family> KNOWN = known();

  private FamilyIds() {}

  static Family family(String id) {
    Family family = KNOWN.get(id);
    require(
        family != null, "there is no family '%s', near it are %s", id, String.join(", ", near(id)));
    return family;
  }

  static List<String> all() {
    return List.copyOf(KNOWN.keySet());
  }

  private static Map<String, Family> known() {
    var families = new LinkedHashMap<String, Family>();
    Stream.concat(
            Arrays.stream(Structure.values()).flatMap(s -> Stream.of(normal(s), student(s))),
            Stream.of(additiveNoise()))
        .flatMap(FamilyIds::seen)
        .forEach(family -> families.put(family.id(), family));
    return families;
  }

  /** A family under its own name, and as itself and through each transform under the paper's. */
  private static Stream<Family> seen(Family family) {
    return Stream.of(family, family.suffixed("base"));
  }

  /** The ids that share most of the words. */
  private static List<String> near(String id) {
    Set<String> words = Set.copyOf(Arrays.asList(id.split("-", -1)));
    ToLongFunction<String> shared =
        known -> Arrays.stream(known.split("-", -1)).filter(words::contains).count();
    long most = KNOWN.keySet().stream().mapToLong(shared).max().orElseThrow();
    return KNOWN.keySet().stream().filter(known -> shared.applyAsLong(known) == most).toList();
  }
}
