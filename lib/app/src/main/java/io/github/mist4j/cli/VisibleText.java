package io.github.mist4j.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Text with nothing in it that a terminal obeys: names of columns, files and models come from
 * others. Control characters show as the picture that Unicode has of them, ␛ for escape; those that
 * turn the direction of writing as �.
 */
final class VisibleText {
  private static final int PICTURES = 0x2400; // ␀ and on, for the control characters from 0
  private static final char PICTURE_OF_DELETE = '\u2421';
  private static final char REPLACEMENT = '\uFFFD';

  private VisibleText() {}

  /** The text, which keeps its line feeds, tabs and carriage returns. */
  static String of(String text) {
    var visible = new StringBuilder(text.length());
    text.chars().forEach(c -> visible.append(of((char) c)));
    return visible.toString();
  }

  /** A writer of the same that writes all text so. */
  static PrintWriter writer(PrintWriter out) {
    return new PrintWriter(
        new FilterWriter(out) {
          @Override
          public void write(int c) throws IOException {
            super.write(of((char) c));
          }

          @Override
          public void write(char[] text, int from, int length) throws IOException {
            out.write(of(new String(text, from, length)));
          }

          @Override
          public void write(String text, int from, int length) throws IOException {
            out.write(of(text.substring(from, from + length)));
          }
        },
        true);
  }

  private static char of(char c) {
    if (c == '\n' || c == '\t' || c == '\r' || (c >= ' ' && c < 0x7F)) {
      return c;
    }
    if (c < ' ') {
      return (char) (PICTURES + c);
    }
    if (c == 0x7F) {
      return PICTURE_OF_DELETE;
    }
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return c < 0xA0 || turns ? REPLACEMENT : c;
  }
}
