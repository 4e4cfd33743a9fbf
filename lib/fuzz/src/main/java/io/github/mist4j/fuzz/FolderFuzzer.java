package io.github.mist4j.fuzz;

import io.github.mist4j.meta.MetaDatasetFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes as the index and the data of a folder of datasets. */
public final class FolderFuzzer {
  private static final int MOST = 10; // datasets that are read

  private FolderFuzzer() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Parts parts = Parts.of(bytes);
    Path folder = Files.createTempDirectory("mist4j-fuzz");
    Path index = folder.resolve("index.csv");
    Path data = folder.resolve("data.f32le");
    try {
      Files.write(index, parts.first());
      Files.write(data, parts.second());
      Refusals.readOrRefused(
          () -> {
            try (var datasets = MetaDatasetFolder.open(folder)) {
              for (int k = 0; k < Math.min(MOST, datasets.size()); k++) {
                datasets.read(k);
              }
            }
          });
    } finally {
      Files.deleteIfExists(index);
      Files.deleteIfExists(data);
      Files.delete(folder);
    }
  }
}
