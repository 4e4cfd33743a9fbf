package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.random.RandomStreams;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Rows of X and Y in bounded memory: the different rows whose hashes are least, and how often each
 * stands. It follows from the rows alone, not from their order, nor from which partitions they came
 * in: a row whose hash is below the last threshold was below every one before, so its count is
 * exact.
 */
final class RowSketch {
  private static final int HEADER_LONGS = 4;
  private static final int START = 64;

  /**
   * Up to so many rows equal ones are sought once, when the sample is asked for, not before every
   * growth and sending: that took 4% of the time of small groups. They take 130 KB of a pair.
   */
  private static final int FEW = 4096;

  private final int most;
  private long rows; // all with a value in every cell
  private long missing;
  private int dx;
  private int dy;
  private int size;
  private boolean isCompact; // since the last row was added
  private long threshold = Long.MAX_VALUE;
  private long[] keys = new long[START]; // of rows so far, some of them again, (size)
  private long[] counts = new long[START];
  private double[] values = new double[0]; // X then Y, (size, dx + dy)

  /**
   * An empty one.
   *
   * @param most different rows that are kept
   */
  RowSketch(int most) {
    require(most > 0, "most must be positive, was %d", most);
    this.most = most;
  }

  /** How many rows had a value in every cell. */
  long rows() {
    return rows;
  }

  /** How many rows had not. */
  long missing() {
    return missing;
  }

  void addMissing() {
    missing++;
  }

  /** Adds a row without missing cells. */
  void add(double[] x, double[] y) {
    shape(x.length, y.length);
    rows++;
    long key = key(x, y);
    if (key > threshold) {
      return;
    }
    int place = append(key, 1);
    int start = place * width();
    for (int c = 0; c < dx; c++) {
      values[start + c] = x[c] + 0.0; // no −0, so that equal rows are the same
    }
    for (int c = 0; c < dy; c++) {
      values[start + dx + c] = y[c] + 0.0;
    }
  }

  /** Adds all rows of another. */
  RowSketch merge(RowSketch other) {
    missing += other.missing;
    if (other.rows == 0) {
      return this;
    }
    shape(other.dx, other.dy);
    rows += other.rows;
    grow(Math.min(room(), size + other.size));
    threshold = Math.min(threshold, other.threshold);
    for (int r = 0; r < other.size; r++) {
      if (other.keys[r] <= threshold) {
        int place = append(other.keys[r], other.counts[r]);
        System.arraycopy(other.values, r * width(), values, place * width(), width());
      }
    }
    return this;
  }

  private void shape(int x, int y) {
    if (dx == 0) {
      require(x > 0 && y > 0, "x and y must have at least one column, had %d and %d", x, y);
      dx = x;
      dy = y;
      values = new double[keys.length * width()];
    }
    require(
        x == dx && y == dy,
        "rows must be of one length, one has %d and %d values of x and y, another %d and %d",
        dx,
        dy,
        x,
        y);
  }

  private int width() {
    return dx + dy;
  }

  private int append(long key, long count) {
    if (size == keys.length) {
      compactMany();
      grow(Math.min(room(), Math.max(START, 2 * size)));
    }
    isCompact = false;
    keys[size] = key;
    counts[size] = count;
    return size++;
  }

  /** Little more than is kept: a sort now and then costs less than memory. */
  private int room() {
    return most + most / 4 + 1;
  }

  private void grow(int room) {
    if (room > keys.length) {
      keys = Arrays.copyOf(keys, room);
      counts = Arrays.copyOf(counts, room);
      values = Arrays.copyOf(values, room * width());
    }
  }

  private void compactMany() {
    if (size > Math.min(FEW, most)) {
      compact();
    }
  }

  /** Equal rows become one, and those beyond the most go. */
  private void compact() {
    if (isCompact) {
      return;
    }
    var newKeys = new long[Math.min(size, most)];
    var newCounts = new long[newKeys.length];
    var newValues = new double[newKeys.length * width()];
    int different = 0;
    for (int r : order()) {
      if (different == 0 || newKeys[different - 1] != keys[r]) {
        if (different == most) {
          break;
        }
        newKeys[different] = keys[r];
        System.arraycopy(values, r * width(), newValues, different * width(), width());
        different++;
      }
      newCounts[different - 1] += counts[r];
    }
    boolean shorter = different < newKeys.length;
    keys = shorter ? Arrays.copyOf(newKeys, different) : newKeys;
    counts = shorter ? Arrays.copyOf(newCounts, different) : newCounts;
    values = shorter ? Arrays.copyOf(newValues, different * width()) : newValues;
    size = different;
    threshold = size == most ? keys[most - 1] : Long.MAX_VALUE;
    isCompact = true;
  }

