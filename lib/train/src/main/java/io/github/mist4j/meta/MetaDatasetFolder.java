package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Many samples with their true mutual information, in a folder of two files, read one at a time.
 * Thread safe.
 *
 * <p>{@code index.csv} has at least the columns {@code idx,n,dx,dy,true_mi,offset} and may have
 * {@code split} and {@code distribution}. {@code data.f32le} holds 32-bit floats, little-endian:
 * for each dataset X row by row (n × dx), then Y row by row (n × dy), from {@code offset}, which
 * counts floats.
 *
 * <pre>{@code
 * try (MetaDatasetFolder folder = MetaDatasetFolder.open(Path.of("imd"))) {
 *   Dataset first = folder.read(0);
 * }
 * }</pre>
 */
public final class MetaDatasetFolder implements AutoCloseable {
  static final String INDEX = "index.csv";
  static final String DATA = "data.f32le";

  private final Path folder;
  private final List<MetaDatasetRow> rows;
  private final FileChannel data;

  private MetaDatasetFolder(Path folder, List<MetaDatasetRow> rows, FileChannel data) {
    this.folder = folder;
    this.rows = rows;
    this.data = data;
  }

  /**
   * Opens a folder and checks that the data holds all that the index names.
   *
   * @throws IllegalArgumentException with one sentence if a file is missing, the index is not one
   *     of a meta-dataset, or the data is truncated
   */
  public static MetaDatasetFolder open(Path folder) {
    require(folder != null, "folder must be given, was null");
    require(Files.isDirectory(folder), "there is no folder %s", folder);
    List<MetaDatasetRow> rows = MetaDatasetIndex.read(folder.resolve(INDEX));
    Path file = folder.resolve(DATA);
    require(Files.isRegularFile(file), "there is no file %s", file);
    try {
      checkSize(rows, file, Files.size(file) / Float.BYTES);
      return new MetaDatasetFolder(folder, rows, FileChannel.open(file, StandardOpenOption.READ));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  private static void checkSize(List<MetaDatasetRow> rows, Path file, long floats) {
    for (MetaDatasetRow row : rows) {
      require(
          row.offset() <= floats && row.floats() <= floats - row.offset(),
          "%s is truncated or not of this index: dataset %d needs %d floats from %d, the file has"
              + " %d",
          file,
          row.idx(),
          row.floats(),
          row.offset(),
          floats);
      require(
          row.floats() * Float.BYTES <= Integer.MAX_VALUE,
          "%s: dataset %d is too large, %d x (%d + %d) floats",
          file,
          row.idx(),
          row.n(),
          row.dx(),
          row.dy());
    }
  }

  /**
   * What tells these datasets from all others: the SHA-256 of both files, in hexadecimal digits.
   */
  public String fingerprint() {
    return new Fingerprint().with(folder.resolve(INDEX)).with(folder.resolve(DATA)).toString();
  }

  /** Whether a path names one of the two files, under whatever name. */
  public boolean holds(Path file) {
    try {
      return Files.exists(file)
          && (Files.isSameFile(file, folder.resolve(INDEX))
              || Files.isSameFile(file, folder.resolve(DATA)));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  /** The number of datasets. */
  public int size() {
    return rows.size();
  }

  /** What the index says of each dataset, in its order. */
  public List<MetaDatasetRow> rows() {
    return rows;
  }

  /**
   * Reads a dataset.
   *
   * @param place its place in {@link #rows()}, from 0
   * @throws IllegalArgumentException if it is no valid sample, see {@link Sample#ofColumns}
   */
  public Dataset read(int place) {
    MetaDatasetRow row = rows.get(place);
    FloatBuffer floats = floats(row);
    var x = columns(floats, row.n(), row.dx());
    var y = columns(floats, row.n(), row.dy());
    return new Dataset(
        Sample.ofColumns(x, y), row.mutualInformation(), row.distribution().orElse(""));
  }

  private FloatBuffer floats(MetaDatasetRow row) {
    var bytes =
        ByteBuffer.allocate((int) row.floats() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long start = row.offset() * Float.BYTES;
    try {
      while (bytes.hasRemaining()) {
        int count = data.read(bytes, start + bytes.position());
        if (count < 0) {
          throw new IllegalStateException(
              "the data of dataset %s has been cut since it was opened".formatted(row.idx()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("dataset %s cannot be read".formatted(row.idx()), e);
    }
    return bytes.flip().asFloatBuffer();
  }

  private static double[][] columns(FloatBuffer floats, int n, int d) {
    var columns = new double[d][n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < d; c++) {
        columns[c][r] = floats.get();
      }
    }
    return columns;
  }

  /** Closes the data file. */
  @Override
  public void close() {
    try {
      data.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
