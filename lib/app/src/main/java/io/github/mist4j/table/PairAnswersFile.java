package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.Arrays;

/**
 * The answers so far of a run over all pairs, in a file beside its result: a title, of what they
 * are, the numbers, and a checksum of it all.
 */
final class PairAnswersFile {
  private static final byte[] TITLE = "mist4j pairs 2\n".getBytes(StandardCharsets.UTF_8);
  private static final int DIGEST = 32; // bytes of a fingerprint
  private static final int ANSWER = 2 * (Integer.BYTES + Double.BYTES);

  private final Path file;
  private final byte[] origin;

  /**
   * The file beside a result.
   *
   * @param origin of what the answers are, the table and the model
   */
  PairAnswersFile(Path result, Fingerprint origin) {
    file = result.resolveSibling(result.getFileName() + ".state");
    this.origin = origin.bytes();
  }

  /** Writes the answers. */
  void write(PairAnswers answers) {
    var digest = new Fingerprint();
    AtomicFile.write(
        file,
        out -> {
          var summed = new DigestOutputStream(out, digest.digest());
          var data = new DataOutputStream(summed);
          data.write(TITLE);
          data.write(origin);
          for (int i = 0; i < answers.n().length; i++) {
            data.writeInt(answers.n()[i]);
            data.writeDouble(answers.value()[i]);
            data.writeDouble(answers.pValue()[i]);
            data.writeInt(answers.warnings()[i]);
          }
          data.flush();
          out.write(digest.bytes());
        },
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The answers that an earlier run left; open ones where there is no file.
   *
   * @throws IllegalArgumentException with one sentence if the file is of another run, or damaged
   */
  PairAnswers read(int columns) {
    PairAnswers answers = PairAnswers.open(columns);
    if (!Files.exists(file)) {
      return answers;
    }
    int header = TITLE.length + DIGEST;
    byte[] bytes = bytes(header + (long) ANSWER * answers.n().length + DIGEST);
    int end = bytes.length - DIGEST;
    require(
        end >= header && Arrays.equals(bytes, 0, TITLE.length, TITLE, 0, TITLE.length),
        "%s exists already and holds no pairs; write the result elsewhere",
        file);
    require(
        Arrays.equals(bytes, TITLE.length, header, origin, 0, DIGEST),
        "%s holds pairs of another table or model; write the result elsewhere, or delete it",
        file);
    byte[] sum = new Fingerprint().with(Arrays.copyOf(bytes, end)).bytes();
    require(
        end == header + ANSWER * answers.n().length
            && Arrays.equals(bytes, end, bytes.length, sum, 0, DIGEST),
        "%s is damaged; delete it to begin again",
        file);
    try (var data = new DataInputStream(new ByteArrayInputStream(bytes, header, end - header))) {
      for (int i = 0; i < answers.n().length; i++) {
        answers.n()[i] = data.readInt();
        answers.value()[i] = data.readDouble();
        answers.pValue()[i] = data.readDouble();
        answers.warnings()[i] = data.readInt();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are always read
    }
    return answers;
  }

  /** The bytes of the file, and none where it is too large to be one of ours. */
  private byte[] bytes(long most) {
    try {
      require(Files.isRegularFile(file), "%s is no file that pairs can go on with", file);
      return Files.size(file) <= most ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  /** Takes it away once the result is there. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be deleted".formatted(file), e);
    }
  }
}
