package io.github.mist4j.training;

import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.TrainedRange;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a model was made and how good it is.
 *
 * @param format the version of the file format
 * @param name the model's name
 * @param architecture the kind and the sizes of the network
 * @param weights the number of weights
 * @param trainingDistribution the distribution over datasets it has learnt, in words
 * @param startedFrom what the weights were before the training, in words
 * @param range the samples it was trained on
 * @param options how it was trained
 * @param datasets how many datasets it has seen
 * @param minutes how long that took
 * @param library the version of mist4j that trained it
 * @param date the day it was saved, ISO
 * @param heldOut its error on held-out datasets of the training distribution
 */
public record ModelCard(
    int format,
    String name,
    Architecture architecture,
    int weights,
    String trainingDistribution,
    String startedFrom,
    TrainedRange range,
    TrainingOptions options,
    long datasets,
    double minutes,
    String library,
    String date,
    HeldOutError heldOut) {
  /** The format that this library writes and reads. */
  static final int FORMAT = 3;

  /** The same of another name and another error. */
  ModelCard named(String newName, HeldOutError newError) {
    return new ModelCard(
        format,
        newName,
        architecture,
        weights,
        trainingDistribution,
        startedFrom,
        range,
        options,
        datasets,
        minutes,
        library,
        date,
        newError);
  }

  /** The name, what it has learnt from and for how long, in one line. */
  String provenance() {
    return String.format(
        Locale.ROOT,
        "%s (%,d datasets, seed %d, from %s)",
        name,
        datasets,
        options.seed(),
        startedFrom);
  }

  /** The card as text, one line a fact and a table of held-out errors. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    line(text, "model", name);
    line(text, "network", architecture.describe());
    line(text, "trained on", trainingDistribution);
    line(
        text,
        "range",
        "%d to %d rows, 1 to %d columns a side"
            .formatted(range.minRows(), range.maxRows(), range.maxColumns()));
    line(
        text,
        "training",
        String.format(
            Locale.ROOT,
            "%,d datasets in %.0f minutes, seed %d",
            datasets,
            minutes,
            options.seed()));
    line(text, "started from", startedFrom);
    line(text, "made by", "mist4j %s on %s".formatted(library, date));
    text.append("held out      datasets      MSE  mean |error|     bias  coverage of 90%\n");
    for (HeldOutError.Row row : heldOut.rows()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-12s%8d %8.4f  %12.4f %8.4f  %14.1f%%%n",
              row.label(),
              row.count(),
              row.meanSquaredError(),
              row.meanAbsoluteError(),
              row.bias(),
              100 * row.coverage()));
    }
    line(
        text,
        "calibration",
        heldOut.calibration().stream()
                .map(share -> String.format(Locale.ROOT, "%.0f", 100 * share))
                .collect(Collectors.joining(" "))
            + "% of the truths lie below the quantiles predicted at 10, 20, … 90%");
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(String.format(Locale.ROOT, "%-14s%s%n", label, value));
  }
}
