package io.github.mist4j.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.ModelCard;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.CopulaNetwork;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.progress.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;

/** Bytes that the readers take, from which fuzzers begin. */
public final class Corpus {
  private static final List<String> TABLES =
      List.of(
          "a,b,c\n1,2,x\n2,3,y\n3,5,x\n4,7,y\n5,11,x\n6,13,y\n",
          "name;size\n\"14,23\";1.000,5\n\"13,2\";?\n\"1,5\";2.500,25\n\"7,1\";-\n\"8\";3,5\n",
          "when\tyes\n2024-01-31\ttrue\n2024-02-29\tfalse\n2024-03-01\ttrue\n12/31/2024\tfalse\n",
          "# a comment\n\"a\"\"b\",\"c\nd\"\n$1.50,10%\n$2.50,20%\n$3.50,#N/A\n$4.75,NaT\n$5,5%\n",
          "a b\r\n1 2\r\n1e300 -0.0\r\nInfinity NaN\r\n9007199254740993 1\r\n5 0x1p3\r\n");

  private Corpus() {}

  /** Writes what the fuzzers begin with, into a folder for each that is named as its class. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0], TableFuzzer.class.getSimpleName()), tables());
    write(Path.of(arguments[0], ModelFuzzer.class.getSimpleName()), models());
    write(Path.of(arguments[0], FolderFuzzer.class.getSimpleName()), folders());
  }

  private static void write(Path folder, List<byte[]> all) throws IOException {
    Files.createDirectories(folder);
    for (int k = 0; k < all.size(); k++) {
      Files.write(folder.resolve("begin" + k), all.get(k));
    }
  }

  static List<byte[]> tables() throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(TABLES.get(0).getBytes(UTF_8));
    }
    return List.of(
        TABLES.get(0).getBytes(UTF_8),
        TABLES.get(1).getBytes(UTF_8),
        TABLES.get(2).getBytes(UTF_8),
        TABLES.get(3).getBytes(UTF_8),
        TABLES.get(4).getBytes(UTF_8),
        TABLES.get(0).getBytes(StandardCharsets.UTF_16),
        zipped.toByteArray());
  }

  /** A network of the smallest sizes, in parts and as a zip. */
  static List<byte[]> models() throws IOException {
    var size = new CopulaArchitecture(1, 1, 1, 1, 1, 1, 1, 2);
    ModelCard shipped = Checkpoint.shipped().card();
    var card =
        new ModelCard(
            "smallest", size, shipped.provenance(), shipped.heldOut(), Recalibration.none());
    float[] weights = new CopulaNetwork(size).initialWeights(new SplittableRandom(1));
    Path file = Files.createTempDirectory("mist4j-fuzz").resolve("smallest.mist");
    new Checkpoint(card, weights).save(file);
    try (var zip = new ZipFile(file.toFile())) {
      return List.of(
          Files.readAllBytes(file),
          new Parts(bytes(zip, "model.json"), bytes(zip, "weights.f32le")).joined());
    } finally {
      Files.delete(file);
      Files.delete(file.getParent());
    }
  }

  private static byte[] bytes(ZipFile zip, String entry) throws IOException {
    try (var in = zip.getInputStream(zip.getEntry(entry))) {
      return in.readAllBytes();
    }
  }

  static List<byte[]> folders() throws IOException {
    Path folder = Files.createTempDirectory("mist4j-fuzz").resolve("three");
    Generation.of(Grid.inDistribution().spread(3), GenerationOptions.withDefaults())
        .write(folder, ProgressListener.NONE);
    Path index = folder.resolve("index.csv");
    Path data = folder.resolve("data.f32le");
    try {
      return List.of(new Parts(Files.readAllBytes(index), Files.readAllBytes(data)).joined());
    } finally {
      for (String file : folder.toFile().list()) {
        Files.delete(folder.resolve(file));
      }
      Files.delete(folder);
      Files.delete(folder.getParent());
    }
  }
}
