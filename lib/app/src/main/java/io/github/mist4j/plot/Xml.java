package io.github.mist4j.plot;

import java.util.regex.Pattern;

/**
 * Text as it may stand in XML and in HTML.
 *
 * <pre>{@code
 * "<td>" + Xml.escape("price < 10") + "</td>"
 * }</pre>
 */
public final class Xml {
  private static final int REPLACEMENT = 0xFFFD;
  private static final Pattern NUMBER = Pattern.compile("&#(x[0-9a-fA-F]+|[0-9]+);");

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

  /**
   * A document of XML with the characters replaced that XML 1.0 does not allow, also where they
   * stand as numbers: a name of a column may hold them, and a browser refuses the whole.
   */
  static String withoutControls(String document) {
    String plain =
        document
            .codePoints()
            .map(c -> isAllowed(c) ? c : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return NUMBER
        .matcher(plain)
        .replaceAll(found -> isAllowed(number(found.group(1))) ? found.group() : "&#xFFFD;");
  }

  private static int number(String digits) {
    try {
      return digits.startsWith("x")
          ? Integer.parseInt(digits.substring(1), 16)
          : Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return 0; // none that is allowed
    }
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
