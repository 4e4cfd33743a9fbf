package io.github.mist4j.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;

/** An estimate as one JSON object; null where there is nothing to say. */
final class EstimateJson {
  private EstimateJson() {}

  static String of(Estimate estimate) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("value", estimate.value());
    json.put("lower", estimate.interval().map(Interval::lower).orElse(null));
    json.put("upper", estimate.interval().map(Interval::upper).orElse(null));
    json.put("level", estimate.interval().map(Interval::level).orElse(null));
    json.put("unit", estimate.unit().symbol());
    json.put("n", estimate.n());
    json.put("dx", estimate.dx());
    json.put("dy", estimate.dy());
    json.put("method", estimate.method());
    json.put("model", estimate.model().orElse(null));
    json.put("p_value", estimate.independence().map(IndependenceTest::pValue).orElse(null));
    estimate.warnings().forEach(json.putArray("warnings")::add);
    return json.toString();
  }
}
