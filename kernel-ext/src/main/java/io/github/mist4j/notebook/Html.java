package io.github.mist4j.notebook;

import io.github.mist4j.plot.Picture;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pieces of HTML that cards share, and text as it may stand in HTML and in XML. */
final class Html {
  /**
   * Lets a click on a heading sort the table before it; where scripts do not run nothing changes.
   */
  private static final String SORT =
      """
      <script>
      for (const head of document.currentScript.previousElementSibling.querySelectorAll("th")) {
        head.style.cursor = "pointer";
        head.title = "sort";
        head.onclick = () => {
          const body = head.closest("table").tBodies[0];
          const down = head.dataset.down !== "yes";
          head.dataset.down = down ? "yes" : "no";
          const key = row => {
            const text = row.cells[head.cellIndex].textContent;
            const number = parseFloat(text.replace(/[<,%]/g, ""));
            return isNaN(number) ? text : number;
          };
          const rows = [...body.rows].sort((a, b) => (key(a) > key(b)) - (key(a) < key(b)));
          body.append(...(down ? rows.reverse() : rows));
        };
      }
      </script>
      """;

  private Html() {}

  /** The text with every character escaped that has a meaning in an element or an attribute. */
  static String escape(String text) {
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
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** Terms and what is said of each, as a list in two columns. */
  static String definitions(Map<String, String> facts) {
    var list = new StringBuilder();
    list.append("<dl style=\"display: grid; grid-template-columns: max-content 1fr;");
    list.append(" column-gap: 16px; row-gap: 2px; margin: 0\">\n");
    facts.forEach((term, fact) -> list.append(definition(term, fact)));
    return list.append("</dl>\n").toString();
  }

  private static String definition(String term, String fact) {
    return """
    <dt style="float: none; width: auto; margin: 0; font-weight: 400; opacity: 0.7">%s</dt>
    <dd style="float: none; width: auto; margin: 0">%s</dd>
    """
        .formatted(escape(term), escape(fact));
  }

  /** A cell of a table, {@code th} or {@code td}, whose text stands at a side. */
  static String cell(String tag, String text, String side) {
    return "<%s style=\"text-align: %s\">%s</%s>".formatted(tag, side, escape(text), tag);
  }

  /**
   * A table that scrolls, and sorts by the column whose heading is clicked.
   *
   * @param headings one a column
   * @param words how many of the columns, from the left, hold words; the others hold numbers
   */
  static String table(List<String> headings, int words, List<List<String>> rows) {
    var html =
        new StringBuilder("<div style=\"overflow: auto; max-height: 420px\">\n<table>\n<thead>");
    row(html, "th", words, headings);
    html.append("</thead>\n<tbody>\n");
    rows.forEach(row -> row(html, "td", words, row));
    return html.append("</tbody>\n</table>\n</div>\n").append(SORT).toString();
  }

  private static void row(StringBuilder html, String tag, int words, List<String> cells) {
    html.append("<tr>");
    for (int c = 0; c < cells.size(); c++) {
      html.append(cell(tag, cells.get(c), c < words ? "left" : "right"));
    }
    html.append("</tr>\n");
  }

  /** The items of a list. */
  static String items(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> "<li>" + escape(sentence) + "</li>\n")
        .collect(Collectors.joining());
  }

  static String image(Picture picture) {
    return "<img alt=\"%s\" width=\"%d\" style=\"max-width: 100%%\" src=\"data:image/png;base64,%s\">%n"
        .formatted(
            escape(picture.title()),
            picture.width(),
            Base64.getEncoder().encodeToString(picture.png()));
  }

  /** Whether XML 1.0 allows the character at all. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
