package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder whose writing was stopped, perhaps in the middle of a line: its recipe, and the datasets
 * that are whole.
 *
 * @param folder where it stands
 */
record UnfinishedFolder(Path folder) {
  static final String RECIPE = "recipe.txt";
  private static final int CELLS = 8;

  /**
   * The datasets that stand whole in both files.
   *
   * @param datasets their number
   * @param indexBytes where the index ends after the last of them
   * @param floats where the data ends after the last of them
   */
  record Kept(long datasets, long indexBytes, long floats) {}

  /** The folder in which another is written. */
  static UnfinishedFolder beside(Path folder) {
    return new UnfinishedFolder(folder.resolveSibling(folder.getFileName() + ".part"));
  }

  /**
   * Makes the folder with its recipe, or checks that it has this one.
   *
   * @throws IllegalArgumentException if it has another or is something else
   */
  void claim(String recipe) throws IOException {
    Path file = folder.resolve(RECIPE);
    AtomicFile.clearLeft(file);
    if (!Files.exists(file)) {
      require(isFree(), "%s exists already and is no meta-dataset to go on with", folder);
      Files.createDirectories(folder);
      AtomicFile.write(file, out -> out.write(recipe.getBytes(StandardCharsets.UTF_8)));
    }
    require(
        Files.readString(file).equals(recipe),
        "%s belongs to another command, see %s; delete the folder or write elsewhere",
        folder,
        file);
  }

  /**
   * What can be kept of the files, of which neither needs to be there.
   *
   * @param header the first line of the index
   * @throws IllegalArgumentException if a line of the index other than the last is no line of one
   */
  Kept kept(String header) throws IOException {
    Path index = folder.resolve(MetaDatasetFolder.INDEX);
    Path data = folder.resolve(MetaDatasetFolder.DATA);
    long bytes = Files.exists(index) ? Files.size(index) : 0;
    long floats = Files.exists(data) ? Files.size(data) / Float.BYTES : 0;
    if (bytes < header.length()) {
      return new Kept(0, 0, 0);
    }
    try (BufferedReader lines = Files.newBufferedReader(index, StandardCharsets.ISO_8859_1)) {
      require(
          lines.readLine().equals(header.stripTrailing()),
          "%s is damaged: it does not begin with its header; delete %s to begin again",
          index,
          folder);
      var kept = new Kept(0, header.length(), 0);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (kept.indexBytes + line.length() + 1 > bytes) {
          return kept; // the line was cut
        }
        Kept longer = longer(kept, line, index);
        if (longer.floats > floats) {
          return kept; // its data was not written any more
        }
        kept = longer;
      }
      return kept;
    }
  }

  private Kept longer(Kept kept, String line, Path index) {
    long floats = floats(line, kept);
    require(
        floats > 0,
        "%s is damaged, line %d does not fit to those before; delete %s to begin again",
        index,
        kept.datasets + 2,
        folder);
    return new Kept(kept.datasets + 1, kept.indexBytes + line.length() + 1, kept.floats + floats);
  }

  /** The number of values of a line's dataset, or −1 if the line is not the next one. */
  private static long floats(String line, Kept before) {
    String[] cells = line.split(",", -1); // idx,split,distribution,n,dx,dy,true_mi,offset
    try {
      boolean next =
          cells.length == CELLS
              && Long.parseLong(cells[0]) == before.datasets
              && Long.parseLong(cells[7]) == before.floats;
      return next
          ? Long.parseLong(cells[3]) * (Long.parseLong(cells[4]) + Long.parseLong(cells[5]))
          : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private boolean isFree() throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
