package io.github.mist4j.network;

import io.github.mist4j.file.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Opens the architectures of one kind from a model file. Other libraries bring theirs as a service,
 * see {@link ServiceLoader}.
 *
 * <pre>{@code
 * public final class MyReader implements ArchitectureReader {
 *   public String kind() {
 *     return "mine";
 *   }
 *
 *   public Architecture read(JsonObject json) throws IOException {
 *     return new MyArchitecture(json.count("width"));
 *   }
 * }
 * }</pre>
 */
public interface ArchitectureReader {
  /** The kind that it opens. */
  String kind();

  /**
   * The architecture of some sizes.
   *
   * @param json what {@link Architecture#json} wrote
   * @throws IOException if a size is missing or of another kind
   * @throws IllegalArgumentException if the sizes make no network
   */
  Architecture read(JsonObject json) throws IOException;

  /**
   * The architecture that {@link Architecture#jsonWithKind} has written.
   *
   * @throws IllegalArgumentException with one sentence if no library at hand knows its kind
   */
  static Architecture architecture(JsonObject json) throws IOException {
    return of(json.text("kind")).read(json);
  }

  /**
   * The reader of a kind.
   *
   * @throws IllegalArgumentException with one sentence if no library at hand knows the kind
   */
  static ArchitectureReader of(String kind) {
    var ours = new CopulaArchitecture.Reader();
    if (kind.equals(ours.kind())) {
      return ours;
    }
    return ServiceLoader.load(ArchitectureReader.class, ArchitectureReader.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .filter(reader -> reader.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    List.of("set-transformer", "infonet").contains(kind)
                        ? "its network is a '%s', for which mist4j-deep must be on the class path"
                                .formatted(kind)
                            + " (install.sh --deep)"
                        : "its network is of kind '%s', which no library on the class path knows"
                            .formatted(kind)));
  }
}
