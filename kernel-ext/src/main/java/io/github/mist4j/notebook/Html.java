package io.github.mist4j.notebook;

import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Xml;
import java.nio.charset.StandardCharsets;
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
        .formatted(Xml.escape(term), Xml.escape(fact));
  }

  /** A cell of a table, {@code th} or {@code td}, whose text stands at a side. */
  static String cell(String tag, String text, String side) {
    return "<%s style=\"text-align: %s\">%s</%s>".formatted(tag, side, Xml.escape(text), tag);
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
        .map(sentence -> "<li>" + Xml.escape(sentence) + "</li>\n")
        .collect(Collectors.joining());
  }

  /**
   * A picture as an image, which even a notebook without trust shows: as wide as its place where it
   * can be, else of its own size.
   */
  static String image(Picture picture) {
    return picture.fluidSvg().map(svg -> fluid(picture, svg)).orElseGet(() -> fixed(picture));
  }

  /** A picture as an SVG document. */
  static String svg(Picture picture) {
    return picture.fluidSvg().orElseGet(() -> new String(picture.svg(), StandardCharsets.UTF_8));
  }

  private static String fluid(Picture picture, String svg) {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    int height = picture.fluidHeight();
    return """
    <img alt="%1$s" title="%1$s" src="data:image/svg+xml;base64,%2$s" width="100%%" height="%3$s" \
    style="display: block; width: 100%%; height: %3$spx; margin: 0 0 8px"/>
    """
        .formatted(
            Xml.escape(picture.description()), Base64.getEncoder().encodeToString(bytes), height);
  }

  private static String fixed(Picture picture) {
    return "<img alt=\"%s\" width=\"%s\" style=\"max-width: 100%%\" src=\"data:image/png;base64,%s\">%n"
        .formatted(
            Xml.escape(picture.description()),
            picture.width(),
            Base64.getEncoder().encodeToString(picture.png()));
  }
}
