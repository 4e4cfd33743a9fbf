package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import io.github.mist4j.sample.Sample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/**
 * A dataset as it stands in the files of a folder.
 *
 * @param data X row by row, then Y row by row, 32-bit floats, little-endian
 * @param split the split it belongs to, empty for none
 * @param distribution its family
 * @param n the number of rows
 * @param dx the number of columns of X
 * @param dy the number of columns of Y
 * @param mutualInformation the true value, in nats
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
record DatasetBytes(
    byte[] data,
    String split,
    String distribution,
    int n,
    int dx,
    int dy,
    double mutualInformation) {
  /**
   * Rounds the values to 32-bit floats.
   *
   * @throws IllegalArgumentException if a value is too large for one
   */
  static DatasetBytes of(Dataset dataset, String split) {
    Sample sample = dataset.sample();
    int n = sample.n();
    var bytes = ByteBuffer.allocate(size(sample)).order(ByteOrder.LITTLE_ENDIAN);
    put(bytes, 0, n, sample.dx(), sample::x);
    put(bytes, n * sample.dx(), n, sample.dy(), sample::y);
    return new DatasetBytes(
        bytes.array(),
        split,
        dataset.distribution(),
        n,
        sample.dx(),
        sample.dy(),
        dataset.mutualInformation());
  }

  /** The number of values. */
  long floats() {
    return data.length / Float.BYTES;
  }

  /** The line of the index, columns as in its header. */
  String line(long idx, long offset) {
    return CsvFile.line(idx, split, distribution, n, dx, dy, mutualInformation, offset);
  }

  private static int size(Sample sample) {
    long bytes = (long) sample.n() * (sample.dx() + sample.dy()) * Float.BYTES;
    require(
        bytes <= Integer.MAX_VALUE,
        "a dataset of a folder may have 2 GiB, one of %d x (%d + %d) floats has more",
        sample.n(),
        sample.dx(),
        sample.dy());
    return (int) bytes;
  }

  private static void put(
      ByteBuffer bytes, int start, int n, int d, IntFunction<double[]> columns) {
    for (int c = 0; c < d; c++) {
      double[] column = columns.apply(c);
      for (int r = 0; r < n; r++) {
        float value = (float) column[r];
        require(Float.isFinite(value), "a value must fit into 32 bits, was %s", column[r]);
        bytes.putFloat((start + r * d + c) * Float.BYTES, value);
      }
    }
  }
}
