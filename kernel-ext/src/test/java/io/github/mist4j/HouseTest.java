package io.github.mist4j;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which, and what a user sees of them. */
final class HouseTest {
  private static final String OURS = "io.github.mist4j";

  /** Of whom nobody below the application may know. */
  private static final String[] APPLICATION_LIBRARIES = {
    "tech.tablesaw..", "org.knowm.xchart..", "picocli..", "org.dflib..", "io.github.spencerpark.."
  };

  /** The rooms from the ground up: a package may know those of its own line and of lines before. */
  private static final List<List<String>> ROOMS =
      List.of(
          List.of("random", "progress", "sample"),
          List.of("file"),
          List.of("bound"),
          List.of("estimator"),
          List.of("network"),
          List.of("model"), // up to here lib/core
          List.of("distribution", "meta", "training"), // lib/train
          List.of("evaluation", "suite"), // lib/judge
          List.of("", "table", "plot", "reproduction", "cli"), // lib/app
          List.of("notebook")); // kernel-ext

  private static final List<String> SAME_ON_EVERY_JAVA =
      List.of("random", "sample", "network", "distribution", "meta", "suite");

  private static final int APPLICATION = 8; // its place among the rooms

  /** A user learns them all: about 70 are to be left. The number may fall, never grow. */
  private static final int PUBLIC_TYPES = 149;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(OURS);

  private static String[] packages(List<List<String>> rooms) {
    return rooms.stream()
        .flatMap(List::stream)
        .map(name -> name.isEmpty() ? OURS : OURS + "." + name)
        .toArray(String[]::new);
  }

  private static Stream<JavaClass> types() {
    return CLASSES.stream()
        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
  }

  @Test
  @DisplayName("every package has a room")
  void everyPackageIsKnown() {
    assertThat(types().map(JavaClass::getPackageName).distinct()).isSubsetOf(packages(ROOMS));
  }

  static Stream<Integer> rooms() {
    return Stream.iterate(1, room -> room < ROOMS.size(), room -> room + 1);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  @DisplayName("a room knows none above it")
  void arrowsPointDown(int room) {
    noClasses()
        .that()
        .resideInAnyPackage(packages(ROOMS.subList(0, room)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(ROOMS.subList(room, ROOMS.size())))
        .check(CLASSES);
  }

  @Test
  @DisplayName("no package knows itself through others")
  void noCycles() {
    slices().matching("io.github.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  @DisplayName("core, train and judge know neither tables, plots, commands nor notebooks")
  void librariesOfTheApplicationStayThere() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(ROOMS.subList(0, APPLICATION)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(APPLICATION_LIBRARIES)
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sinh", "cosh", "tanh", "cbrt"})
  @DisplayName("datasets and what a network sees of them are the same bits on every Java")
  void noFunctionsThatJavasComputeDifferently(String function) {
    noClasses()
        .that()
        .resideInAnyPackage(packages(List.of(SAME_ON_EVERY_JAVA)))
        .should()
        .accessTargetWhere( // of Java 17 those of StrictMath, not of 25
            targetOwner(equivalentTo(Math.class)).and(target(name(function))))
        .check(CLASSES);
  }

  @Test
  @DisplayName("no two types share a name")
  void namesAreUnique() {
    var twice =
        types()
            .map(JavaClass::getName)
            .collect(
                groupingBy(name -> name.substring(name.lastIndexOf('.')), TreeMap::new, toList()));
    twice.values().removeIf(names -> names.size() == 1);
    assertThat(twice).isEmpty();
  }

  @Test
  @DisplayName("the public types do not become more")
  void publicTypesAreCounted() {
    List<String> names =
        types()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    assertThat(names).hasSizeLessThanOrEqualTo(PUBLIC_TYPES);
  }
}
