package io.github.mist4j.training;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.ArchitectureReader;
import io.github.mist4j.network.Novelty;
import io.github.mist4j.network.TrainedRange;
import java.io.IOException;
import java.util.ArrayList;

/** A model card as JSON, entry by entry under the names of its parts. */
final class CardJson {
  private CardJson() {}

  static JsonObject of(ModelCard card) {
    return new JsonObject()
        .with("format", card.format())
        .with("name", card.name())
        .with("architecture", of(card.architecture()))
        .with("weights", card.weights())
        .with("trainingDistribution", card.trainingDistribution())
        .with("startedFrom", card.startedFrom())
        .with("range", of(card.range()))
        .with("options", of(card.options()))
        .with("datasets", card.datasets())
        .with("minutes", card.minutes())
        .with("library", card.library())
        .with("date", card.date())
        .with("heldOut", of(card.heldOut()));
  }

  static ModelCard read(JsonObject json) throws IOException {
    return new ModelCard(
        json.count("format"),
        json.text("name"),
        architecture(json.object("architecture")),
        json.count("weights"),
        json.text("trainingDistribution"),
        json.text("startedFrom"),
        range(json.object("range")),
        options(json.object("options")),
        json.integer("datasets"),
        json.number("minutes"),
        json.text("library"),
        json.text("date"),
        heldOut(json.object("heldOut")));
  }

  private static JsonObject of(Architecture architecture) {
    return new JsonObject().with("kind", architecture.kind()).with(architecture.json());
  }

  private static Architecture architecture(JsonObject json) throws IOException {
    return ArchitectureReader.of(json.text("kind")).read(json);
  }

  private static JsonObject of(TrainedRange range) {
    return new JsonObject()
        .with("minRows", range.minRows())
        .with("maxRows", range.maxRows())
        .with("maxColumns", range.maxColumns())
        .with("fewLevels", range.fewLevels())
        .with(
            "novelty",
            new JsonObject()
                .with("coefficients", range.novelty().coefficients())
                .with("whitening", range.novelty().whitening())
                .with("limit", range.novelty().limit()));
  }

  private static TrainedRange range(JsonObject json) throws IOException {
    JsonObject novelty = json.object("novelty");
    return new TrainedRange(
        json.count("minRows"),
        json.count("maxRows"),
        json.count("maxColumns"),
        json.flag("fewLevels"),
        new Novelty(
            novelty.numbers("coefficients"),
            novelty.numbers("whitening"),
            novelty.number("limit")));
  }

  private static JsonObject of(TrainingOptions options) {
    return new JsonObject()
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
        .with("architecture", of(options.architecture()));
  }

  private static TrainingOptions options(JsonObject json) throws IOException {
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
        architecture(json.object("architecture")));
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

  private static JsonObject of(HeldOutError error) {
    return new JsonObject()
        .with("loss", error.loss())
        .with(
            "rows",
            error.rows().stream()
                .map(
                    row ->
                        new JsonObject()
                            .with("label", row.label())
                            .with("count", row.count())
                            .with("meanSquaredError", row.meanSquaredError())
                            .with("meanAbsoluteError", row.meanAbsoluteError())
                            .with("bias", row.bias())
                            .with("coverage", row.coverage()))
                .toList())
        .with("calibration", error.calibration());
  }

  private static HeldOutError heldOut(JsonObject json) throws IOException {
    var rows = new ArrayList<HeldOutError.Row>();
    for (JsonObject row : json.objects("rows")) {
      rows.add(
          new HeldOutError.Row(
              row.text("label"),
              row.count("count"),
              row.number("meanSquaredError"),
              row.number("meanAbsoluteError"),
              row.number("bias"),
              row.number("coverage")));
    }
    return new HeldOutError(json.number("loss"), rows, json.numbers("calibration"));
  }
}
