package io.github.mist4j.notebook;

import io.github.mist4j.plot.Xml;
import io.github.mist4j.reproduction.Reproduction;

/** An experiment of the paper: its picture, what the paper has, and the numbers, which fold out. */
final class ReproductionCard {
  private ReproductionCard() {}

  static String html(Reproduction.Result result) {
    return """
    <div style="max-width: 1240px; line-height: 1.45">
    %s<p style="margin: 6px 0"><strong>The paper:</strong> %s</p>
    <p style="margin: 6px 0"><strong>The difference:</strong> %s</p>
    <details><summary>The numbers</summary>
    <pre style="line-height: 1.3">%s</pre>
    </details>
    </div>
    """
        .formatted(
            Html.image(result.picture()),
            Xml.escape(result.reported()),
            Xml.escape(result.difference()),
            Xml.escape(result.text()));
  }
}
