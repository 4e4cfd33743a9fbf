package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.Unit;

/** An estimate as a notebook shows it: the number, a picture, its evidence, its warnings. */
final class EstimateCard {
  private static final double SIGNIFICANT = 0.05;

  private EstimateCard() {}

  static String html(Estimate estimate) {
    var card = new StringBuilder();
    card.append("<div class='mist4j'>").append(Theme.STYLE);
    card.append("<div class='mist4j-value'>").append(amounts(estimate)).append("</div>");
    card.append(EstimatePicture.of(estimate).svg());
    card.append("<table class='mist4j-facts'>");
    estimate
        .interval()
        .ifPresent(i -> row(card, Figures.percent(i.level()) + "% interval", ends(i, estimate)));
    estimate.independence().ifPresent(t -> row(card, "independence", verdict(t)));
    row(card, "data", data(estimate));
    row(
        card,
        "method",
        estimate.method() + estimate.model().map(model -> ", model " + model).orElse(""));
    card.append("</table>");
    addWarnings(card, estimate);
    return card.append("</div>").toString();
  }

  private static String amounts(Estimate estimate) {
    Unit other = estimate.unit() == Unit.NATS ? Unit.BITS : Unit.NATS;
    double converted = estimate.in(other).value();
    return "<b>%s</b> %s <span>(%s %s)</span>"
        .formatted(
            Figures.amount(estimate.value()),
            estimate.unit().symbol(),
            Figures.amount(converted),
            other.symbol());
  }

  private static String ends(Interval interval, Estimate estimate) {
    int decimals = Figures.decimals(Math.max(interval.upper(), estimate.value()));
    return "%s to %s %s"
        .formatted(
            Figures.fixed(interval.lower(), decimals),
            Figures.fixed(interval.upper(), decimals),
            estimate.unit().symbol());
  }

  private static String verdict(IndependenceTest test) {
    long reached = Math.round(test.pValue() * (1 + test.permutations())) - 1;
    String count = reached == 0 ? "none" : Long.toString(reached);
    return "p = %s: %s of %d shuffles of the rows came as high%s"
        .formatted(
            Figures.probability(test.pValue()),
            count,
            test.permutations(),
            test.pValue() > SIGNIFICANT ? "; consistent with independence" : "");
  }

  private static String data(Estimate estimate) {
    return "%d rows, %s of X, %s of Y"
        .formatted(estimate.n(), columns(estimate.dx()), columns(estimate.dy()));
  }

  private static String columns(int count) {
    return count == 1 ? "1 column" : count + " columns";
  }

  private static void row(StringBuilder card, String label, String fact) {
    card.append("<tr><th>").append(Html.escape(label)).append("</th><td>");
    card.append(Html.escape(fact)).append("</td></tr>");
  }

  private static void addWarnings(StringBuilder card, Estimate estimate) {
    if (estimate.warnings().isEmpty()) {
      return;
    }
    card.append("<ul class='mist4j-warnings'>");
    for (String warning : estimate.warnings()) {
      card.append("<li>").append(Html.escape(warning)).append("</li>");
    }
    card.append("</ul>");
  }
}
