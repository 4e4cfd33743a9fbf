package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.Fingerprint;
import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;

/**
 * The answers so far of a run over all pairs, in a file beside its result: a title, of what they
 * are, the numbers, and a checksum of it all.
 */
final class PairAnswersFile {
  private static final byte[] TITLE = "mist4j pairs 3\n".getBytes(StandardCharsets.UTF_8);
  private static final int DIGEST = 32; // bytes of a fingerprint
  private static final int HEADER = TITLE.length + DIGEST;
  private static final int ANSWER = 2 * (Integer.BYTES + Double.BYTES);

  private final Path file;
  private final byte[] origin;

  /**
   * The file beside a result.
   *
   * @param origin of what the answers are, the table and the model
   */
  PairAnswersFile(Path result, Fingerprint origin) {
    file = beside(result);
    this.origin = origin.bytes();
  }

  /** Where it stands. */
  static Path beside(Path result) {
    return result.resolveSibling(result.getFileName() + ".state");
  }

  /**
   * Refuses where something stands that is not to be replaced: another's file always, a run that
   * was stopped unless it may be.
   */
  void checkFree(boolean replaces) {
    if (!Files.exists(file)) {
      return;
    }
    head();
    require(
        replaces,
        "%s holds the pairs of a run that was stopped: Pairwise.resume (--resume) goes on with it,"
            + " StandardCopyOption.REPLACE_EXISTING (--overwrite) begins again",
        file);
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
    require(
        Arrays.equals(head(), TITLE.length, HEADER, origin, 0, DIGEST),
        "%s holds pairs of another table, model or options; write the result elsewhere, or delete"
            + " it",
        file);
    var digest = new Fingerprint();
    boolean whole;
    try (var summed = new DigestInputStream(buffered(), digest.digest())) {
      long size = HEADER + (long) ANSWER * answers.n().length + DIGEST;
      whole = Files.size(file) == size && summed.readNBytes(HEADER).length == HEADER;
      for (int i = 0; whole && i < answers.n().length; i++) {
        ByteBuffer answer = ByteBuffer.wrap(summed.readNBytes(ANSWER));
        answers.n()[i] = answer.getInt();
        answers.value()[i] = answer.getDouble();
        answers.pValue()[i] = answer.getDouble();
        answers.warnings()[i] = answer.getInt();
      }
      summed.on(false);
      whole = whole && Arrays.equals(summed.readNBytes(DIGEST), digest.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
    require(whole, "%s is damaged; delete it to begin again", file);
    return answers;
  }

  private InputStream buffered() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }

  /** The title and the origin; refuses what is not ours. */
  private byte[] head() {
    require(Files.isRegularFile(file), "%s is no file that pairs can go on with", file);
    byte[] head = bytes(HEADER);
    require(
        head.length == HEADER && Arrays.equals(head, 0, TITLE.length, TITLE, 0, TITLE.length),
        "%s exists already and holds no pairs; write the result elsewhere",
        file);
    return head;
  }

  /** The first bytes of the file. */
  private byte[] bytes(int most) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
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
