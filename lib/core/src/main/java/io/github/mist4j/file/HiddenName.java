package io.github.mist4j.file;

import java.nio.file.Path;

/**
 * Names of files that stand beside another for a while: hidden, of one length however long the
 * other's name is, and of no name that somebody else would give a file.
 */
final class HiddenName {
  private static final int DIGITS = 16; // 64 bits: no two names of a folder meet

  private HiddenName() {}

  /** The path beside a file. */
  static Path of(Path file, String ending) {
    String name = file.toAbsolutePath().getFileName().toString();
    String digest = new Fingerprint().with(name).toString().substring(0, DIGITS);
    return file.resolveSibling(".mist4j-" + digest + ending);
  }
}
