package io.github.mist4j.reproduction;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.reproduction.Reproduction.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the files of a run are of: two runs of the same card give the same numbers. */
final class RunCard {
  static final String ENDING = ".json";

  private static final String ORIGIN = "of";

  private final JsonObject origin;
  private final JsonObject json;

  RunCard(Experiment experiment, Design design, Options options) {
    origin =
        new JsonObject()
            .with("experiment", experiment.name())
            .with("scale", options.scale().name().toLowerCase(Locale.ROOT))
            .with("seed", options.seed())
            .with("methods", design.contenders().stream().map(Contender::identity).toList())
            .with("data", design.parts().stream().map(Part::describe).toList())
            .with("levels", design.levels())
            .with("halves", design.halves());
    json =
        new JsonObject()
            .with("title", experiment.title())
            .with(ORIGIN, origin)
            .with("reported", experiment.reported())
            .with("difference", experiment.difference());
  }

  void write(Path file, CopyOption... options) {
    byte[] bytes = (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes), options);
  }

  /**
   * Refuses to go on with a run of another card.
   *
   * @throws IllegalArgumentException with one sentence if it is another
   */
  void check(Path file) {
    try {
      require(
          JsonObject.read(Files.readAllBytes(file))
              .object(ORIGIN)
              .toString()
              .equals(origin.toString()),
          "%s is of a run with other options or methods; go on with the same, or begin again with"
              + " --overwrite",
          file);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }
}
