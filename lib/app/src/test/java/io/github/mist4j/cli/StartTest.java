package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line may load before it answers. */
final class StartTest {
  @TempDir Path folder;

  private static URL[] classPathWithout(String... names) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                Arrays.stream(names).noneMatch(Path.of(entry).getFileName().toString()::startsWith))
        .map(entry -> url(Path.of(entry)))
        .toArray(URL[]::new);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anEstimateFromAFileLoadsNeitherTablesawNorCharts() throws Exception {
    var text = new StringBuilder("a,b\n");
    IntStream.range(0, 30).forEach(r -> text.append("%s,%s\n".formatted(r * r % 7, r % 5 > 2)));
    Path csv = Files.writeString(folder.resolve("t.csv"), text);
    var err = new StringWriter();
    try (var loader =
        new URLClassLoader(
            classPathWithout("tablesaw", "xchart", "VectorGraphics2D"),
            ClassLoader.getPlatformClassLoader())) {
      Object answer =
          loader
              .loadClass(Mist4j.class.getName())
              .getMethod("answer", PrintWriter.class, String[].class)
              .invoke(
                  null,
                  new PrintWriter(err, true),
                  new String[] {
                    "estimate", csv.toString(), "--x", "a", "--y", "b", "--method", "ksg"
                  });
      assertThat(answer.toString()).contains("n = 30, 1 x 1 columns, ksg");
    }
    assertThat(err.toString()).contains("30 rows, 2 columns").doesNotContain("fault");
  }
}
