package io.github.mist4j.deep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the neural networks may know of the rest. */
final class HouseOfDeepTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.mist4j");

  @Test
  void deepKnowsCoreAndTrainOnly() {
    classes()
        .that()
        .resideInAPackage("io.github.mist4j.deep")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "io.github.mist4j",
            "io.github.mist4j.evaluation",
            "io.github.mist4j.suite",
            "io.github.mist4j.table",
            "io.github.mist4j.plot",
            "io.github.mist4j.cli",
            "io.github.mist4j.notebook")
        .check(CLASSES);
  }

  /** Beside those that the test of the other modules counts. */
  @Test
  void thePublicTypesDoNotBecomeMore() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.getPackageName().equals("io.github.mist4j.deep"))
                .filter(type -> type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName))
        .hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void nobodyBelowKnowsDeep() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.mist4j.deep")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.mist4j.deep")
        .check(CLASSES);
  }
}
