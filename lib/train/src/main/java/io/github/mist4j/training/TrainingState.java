package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.Fingerprint;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;

/**
 * What a training needs to go on, beside the optimizer and its rate.
 *
 * @param bestLoss the lowest held-out loss so far
 * @param millis the time spent
 */
record TrainingState(double bestLoss, long millis) {
  private static final int MAGIC = 0x4D535432; // "MST2": those of "MIST" had no checksum
  private static final int AROUND = 50; // characters, of a sentence that is to be read
  private static final int MOST_TEXT = 1 << 20; // characters of a description, by far

  /** Writes the state, with the SHA-256 of all before it at the end; an older one is replaced. */
  void write(Path file, String fingerprint, Optimizer optimizer, LearningRate rate) {
    AtomicFile.write(
        file,
        stream -> {
          var checked = new DigestOutputStream(stream, new Fingerprint().digest());
          var out = new DataOutputStream(checked);
          byte[] text = fingerprint.getBytes(StandardCharsets.UTF_8);
          out.writeInt(MAGIC);
          out.writeInt(text.length);
          out.write(text);
          out.writeDouble(bestLoss);
          out.writeLong(millis);
          optimizer.write(out);
          rate.write(out);
          out.flush();
          stream.write(checked.getMessageDigest().digest());
        },
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads a state into the optimizer and its rate.
   *
   * @throws IllegalArgumentException with one sentence if it is another training's, or not as it
   *     was written: the optimizer is of no use then
   */
  static TrainingState read(Path file, String fingerprint, Optimizer optimizer, LearningRate rate) {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      var checked = new DigestInputStream(stream, new Fingerprint().digest());
      var in = new DataInputStream(checked);
      require(in.readInt() == MAGIC, "%s is not the state of a training of this version", file);
      String other = text(in, file);
      require(
          other.equals(fingerprint),
          "%s is the state of another training: %s",
          file,
          difference(other, fingerprint));
      var state = new TrainingState(in.readDouble(), in.readLong());
      optimizer.read(in);
      rate.read(in);
      byte[] digest = checked.getMessageDigest().digest();
      require(
          Arrays.equals(digest, stream.readNBytes(digest.length)) && stream.read() < 0,
          "%s is damaged: it is not as it was written",
          file);
      return state;
    } catch (EOFException e) {
      throw new IllegalArgumentException("%s is truncated".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  private static String text(DataInputStream in, Path file) throws IOException {
    int length = in.readInt();
    require(length >= 0 && length <= MOST_TEXT, "%s is damaged: it is not as it was written", file);
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw new EOFException();
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  /** What each has from where they part, so that a long description does not hide it. */
  private static String difference(String its, String ours) {
    int mismatch = Arrays.mismatch(its.toCharArray(), ours.toCharArray());
    int from = Math.max(0, Math.min(mismatch, Math.min(its.length(), ours.length())) - AROUND);
    return "it has … %s, this one … %s".formatted(piece(its, from), piece(ours, from));
  }

  private static String piece(String text, int from) {
    String rest = text.substring(from);
    return rest.length() <= 3 * AROUND ? rest : rest.substring(0, 3 * AROUND) + " …";
  }
}
