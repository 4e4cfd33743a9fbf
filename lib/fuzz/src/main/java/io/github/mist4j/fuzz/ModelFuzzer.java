package io.github.mist4j.fuzz;

import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Bytes as the card and the weights of a model, in a zip that is whole: else no change of theirs
 * would come behind its checksums. Those that begin like a zip are one.
 */
public final class ModelFuzzer {
  private static final byte[] ZIP = {'P', 'K'};
  private static final Sample SAMPLE =
      Sample.ofColumns(
          new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}},
          new double[][] {{2, 1, 5, 3, 4, 8, 6, 7, 12, 9, 11, 10}});

  private ModelFuzzer() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("mist4j-fuzz", ".mist");
    try {
      if (bytes.length > 1 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1]) {
        Files.write(file, bytes);
      } else {
        writeZip(file, Parts.of(bytes));
      }
      Refusals.readOrRefused(() -> Checkpoint.open(file).estimator().estimate(SAMPLE));
    } finally {
      Files.delete(file);
    }
  }

  private static void writeZip(Path file, Parts parts) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("model.json"));
      zip.write(parts.first());
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("weights.f32le"));
      zip.write(parts.second());
      zip.closeEntry();
    }
  }
}
