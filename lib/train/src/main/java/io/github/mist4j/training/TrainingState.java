package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a training needs to go on, beside the optimizer and its rate.
 *
 * @param bestLoss the lowest held-out loss so far
 * @param millis the time spent
 */
record TrainingState(double bestLoss, long millis) {
  private static final int MAGIC = 0x4D495354; // "MIST"

  void write(Path file, String fingerprint, Optimizer optimizer, LearningRate rate) {
    AtomicFile.write(
        file,
        stream -> {
          var out = new DataOutputStream(stream);
          out.writeInt(MAGIC);
          out.writeUTF(fingerprint);
          out.writeDouble(bestLoss);
          out.writeLong(millis);
          optimizer.write(out);
          rate.write(out);
          out.flush();
        });
  }

  /** Reads a state into the optimizer and its rate. */
  static TrainingState read(Path file, String fingerprint, Optimizer optimizer, LearningRate rate) {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      require(in.readInt() == MAGIC, "%s is not the state of a training", file);
      String other = in.readUTF();
      require(
          other.equals(fingerprint),
          "%s is the state of another training: it has %s, this one %s",
          file,
          other,
          fingerprint);
      var state = new TrainingState(in.readDouble(), in.readLong());
      optimizer.read(in);
      rate.read(in);
      return state;
    } catch (EOFException e) {
      throw new IllegalArgumentException("%s is truncated".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
