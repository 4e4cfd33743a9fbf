package io.github.mist4j.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program in a Java of its own, with the class path of the tests: one that can be killed.
 *
 * @param options of Java
 * @param main its class
 * @param errors where its standard error goes; standard output is dropped
 */
public record JavaProgram(List<String> options, Class<?> main, Path errors) {
  /** Copies the options. */
  public JavaProgram {
    options = List.copyOf(options);
  }

  /** Starts it in a folder. */
  public Process start(Path folder, List<String> words) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            Stream.of(
                    List.of(java),
                    options,
                    List.of("-cp", System.getProperty("java.class.path"), main.getName()),
                    words)
                .flatMap(List::stream)
                .toList())
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(errors.toFile())
        .start();
  }

  /** What the last one had to say. */
  public String complaint() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
