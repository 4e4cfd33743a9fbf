package io.github.mist4j.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The packages whose names a cell may use without an import of its own. */
final class StartupImports {
  static final List<String> PACKAGES =
      List.of(
          "java.nio.file",
          "java.util",
          "java.util.function",
          "java.util.stream",
          "io.github.mist4j",
          "io.github.mist4j.distribution",
          "io.github.mist4j.estimator",
          "io.github.mist4j.evaluation",
          "io.github.mist4j.meta",
          "io.github.mist4j.model",
          "io.github.mist4j.plot",
          "io.github.mist4j.reproduction",
          "io.github.mist4j.sample",
          "io.github.mist4j.suite",
          "io.github.mist4j.table",
          "io.github.mist4j.training",
          "tech.tablesaw.api");

  private StartupImports() {}

  /**
   * Imports every package by itself, so that one that is missing takes no other with it.
   *
   * @throws IllegalStateException naming the packages that could not be imported
   */
  static void evaluate(Consumer<String> cell) {
    var refused = new ArrayList<String>();
    for (String name : PACKAGES) {
      try {
        cell.accept("import " + name + ".*;");
      } catch (RuntimeException e) {
        refused.add(name + " (" + e + ")");
      }
    }
    if (!refused.isEmpty()) {
      throw new IllegalStateException("no such packages: " + String.join(", ", refused));
    }
  }
}
