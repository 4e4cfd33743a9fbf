package io.github.mist4j.model;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.TrainedRange;
import java.io.IOException;
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
 * @param options how it was trained, by the names of the trainer's options
 * @param datasets how many datasets it has seen
 * @param minutes how long that took
 * @param library the version of mist4j that trained it
 * @param date the day it was saved, ISO
 * @param heldOut its error on held-out datasets of the training distribution
 * @param recalibration what was fitted to it after training
 */
public record ModelCard(
    int format,
    String name,
    Architecture architecture,
    int weights,
    String trainingDistribution,
    String startedFrom,
    TrainedRange range,
    JsonObject options,
    long datasets,
    double minutes,
    String library,
    String date,
    HeldOutError heldOut,
    Recalibration recalibration) {
  /** The format that this library writes and reads. */
  public static final int FORMAT = 4;

  /** The same of another name, recalibrated, with the error that it has then. */
  ModelCard recalibrated(String newName, Recalibration newRecalibration, HeldOutError newError) {
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
        newError,
        newRecalibration);
  }

  /** The seed that named its training's datasets and first weights. */
  public long seed() {
    try {
      return options.integer("seed");
    } catch (IOException e) {
      throw new IllegalStateException("the options of model %s name no seed".formatted(name), e);
    }
  }

  /** The name, what it has learnt from and for how long, in one line. */
  public String provenance() {
    return String.format(
        Locale.ROOT, "%s (%,d datasets, seed %d, from %s)", name, datasets, seed(), startedFrom);
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
            Locale.ROOT, "%,d datasets in %.0f minutes, seed %d", datasets, minutes, seed()));
    line(text, "started from", startedFrom);
    line(text, "made by", "mist4j %s on %s".formatted(library, date));
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
