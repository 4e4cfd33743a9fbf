package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file or stream, unpacked where they are packed with gzip, as often as they are
 * asked for. A stream is kept, in memory or, if it is long, in a file that goes with the program.
 */
final class FileBytes {
  private static final int IN_MEMORY = 1 << 25; // 32 MB: short tables are read from the disk once
  private static final long MOST_OF_A_STREAM = 1L << 32; // 4 GB: more fills a disk

  private static final int PART = 1 << 16;

  private final String name;
  private final Opener packed;
  private final byte[] head;

  /** Opens the bytes at their beginning. */
  @FunctionalInterface
  private interface Opener {
    InputStream open() throws IOException;
  }

  private FileBytes(String name, Opener packed) throws IOException {
    this.name = name;
    this.packed = packed;
    try (InputStream in = open()) {
      head = in.readNBytes(PART); // some hundred rows of a usual table
    }
  }

  static FileBytes of(Path file) throws IOException {
    require(file != null, "file must be given, was null");
    require(Files.exists(file), "there is no file %s", file);
    require(!Files.isDirectory(file), "%s is a folder, not a file", file);
    if (!Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) { // a pipe, which gives its bytes once
        return of(file.toString(), in);
      }
    }
    if (Files.size(file) > IN_MEMORY) {
      return new FileBytes(file.toString(), () -> Files.newInputStream(file));
    }
    byte[] bytes = Files.readAllBytes(file);
    return new FileBytes(file.toString(), () -> new ByteArrayInputStream(bytes));
  }

  static FileBytes of(String name, InputStream in) throws IOException {
    var memory = new ByteArrayOutputStream();
    byte[] part = in.readNBytes(PART);
    FileKind.of(part).refuse(name);
    OutputStream out = memory;
    Path file = null;
    try {
      for (long length = part.length; part.length > 0; length += part.length) {
        require(length <= MOST_OF_A_STREAM, "%s has more than 4 GB, so much is not read", name);
        if (file == null && length > IN_MEMORY) {
          file = Files.createTempFile("mist4j", ".table");
          file.toFile().deleteOnExit();
          out = Files.newOutputStream(file);
          memory.writeTo(out);
        }
        out.write(part);
        part = in.readNBytes(PART);
      }
    } finally {
      out.close();
    }
    Path kept = file;
    byte[] bytes = file == null ? memory.toByteArray() : new byte[0];
    return new FileBytes(
        name, () -> kept == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(kept));
  }

  String name() {
    return name;
  }

  /** The first bytes. */
  byte[] head() {
    return head;
  }

  InputStream open() throws IOException {
    var in = new BufferedInputStream(packed.open(), 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b; // RFC 1952
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }
}
