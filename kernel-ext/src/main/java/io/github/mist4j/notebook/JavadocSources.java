package io.github.mist4j.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets Shift-Tab and {@code ?} answer with the javadoc of this library. JShell, which answers them,
 * reads javadoc from sources and looks for those of Java alone; where ours lie the environment
 * says, in {@value #VARIABLE}. Our kernelspec sets it, and opens the package that this looks into.
 */
final class JavadocSources {
  static final String VARIABLE = "MIST4J_SOURCES";

  private JavadocSources() {}

  /**
   * Tells JShell of the sources if the environment names their folder.
   *
   * @throws IllegalStateException if this JShell cannot be told
   */
  static void install(Map<String, String> environment) {
    String folder = environment.get(VARIABLE);
    if (folder == null || !Files.isDirectory(Path.of(folder))) {
      return;
    }
    var all = new ArrayList<>(List.of(Path.of(folder)));
    all.addAll(ofJava());
    try {
      Class<?> analysis = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
      Field sources = analysis.getDeclaredField("availableSourcesOverride");
      sources.setAccessible(true);
      sources.set(null, List.copyOf(all));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JShell takes no sources", e);
    }
  }

  /** The folders of its modules, as JShell itself finds them; many installations have none. */
  private static List<Path> ofJava() {
    Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
    if (!Files.isReadable(zip)) {
      return List.of();
    }
    try (Stream<Path> modules =
        Files.list(FileSystems.newFileSystem(zip).getPath("/"))) { // open as long as the kernel
      return modules.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
