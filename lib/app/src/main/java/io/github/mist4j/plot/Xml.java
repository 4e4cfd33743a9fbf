package io.github.mist4j.plot;

/**
 * Text as it may stand in XML and in HTML.
 *
 * <pre>{@code
 * "<td>" + Xml.escape("price < 10") + "</td>"
 * }</pre>
 */
public final class Xml {
  private static final int REPLACEMENT = 0xFFFD;

  private Xml() {}

  /**
   * The text with every character escaped that has a meaning in an element or an attribute, and
   * those replaced that XML 1.0 does not allow; {@code Xml.escape("<b>")} shows as {@code <b>}.
   */
  public static String escape(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