  /** The places of the rows in the order of their keys. */
  private int[] order() {
    long ofPlace = Long.highestOneBit(Math.max(1, size)) * 2 - 1; // its bits
    var sorted = new long[size];
    for (int r = 0; r < size; r++) {
      sorted[r] = (keys[r] & ~ofPlace) | r; // one sort of primitive numbers moves both
    }
    Arrays.sort(sorted);
    var order = new int[size];
    for (int i = 0; i < size; i++) {
      int r = (int) (sorted[i] & ofPlace);
      int place = i;
      while (place > 0 && keys[order[place - 1]] > keys[r]) { // they differ in those bits alone
        order[place] = order[--place];
      }
      order[place] = r;
    }
    return order;
  }

  /**
   * The rows for a sample, at most so many as different ones are kept, in the order of their
   * hashes. Where there are more, each stands by its share of them.
   *
   * @return the columns of X and those of Y, (2, dx or dy, n)
   */
  double[][][] sample() {
    compact();
    long kept = LongStream.of(counts).sum();
    int n = (int) Math.min(kept, most);
    var x = new double[dx][n];
    var y = new double[dy][n];
    int place = 0;
    long before = 0; // copies of earlier rows
    for (int i = 0; i < n; i++) {
      long at = (long) Math.floor((i + 0.5) * kept / n);
      while (at >= before + counts[place]) {
        before += counts[place++];
      }
      int start = place * width();
      for (int c = 0; c < dx; c++) {
        x[c][i] = values[start + c];
      }
      for (int c = 0; c < dy; c++) {
        y[c][i] = values[start + dx + c];
      }
    }
    return new double[][][] {x, y};
  }

  /**
   * How many rows there would be if those that are not kept stood as often as those that are, as a
   * share of those there are: 1 where all are kept, and nearly so unless some rows are a large part
   * of all.
   */
  double balance() {
    compact();
    if (threshold == Long.MAX_VALUE) {
      return 1;
    }
    double below = (threshold + 0.5) / Long.MAX_VALUE; // the share of hashes
    return LongStream.of(counts).sum() / below / rows;
  }

  /** From 0 on, the same for equal rows; 0 and −0 are equal. */
  private static long key(double[] x, double[] y) {
    long key = x.length;
    for (double[] side : new double[][] {x, y}) {
      for (double value : side) {
        key = RandomStreams.hash(key ^ RandomStreams.hash(Double.doubleToLongBits(value + 0.0)));
      }
    }
    return key & Long.MAX_VALUE;
  }

  /** The rows for another process, which {@link #of} takes. */
  byte[] bytes() {
    compactMany(); // little is sent that is not needed
    int longs = HEADER_LONGS + size * (2 + width());
    var bytes = ByteBuffer.allocate(longs * Long.BYTES);
    bytes.putLong(rows).putLong(missing).putLong(threshold).putInt(dx).putInt(dy);
    bytes.asLongBuffer().put(keys, 0, size).put(counts, 0, size);
    bytes.position(bytes.position() + 2 * size * Long.BYTES);
    bytes.asDoubleBuffer().put(values, 0, size * width());
    return bytes.array();
  }

  /** What {@link #bytes} gave. */
  static RowSketch of(int most, byte[] from) {
    var bytes = ByteBuffer.wrap(from);
    var sketch = new RowSketch(most);
    sketch.rows = bytes.getLong();
    sketch.missing = bytes.getLong();
    sketch.threshold = bytes.getLong();
    sketch.dx = bytes.getInt();
    sketch.dy = bytes.getInt();
    sketch.size = bytes.remaining() / Long.BYTES / (2 + sketch.width());
    sketch.keys = new long[sketch.size];
    sketch.counts = new long[sketch.size];
    sketch.values = new double[sketch.size * sketch.width()];
    bytes.asLongBuffer().get(sketch.keys).get(sketch.counts);
    bytes.position(bytes.position() + 2 * sketch.size * Long.BYTES);
    bytes.asDoubleBuffer().get(sketch.values);
    return sketch;
  }
}
