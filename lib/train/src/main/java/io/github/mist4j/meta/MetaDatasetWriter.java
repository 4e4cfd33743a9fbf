package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import io.github.mist4j.file.FileClaim;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes a meta-dataset folder, one dataset after the other; see {@link MetaDatasetFolder} for what
 * it looks like.
 *
 * <p>It is written beside, as {@code FOLDER.part}, and moved into place by {@link #finish}; closed
 * before, what there is stays to be gone on with.
 */
final class MetaDatasetWriter implements AutoCloseable {
  private static final String HEADER =
      CsvFile.line(
          MetaDatasetIndex.IDX,
          MetaDatasetIndex.SPLIT,
          MetaDatasetIndex.DISTRIBUTION,
          MetaDatasetIndex.N,
          MetaDatasetIndex.DX,
          MetaDatasetIndex.DY,
          MetaDatasetIndex.TRUE_MI,
          MetaDatasetIndex.OFFSET);

  private final Path folder;
  private final UnfinishedFolder beside;
  private final FileClaim claim;
  private final RandomAccessFile indexFile;
  private final RandomAccessFile dataFile;
  private final OutputStream index;
  private final OutputStream data;
  private long count;
  private long offset;
  private boolean finished;

  private MetaDatasetWriter(UnfinishedFolder beside, FileClaim claim) throws IOException {
    this.folder = claim.file();
    this.beside = beside;
    this.claim = claim;
    this.dataFile = open(MetaDatasetFolder.DATA);
    this.indexFile = open(MetaDatasetFolder.INDEX);
    this.index = stream(indexFile);
    this.data = stream(dataFile);
  }

  /**
   * Goes on with a folder, or begins one.
   *
   * @param recipe says what is written: a folder is continued only by the recipe that began it; it
   *     stays in the folder as {@code recipe.txt}
   * @throws IllegalArgumentException if the folder exists already, or the one it is to stand in
   *     does not, or the one beside has another recipe, is damaged, or is being written
   */
  static MetaDatasetWriter resume(Path folder, String recipe) {
    UnfinishedFolder beside = beside(folder);
    FileClaim claim = FileClaim.of(folder);
    try {
      beside.claim(recipe);
      var writer = new MetaDatasetWriter(beside, claim);
      try {
        return writer.from(beside.kept(HEADER));
      } catch (IOException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (IOException e) {
      claim.close();
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static UnfinishedFolder beside(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    require(!Files.exists(folder), "%s exists already", folder);
    require(
        parent != null && Files.isDirectory(parent),
        "%s is not a folder, so %s cannot be made",
        parent,
        folder);
    return UnfinishedFolder.beside(folder);
  }

  /** The number of datasets written. */
  long count() {
    return count;
  }

  /** Whether the data ends with this dataset's; asked before the first is added. */
  boolean endsWith(DatasetBytes dataset) {
    var end = new byte[dataset.data().length];
    try {
      long start = dataFile.length() - end.length;
      if (start < 0) {
        return false;
      }
      dataFile.seek(start);
      dataFile.readFully(end); // and stands at the end again
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(beside.folder()), e);
    }
    return Arrays.equals(end, dataset.data());
  }

  /** Adds a dataset. */
  void add(DatasetBytes dataset) {
    try {
      data.write(dataset.data());
      index.write(dataset.line(count, offset).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    }
    count++;
    offset += dataset.floats();
  }

  /** Moves the folder into place. */
  void finish() {
    try {
      index.close();
      data.close();
      Files.move(beside.folder(), folder);
      finished = true;
      claim.close();
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    }
  }

  /** Leaves the folder beside, unless this one is finished. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    try {
      index.close();
      data.close();
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    } finally {
      claim.close();
    }
  }

  /** Cuts off what is not whole and puts the pens down behind the rest. */
  private MetaDatasetWriter from(UnfinishedFolder.Kept kept) throws IOException {
    count = kept.datasets();
    offset = kept.floats();
    cut(dataFile, offset * Float.BYTES);
    cut(indexFile, kept.indexBytes());
    if (kept.indexBytes() == 0) {
      index.write(HEADER.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  private static void cut(RandomAccessFile file, long length) throws IOException {
    file.setLength(length);
    file.seek(length);
  }

  private RandomAccessFile open(String name) throws IOException {
    return new RandomAccessFile(beside.folder().resolve(name).toFile(), "rw");
  }

  /** Not through the channel, which an interrupt of the thread would close in the middle. */
  private static OutputStream stream(RandomAccessFile file) throws IOException {
    return new BufferedOutputStream(new FileOutputStream(file.getFD()));
  }
}
