package io.github.mist4j.model;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.TrainedRange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the weights of a model were made.
 *
 * <pre>{@code
 * Provenance made = Checkpoint.shipped().card().provenance();
 * System.out.printf("%,d datasets, seed %d%n", made.datasets(), made.seed());
 * }</pre>
 *
 * <p>A further fact is a component here, with a line in {@link #facts}, {@link #json} and {@link
 * #read}.
 *
 * @param trainingDistribution the distribution over datasets it has learnt, in words
 * @param startedFrom what the weights were before the training, in words
 * @param range the samples it was trained on
 * @param options how it was trained, by the names of the trainer's options
 * @param datasets how many datasets it was trained on
 * @param minutes how long that took
 * @param library the version of mist4j that trained it
 * @param date the day it was saved, ISO
 */
public record Provenance(
    String trainingDistribution,
    String startedFrom,
    TrainedRange range,
    JsonObject options,
    long datasets,
    double minutes,
    String library,
    String date) {

  /** Checks the numbers. */
  public Provenance {
    require(
        datasets >= 0 && minutes >= 0,
        "datasets and minutes of a training must not be negative, were %s and %s",
        datasets,
        minutes);
  }

  /** The seed that named its training's datasets and first weights. */
  public long seed() {
    try {
      return options.integer("seed");
    } catch (IOException e) {
      throw new IllegalStateException("the options of a model name no seed", e);
    }
  }

  /** What the card shows of it, by name, in order. */
  Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("trained on", trainingDistribution);
    facts.put(
        "range",
        "%s to %s rows, 1 to %s columns a side"
            .formatted(range.minRows(), range.maxRows(), range.maxColumns()));
    facts.put(
        "training",
        String.format(
            Locale.ROOT, "%,d datasets in %.0f minutes, seed %d", datasets, minutes, seed()));
    facts.put("started from", startedFrom);
    facts.put("made by", "mist4j %s on %s".formatted(library, date));
    return facts;
  }

  JsonObject json() {
    return new JsonObject()
        .with("trainingDistribution", trainingDistribution)
        .with("startedFrom", startedFrom)
        .with("range", CardJson.of(range))
        .with("options", options)
        .with("datasets", datasets)
        .with("minutes", minutes)
        .with("library", library)
        .with("date", date);
  }

  static Provenance read(JsonObject json) throws IOException {
    json.object("options").integer("seed"); // else there is none
    return new Provenance(
        json.text("trainingDistribution"),
        json.text("startedFrom"),
        CardJson.range(json.object("range")),
        json.object("options"),
        json.integer("datasets"),
        json.number("minutes"),
        json.text("library"),
        json.text("date"));
  }
}
