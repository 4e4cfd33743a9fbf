package io.github.mist4j.cli;

import io.github.mist4j.bound.LowerBound;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.sample.Warning;
import java.util.Optional;

/** An estimate as one JSON object; null where there is nothing to say. */
final class EstimateJson {
  private EstimateJson() {}

  static String of(Estimate estimate) {
    Optional<Interval> interval = estimate.interval();
    return new JsonObject()
        .with("value", estimate.value())
        .with("lower", interval.map(Interval::lower).orElse(null))
        .with("upper", interval.map(Interval::upper).orElse(null))
        .with("level", interval.map(Interval::level).orElse(null))
        .with("unit", estimate.unit().symbol())
        .with("correlation", estimate.correlation())
        .with("explained", shares(estimate))
        .with("n", estimate.n())
        .with("dx", estimate.dx())
        .with("dy", estimate.dy())
        .with("method", estimate.method())
        .with("model", estimate.model().orElse(null))
        .with("p_value", estimate.independence().map(IndependenceTest::pValue).orElse(null))
        .with("at_least", estimate.atLeast().map(LowerBound::value).orElse(null))
        .with("warnings", estimate.warnings().stream().map(Warning::sentence).toList())
        .toString();
  }

  private static JsonObject shares(Estimate estimate) {
    var shares = new JsonObject();
    estimate.explained().forEach(shares::with);
    return estimate.explained().isEmpty() ? null : shares;
  }
}
