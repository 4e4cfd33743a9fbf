package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Unit;
import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An estimate as a card in HTML.
 *
 * <p>It has to look right in places that take things away: JupyterLab removes style sheets, scripts
 * and inline SVG from a notebook that it does not trust yet, other sites remove style attributes as
 * well. Hence no style sheet, no identifiers, colours that come from the page, the picture as an
 * image with a text in its stead, and elements whose plain order is that of reading.
 */
final class EstimateCard {
  private static final int MOST_NAMES = 4; // of columns of a side, as many as the picture shows
  private static final double SIGNIFICANT = 0.05;
  private static final String WARNING = "#e08214"; // the line beside warnings: seen on any page

  private EstimateCard() {}

  static String html(Estimate estimate) {
    var html = new StringBuilder();
    html.append("<div class=\"mist-card\" style=\"max-width: 640px; line-height: 1.45\">\n");
    html.append(headline(estimate))
        .append(Html.image(Pictures.of(estimate)))
        .append(legend(estimate))
        .append(Html.definitions(factsOf(estimate)));
    if (!estimate.warnings().isEmpty()) {
      html.append(warnings(estimate));
    }
    return html.append("</div>\n").toString();
  }

  private static String headline(Estimate estimate) {
    Estimate other = estimate.in(estimate.unit() == Unit.NATS ? Unit.BITS : Unit.NATS);
    return """
    <p style="margin: 4px 0 8px; font-size: 1.15em; line-height: 1.2">\
    <strong style="font-size: 1.8em; font-weight: 600">%s</strong> %s \
    <span style="opacity: 0.7">(%s %s)</span></p>
    """
        .formatted(
            Figures.amount(estimate.value()),
            estimate.unit().symbol(),
            Figures.amount(other.value()),
            other.unit().symbol());
  }

  private static Map<String, String> factsOf(Estimate estimate) {
    var facts = new LinkedHashMap<String, String>();
    String unit = estimate.unit().symbol();
    int decimals = Figures.decimals(estimate.value());
    estimate
        .interval()
        .ifPresent(
            i ->
                facts.put(
                    Figures.percent(i.level()) + "% interval",
                    "%s to %s %s"
                        .formatted(
                            Figures.fixed(i.lower(), decimals),
                            Figures.fixed(i.upper(), decimals),
                            unit)));
    estimate
        .atLeast()
        .ifPresent(
            b ->
                facts.put(
                    "At least",
                    "%s %s, whatever the law of the rows (%s%% confidence)"
                        .formatted(
                            Figures.fixed(b.value(), decimals), unit, Figures.percent(b.level()))));
    estimate
        .independence()
        .ifPresent(t -> facts.put("Independence", inWords(t, leavesOutZero(estimate))));
    facts.put("Amounts to", meaning(estimate));
    facts.put(
        "Sample",
        "%s rows; X: %s; Y: %s"
            .formatted(
                estimate.n(),
                columns(estimate.sample().map(Sample::xNames), estimate.dx()),
                columns(estimate.sample().map(Sample::yNames), estimate.dy())));
    facts.put("Method", estimate.method() + estimate.model().map(m -> ", model " + m).orElse(""));
    if (!estimate.references().isEmpty()) {
      facts.put(
          "Others say",
          estimate.references().stream()
              .map(c -> Figures.fixed(c.value(), decimals) + " by " + c.method())
              .collect(Collectors.joining(", ")));
    }
    return facts;
  }

  /** The first of a side by their names, where these are known, or else their number. */
  private static String columns(Optional<List<String>> names, int count) {
    return names
        .map(
            all ->
                all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (all.size() > MOST_NAMES
                        ? " and %s more".formatted(all.size() - MOST_NAMES)
                        : ""))
        .orElseGet(() -> Figures.count(count, "column"));
  }

  /** Both measures where there are both; the words of one are those of the command line. */
  private static String meaning(Estimate estimate) {
    String correlation = Figures.fixed(estimate.correlation(), 2);
    return estimate.explained().isEmpty()
        ? estimate.meaning()
        : "%s; as much as a correlation of %s".formatted(estimate.meaning(), correlation);
  }

  /** As it is written on the card: an end that is shown as 0 is not above it. */
  private static boolean leavesOutZero(Estimate estimate) {
    double half = 0.5 * Math.pow(10, -Figures.decimals(estimate.value()));
    return estimate.interval().filter(i -> i.lower() > half).isPresent();
  }

  /** What the marks of the picture mean, those that are there. */
  private static String legend(Estimate estimate) {
    var marks = new ArrayList<>(List.of("Dot: the estimate"));
    estimate.interval().ifPresent(i -> marks.add("line: its interval"));
    estimate.independence().ifPresent(t -> marks.add("grey: estimates of shuffled rows"));
    estimate
        .atLeast()
        .filter(b -> b.value() > 0)
        .ifPresent(b -> marks.add("bar on the axis: what it is at least"));
    estimate.sample().ifPresent(s -> marks.add("below: the sample"));
    return "<p style=\"margin: 0 0 6px; opacity: 0.7\">%s.</p>\n"
        .formatted(String.join("; ", marks));
  }

  /**
   * What the p-value says.
   *
   * @param leavesOutZero whether the interval does, and so is of another opinion than a large p
   */
  static String inWords(IndependenceTest test, boolean leavesOutZero) {
    int shuffles = test.permutations();
    long reached = Math.round(test.pValue() * (shuffles + 1)) - 1;
    String count =
        "p = %s: of %s shuffles of the rows, %s showed as much"
            .formatted(
                Figures.probability(test.pValue()),
                shuffles,
                reached == 0 ? "none" : reached == shuffles ? "all" : Long.toString(reached));
    if (test.pValue() < SIGNIFICANT) {
      return count;
    }
    return count
        + (reached == 0
            ? ", but they are too few to tell"
            : leavesOutZero
                ? "; this alone does not rule out independence, though the interval lies above 0:"
                    + " more rows would tell"
                : "; consistent with independence");
  }

  private static String warnings(Estimate estimate) {
    var list =
        new StringBuilder(
            """
            <div style="margin: 10px 0 4px; padding: 2px 0 2px 12px; border-left: 4px solid %s">
            <strong style="font-weight: 600">%s</strong>
            <ul style="margin: 0; padding-left: 18px">
            """
                .formatted(WARNING, estimate.warnings().size() == 1 ? "Warning" : "Warnings"));
    return list.append(Html.items(estimate.warnings().stream().map(Warning::sentence).toList()))
        .append("</ul>\n</div>\n")
        .toString();
  }
}
