package io.github.mist4j.training;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.ArchitectureReader;
import io.github.mist4j.training.TrainingOptions.Device;
import java.io.IOException;

/** Training options as a model card keeps them. */
final class TrainingOptionsJson {
  private TrainingOptionsJson() {}

  static JsonObject of(TrainingOptions options) {
    var json =
        new JsonObject()
            .with("datasets", options.datasets())
            .with("minutes", options.minutes())
            .with("seed", options.seed())
            .with("threads", options.threads())
            .with("learningRate", options.learningRate())
            .with("weightDecay", options.weightDecay())
            .with("queries", options.queries())
            .with("batch", options.batch())
            .with("schedule", of(options.schedule()))
            .with("epsilon", options.epsilon())
            .with("architecture", options.architecture().jsonWithKind())
            .with("device", options.device().name());
    if (options.ranking() > 0) {
      json = json.with("ranking", options.ranking());
    }
    if (options.consistency() > 0) {
      json = json.with("consistency", options.consistency());
    }
    return json;
  }

  /** The options in a model card. */
  static TrainingOptions read(JsonObject json) throws IOException {
    return new TrainingOptions(
        json.integer("datasets"),
        json.number("minutes"),
        json.integer("seed"),
        json.count("threads"),
        json.number("learningRate"),
        json.number("weightDecay"),
        json.count("queries"),
        json.count("batch"),
        schedule(json.object("schedule")),
        json.number("epsilon"),
        ArchitectureReader.architecture(json.object("architecture")),
        device(json),
        weight(json, "ranking"),
        weight(json, "consistency"));
  }

  /** The weight of a loss, which cards have where it is not 0. */
  private static double weight(JsonObject json, String name) throws IOException {
    return json.has(name) ? json.number(name) : 0;
  }

  /** Models of before there was a choice are from the processor. */
  private static Device device(JsonObject json) throws IOException {
    String name = json.has("device") ? json.text("device") : Device.CPU.name();
    try {
      return Device.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("unknown device '%s'".formatted(name), e);
    }
  }

  private static JsonObject of(Schedule schedule) {
    if (schedule instanceof Schedule.Plateau plateau) {
      return new JsonObject()
          .with("kind", "plateau")
          .with("patience", plateau.patience())
          .with("floor", plateau.floor())
          .with("epoch", plateau.epoch());
    }
    return new JsonObject().with("kind", "cosine");
  }

  private static Schedule schedule(JsonObject json) throws IOException {
    return switch (json.text("kind")) {
      case "cosine" -> Schedule.cosine();
      case "plateau" ->
          Schedule.plateau(json.count("patience"), json.number("floor"), json.integer("epoch"));
      default -> throw new IOException("unknown schedule '%s'".formatted(json.text("kind")));
    };
  }
}
