package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a text.
 *
 * @param charset the encoding
 * @param mark the bytes at the front that only say so
 */
record TextEncoding(Charset charset, int mark) {
  /** What Windows writes in Western Europe and America; all of Latin-1's letters are in it. */
  static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Finds the encoding: by its mark; UTF-16 by the zeros of its Latin letters; UTF-8 if all bytes
   * are; else Windows-1252.
   *
   * @throws IllegalArgumentException with one sentence if the text is UTF-8 at first and then not
   */
  static TextEncoding of(FileBytes bytes, Optional<Charset> told) throws IOException {
    byte[] head = bytes.head();
    if (told.isPresent()) {
      int mark =
          marked(head).filter(e -> e.charset().equals(told.get())).map(e -> e.mark).orElse(0);
      return new TextEncoding(told.get(), mark);
    }
    Optional<TextEncoding> wide = wide(head);
    if (wide.isPresent()) {
      return wide.get();
    }
    int mark = marked(head).map(TextEncoding::mark).orElse(0);
    return isUtf8(bytes)
        ? new TextEncoding(StandardCharsets.UTF_8, mark)
        : new TextEncoding(WINDOWS, 0);
  }

  /** UTF-16, by its mark or by where the zeros are. */
  static Optional<TextEncoding> wide(byte[] head) {
    Optional<TextEncoding> marked = marked(head);
    if (marked.isPresent()) {
      return marked.filter(e -> !e.charset().equals(StandardCharsets.UTF_8));
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    int most = head.length / 4; // half of the letters at least are Latin
    if (zeros[0] == 0 && zeros[1] > most) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
    }
    return zeros[1] == 0 && zeros[0] > most
        ? Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0))
        : Optional.empty();
  }

  private static Optional<TextEncoding> marked(byte[] head) {
    if (begins(head, 0xef, 0xbb, 0xbf)) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3));
    }
    if (begins(head, 0xff, 0xfe)) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
    }
    return begins(head, 0xfe, 0xff)
        ? Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2))
        : Optional.empty();
  }

  private static boolean begins(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(FileBytes bytes) throws IOException {
    CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    ByteBuffer in = ByteBuffer.allocate(1 << 16);
    CharBuffer out = CharBuffer.allocate(1 << 16);
    int line = 1;
    boolean beyondAscii = false;
    try (InputStream stream = bytes.open()) {
      for (boolean end = false; !end; ) {
        int read = stream.read(in.array(), in.position(), in.remaining());
        end = read < 0;
        in.position(in.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(in, out, end);
        out.flip();
        while (out.hasRemaining()) {
          char c = out.get();
          line += c == '\n' ? 1 : 0;
          beyondAscii |= c > 0x7f && c != '\uFEFF';
        }
        if (result.isError()) {
          require(
              !beyondAscii,
              "%s, line %d is not UTF-8 text, though lines before it are; give its encoding, for"
                  + " instance windows-1252, by ReadOptions.withEncoding (--encoding)",
              bytes.name(),
              line);
          return false;
        }
        out.clear();
        in.compact();
      }
    }
    return true;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The text in this encoding, from its first letter. */
  Reader reader(InputStream in) throws IOException {
    in.skipNBytes(mark);
    return charset.equals(WINDOWS)
        ? new InputStreamReader(in, charset) // five bytes of it have no letter
        : new InputStreamReader(in, strict(charset));
  }

  /** The name of the encoding, as people write it. */
  @Override
  public String toString() {
    return charset.equals(WINDOWS) ? "Windows-1252" : charset.name();
  }
}
