package io.github.mist4j.model;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.Floats;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The zip of a model, entry by entry, with bounds that do not depend on what it says of itself: a
 * file may come from anybody.
 */
final class ModelZip {
  static final String CARD = "model.json";
  static final String WEIGHTS = "weights.f32le";

  /** 256 MB of them, ten times those of the largest network here. */
  static final int MOST_WEIGHTS = 1 << 26;

  private static final int MOST_CARD_BYTES = 1 << 20; // thirty times the longest
  private static final long MOST_PASSED_BYTES = 1L << 28; // of other entries: half a second
  private static final int END_RECORD = 22; // bytes of the last record, without a comment
  private static final int CHUNK = 1 << 14; // floats at a time

  /** Weights that were trained hardly deflate; zeros do by a thousand, which is a trap. */
  private static final long MOST_DEFLATION = 100;

  private final Opener opener;
  private final long size;
  private final String source;

  /** Opens the zip from its beginning. */
  @FunctionalInterface
  private interface Opener {
    InputStream open() throws IOException;
  }

  private ModelZip(Opener opener, long size, String source) {
    this.opener = opener;
    this.size = size;
    this.source = source;
  }

  static ModelZip of(Path file) throws IOException {
    return new ModelZip(() -> Files.newInputStream(file), Files.size(file), file.toString());
  }

  static ModelZip of(byte[] zip, String source) {
    return new ModelZip(() -> new ByteArrayInputStream(zip), zip.length, source);
  }

  String source() {
    return source;
  }

  /** The bytes of the card. */
  byte[] card() throws IOException {
    try (ZipInputStream zip = at(CARD)) {
      byte[] card = zip.readNBytes(MOST_CARD_BYTES + 1);
      require(
          card.length <= MOST_CARD_BYTES,
          "%s is damaged: its %s has more than %d bytes",
          source,
          CARD,
          MOST_CARD_BYTES);
      return card;
    }
  }

  /**
   * The weights, all finite.
   *
   * @param count how many there must be, at most {@link #MOST_WEIGHTS}
   */
  float[] weights(int count) throws IOException {
    require(
        (long) count * Float.BYTES <= MOST_DEFLATION * size + CHUNK,
        "%s is damaged: %d weights do not fit into its %d bytes",
        source,
        count,
        size);
    checkComplete();
    try (ZipInputStream zip = at(WEIGHTS)) {
      var weights = new float[count];
      var some = new float[Math.min(CHUNK, count)];
      for (int from = 0; from < count; from += some.length) {
        int more = Math.min(some.length, count - from);
        byte[] bytes = zip.readNBytes(more * Float.BYTES);
        requireCount(bytes.length == more * Float.BYTES, count, from + bytes.length / Float.BYTES);
        Floats.read(new ByteArrayInputStream(bytes), some, more);
        System.arraycopy(some, 0, weights, from, more);
      }
      requireCount(zip.read() < 0, count, count + 1L); // which also checks their sum
      for (int k = 0; k < count; k++) {
        require(
            Float.isFinite(weights[k]),
            "%s is damaged: weight %d is %s, every weight must be finite",
            source,
            k,
            weights[k]);
      }
      return weights;
    }
  }

  private void requireCount(boolean right, int count, long there) {
    require(
        right,
        "%s is damaged: its network has %d weights, %s are there",
        source,
        count,
        there > count ? "more" : Long.toString(there));
  }

  /** The zip at the beginning of an entry. */
  private ZipInputStream at(String name) throws IOException {
    var zip = new ZipInputStream(opener.open());
    try {
      long passed = 0;
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        if (entry.getName().equals(name)) {
          return zip;
        }
        passed += pass(zip, MOST_PASSED_BYTES - passed);
      }
      throw new IllegalArgumentException(
          "%s is not a mist4j model or is truncated: it has no %s".formatted(source, name));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException(e.getMessage()); // a name that is no text
    }
  }

  private long pass(InputStream entry, long most) throws IOException {
    var buffer = new byte[CHUNK];
    long passed = 0;
    for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
      passed += read;
      require(passed <= most, "%s is not a mist4j model: it is full of other things", source);
    }
    return passed;
  }

  /** A stream of entries would not miss the zip's last record. */
  private void checkComplete() throws IOException {
    boolean complete = false;
    if (size >= END_RECORD) {
      try (InputStream in = opener.open()) {
        in.skipNBytes(size - END_RECORD);
        complete = in.read() == 'P' && in.read() == 'K' && in.read() == 5;
      } catch (EOFException e) {
        complete = false;
      }
    }
    require(complete, "%s is truncated: its last record is missing", source);
  }
}
