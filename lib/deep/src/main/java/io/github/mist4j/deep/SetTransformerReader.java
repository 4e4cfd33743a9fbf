package io.github.mist4j.deep;

import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.ArchitectureReader;
import java.io.IOException;

/** Opens set transformers from model files. */
public final class SetTransformerReader implements ArchitectureReader {
  @Override
  public String kind() {
    return SetTransformerArchitecture.KIND;
  }

  @Override
  public Architecture read(JsonObject json) throws IOException {
    return new SetTransformerArchitecture(
        json.count("width"),
        json.count("heads"),
        json.count("feedForward"),
        json.count("points"),
        json.count("seeds"),
        json.count("queries"),
        json.count("layers"),
        json.count("seedLayers"),
        json.count("head"),
        named(Task.class, "task", json),
        named(Target.class, "target", json));
  }

  private static <E extends Enum<E>> E named(Class<E> kind, String field, JsonObject json)
      throws IOException {
    String name = json.text(field);
    try {
      return Enum.valueOf(kind, name);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s '%s' is unknown".formatted(field, name), e);
    }
  }
}
