package io.github.mist4j.model;

import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.Recalibration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a model was made and how good it is.
 *
 * <pre>{@code
 * System.out.println(Checkpoint.shipped().card());
 * }</pre>
 *
 * @param name the model's name
 * @param architecture the kind and the sizes of the network
 * @param provenance how its weights were made
 * @param heldOut its error on held-out datasets of the training distribution
 * @param recalibration what was fitted to it after training
 */
public record ModelCard(
    String name,
    Architecture architecture,
    Provenance provenance,
    HeldOutError heldOut,
    Recalibration recalibration) {

  /** The same of another name, recalibrated, with the error that it has then. */
  ModelCard recalibrated(String newName, Recalibration newRecalibration, HeldOutError newError) {
    return new ModelCard(newName, architecture, provenance, newError, newRecalibration);
  }

  /** The name, what it was trained on and for how long, in one line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s (%,d datasets, seed %d, from %s)",
        name,
        provenance.datasets(),
        provenance.seed(),
        provenance.startedFrom());
  }

  /** What the card shows but for the errors, by name, in order. */
  public Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("model", name);
    facts.put("network", architecture.describe());
    facts.putAll(provenance.facts());
    return facts;
  }

  /** The card as text, one line a fact and a table of held-out errors. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    facts().forEach((fact, value) -> text.append(line(fact, value)));
    text.append("held out      datasets      MSE  mean |error|     bias  coverage of 90%\n");
    for (Errors row : heldOut.rows()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-12s%8d %8.4f  %12.4f %8.4f  %14.1f%%%n",
              row.group(),
              row.count(),
              row.meanSquaredError(),
              row.meanAbsoluteError(),
              row.bias(),
              100 * row.coverage().orElseThrow()));
    }
    String shares =
        heldOut.calibration().stream()
            .map(share -> String.format(Locale.ROOT, "%.0f", 100 * share))
            .collect(Collectors.joining(" "));
    text.append(
        line(
            "calibration",
            shares + "% of the truths lie below the quantiles predicted at 10, 20, … 90%"));
    return text.toString().stripTrailing();
  }

  private static String line(String label, String value) {
    return String.format(Locale.ROOT, "%-14s%s%n", label, value);
  }
}
