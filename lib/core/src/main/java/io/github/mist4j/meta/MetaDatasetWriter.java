package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvLine;
import io.github.mist4j.sample.Sample;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Writes a meta-dataset folder, one dataset after the other; see {@link MetaDatasetFolder} for what
 * it looks like.
 *
 * <p>It is written beside, as {@code FOLDER.part}, and moved into place by {@link #finish}; closed
 * before, nothing is left.
 */
public final class MetaDatasetWriter implements AutoCloseable {
  private final Path folder;
  private final Path beside;
  private final OutputStream index;
  private final OutputStream data;
  private long count;
  private long offset;
  private boolean finished;

  private MetaDatasetWriter(Path folder, Path beside, OutputStream index, OutputStream data) {
    this.folder = folder;
    this.beside = beside;
    this.index = index;
    this.data = data;
  }

  /**
   * Begins a folder.
   *
   * @throws IllegalArgumentException if it exists already, or the folder it is to stand in does not
   */
  public static MetaDatasetWriter create(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    require(!Files.exists(folder), "%s exists already", folder);
    require(
        parent != null && Files.isDirectory(parent),
        "%s is not a folder, so %s cannot be made",
        parent,
        folder);
    Path beside = folder.resolveSibling(folder.getFileName() + ".part");
    try {
      Files.createDirectories(beside);
      var writer =
          new MetaDatasetWriter(
              folder,
              beside,
              stream(beside, MetaDatasetFolder.INDEX),
              stream(beside, MetaDatasetFolder.DATA));
      writer.line(
          MetaDatasetIndex.IDX,
          MetaDatasetIndex.SPLIT,
          MetaDatasetIndex.DISTRIBUTION,
          MetaDatasetIndex.N,
          MetaDatasetIndex.DX,
          MetaDatasetIndex.DY,
          MetaDatasetIndex.TRUE_MI,
          MetaDatasetIndex.OFFSET);
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    }
  }

  /** Adds a dataset that belongs to no split. */
  public void add(Dataset dataset) {
    add(dataset, "");
  }

  /**
   * Adds a dataset; its values are rounded to 32-bit floats.
   *
   * @param split the name of the split it belongs to, empty for none
   * @throws IllegalArgumentException if a value is too large for a 32-bit float
   */
  public void add(Dataset dataset, String split) {
    Sample sample = dataset.sample();
    try {
      writeSide(sample.n(), sample.dx(), sample::x);
      writeSide(sample.n(), sample.dy(), sample::y);
      line(
          count++,
          split,
          dataset.distribution(),
          sample.n(),
          sample.dx(),
          sample.dy(),
          dataset.mutualInformation(),
          offset);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    }
    offset += (long) sample.n() * (sample.dx() + sample.dy());
  }

  private void writeSide(int n, int d, IntFunction<double[]> columns) throws IOException {
    var bytes = ByteBuffer.allocate(n * d * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int c = 0; c < d; c++) {
      double[] column = columns.apply(c);
      for (int r = 0; r < n; r++) {
        float value = (float) column[r];
        require(Float.isFinite(value), "a value must fit into 32 bits, was %s", column[r]);
        bytes.putFloat((r * d + c) * Float.BYTES, value);
      }
    }
    data.write(bytes.array());
  }

  /** Moves the folder into place. */
  public void finish() {
    try {
      index.close();
      data.close();
      Files.move(beside, folder);
      finished = true;
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    }
  }

  /** Leaves nothing behind unless the folder was finished. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    try {
      index.close();
      data.close();
      Files.deleteIfExists(beside.resolve(MetaDatasetFolder.INDEX));
      Files.deleteIfExists(beside.resolve(MetaDatasetFolder.DATA));
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(Object... cells) throws IOException {
    index.write(CsvLine.of(cells).getBytes(StandardCharsets.UTF_8));
  }

  private static OutputStream stream(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }
}
