package io.github.mist4j.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells some data, a model or options from all others: the SHA-256 of their bytes.
 *
 * <pre>{@code
 * String data = new Fingerprint().with(Path.of("index.csv")).with("level 0.9").toString();
 * }</pre>
 */
public final class Fingerprint {
  private static final int BUFFER = 1 << 16; // larger ones are not read faster

  private final MessageDigest digest = sha256();

  /** Of nothing yet. */
  public Fingerprint() {}

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** With a text, which ends where the next part begins. */
  public Fingerprint with(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return withCount(bytes.length).with(bytes);
  }

  /** With bytes. */
  public Fingerprint with(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /**
   * With the bytes of a file.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public Fingerprint with(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var buffer = new byte[BUFFER];
      long count = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        count += read;
      }
      return withCount(count);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  /** With the bytes of a file that is about to be written, as {@link #with(Path)} has them. */
  public Fingerprint withFile(byte[] bytes) {
    return with(bytes).withCount(bytes.length);
  }

  private Fingerprint withCount(long count) {
    return with(Long.toString(count).getBytes(StandardCharsets.UTF_8)).with(new byte[1]);
  }

  /** The digest itself, for streams that pass their bytes through one. */
  public MessageDigest digest() {
    return digest;
  }

  /** The bytes of the fingerprint of what it has so far, 32 of them. */
  public byte[] bytes() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e); // the digests of the JDK can be cloned
    }
  }

  /** The fingerprint of what it has so far, 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }
}
