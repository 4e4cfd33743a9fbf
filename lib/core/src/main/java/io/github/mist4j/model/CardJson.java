package io.github.mist4j.model;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.ArchitectureReader;
import io.github.mist4j.network.Novelty;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.ScreeningGate;
import io.github.mist4j.network.TrainedRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model card as JSON, entry by entry under the names of its parts. */
final class CardJson {
  /** The version of the file format that is written. */
  static final int FORMAT = 4;

  private CardJson() {}

  static JsonObject of(ModelCard card) {
    return new JsonObject()
        .with("format", FORMAT)
        .with("name", card.name())
        .with("architecture", card.architecture().jsonWithKind())
        .with("weights", card.architecture().weights())
        .with(card.provenance().json())
        .with("heldOut", of(card.heldOut()))
        .with("recalibration", of(card.recalibration()));
  }

  static ModelCard read(JsonObject json) throws IOException {
    return new ModelCard(
        json.text("name"),
        ArchitectureReader.architecture(json.object("architecture")),
        Provenance.read(json),
        heldOut(json.object("heldOut")),
        json.has("recalibration")
            ? recalibration(json.object("recalibration"))
            : Recalibration.none());
  }

  static JsonObject of(TrainedRange range) {
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

  static TrainedRange range(JsonObject json) throws IOException {
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

  private static JsonObject of(Recalibration recalibration) {
    return new JsonObject()
        .with("gate", recalibration.gate().map(CardJson::of).orElse(null))
        .with("medianShift", recalibration.medianShift());
  }

  private static JsonObject of(ScreeningGate gate) {
    return new JsonObject()
        .with("coefficients", gate.coefficients())
        .with("constant", gate.constant())
        .with("spread", gate.spread());
  }

  private static Recalibration recalibration(JsonObject json) throws IOException {
    Optional<ScreeningGate> gate =
        json.isNull("gate") ? Optional.empty() : Optional.of(gate(json.object("gate")));
    return new Recalibration(gate, json.number("medianShift"));
  }

  private static ScreeningGate gate(JsonObject json) throws IOException {
    return new ScreeningGate(
        json.numbers("coefficients"), json.number("constant"), json.number("spread"));
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
                            .with("label", row.group())
                            .with("count", row.count())
                            .with("meanSquaredError", row.meanSquaredError())
                            .with("meanAbsoluteError", row.meanAbsoluteError())
                            .with("bias", row.bias())
                            .with("coverage", row.coverage().orElseThrow()))
                .toList())
        .with("calibration", error.calibration());
  }

  private static HeldOutError heldOut(JsonObject json) throws IOException {
    var rows = new ArrayList<Errors>();
    for (JsonObject row : json.objects("rows")) {
      rows.add(
          new Errors(
              row.text("label"),
              row.count("count"),
              row.number("meanSquaredError"),
              row.number("meanAbsoluteError"),
              row.number("bias"),
              OptionalDouble.of(row.number("coverage"))));
    }
    return new HeldOutError(json.number("loss"), rows, json.numbers("calibration"));
  }
}
