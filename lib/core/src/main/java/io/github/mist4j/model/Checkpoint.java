package io.github.mist4j.model;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.file.Floats;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.network.Recalibration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A trained model and its card: the content of a {@code .mist} file, one zip of {@code model.json}
 * and {@code weights.f32le} (little-endian 32-bit floats).
 *
 * <pre>{@code
 * Checkpoint model = Checkpoint.open(Path.of("mine.mist"));
 * System.out.println(model.card());
 * Estimate estimate = model.estimator().estimate(sample);
 * }</pre>
 */
public final class Checkpoint {
  private static final String SHIPPED = "/io/github/mist4j/model/default.mist";
  private static final String SHIPPED_WIDE = "/io/github/mist4j/model/wide.mist";

  private final ModelCard card;
  private final float[] weights;

  /**
   * A model.
   *
   * @param weights of its network
   * @throws IllegalArgumentException if their number is not that of the network
   */
  public Checkpoint(ModelCard card, float[] weights) {
    require(
        weights.length == card.architecture().weights(),
        "model %s has %d weights, its network has %d",
        card.name(),
        weights.length,
        card.architecture().weights());
    this.card = card;
    this.weights = weights.clone();
  }

  /**
   * Opens a file.
   *
   * @throws IllegalArgumentException with one sentence if there is no such file, it is truncated,
   *     it is no model of this library's format, or no library at hand knows its kind of network
   */
  public static Checkpoint open(Path file) {
    require(file != null, "file must be given, was null");
    require(Files.isRegularFile(file), "%s is not a file", file);
    try {
      return read(ModelZip.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  /** Opens the model in the library's jar. */
  public static Checkpoint shipped() {
    return resource(SHIPPED, "the shipped model");
  }

  /** Opens the model in the library's jar for many columns and rows. */
  public static Checkpoint shippedWide() {
    return resource(SHIPPED_WIDE, "the shipped model of wide samples");
  }

  /**
   * Opens that one of the two which answers samples of so many columns and rows.
   *
   * @param columns the most of a side
   */
  public static Checkpoint shippedFor(int columns, int rows) {
    Checkpoint few = shipped();
    return columns > MistEstimator.FEW_COLUMNS || rows > few.card().provenance().range().maxRows()
        ? shippedWide()
        : few;
  }

  private static Checkpoint resource(String name, String words) {
    try (InputStream in = Checkpoint.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build of mist4j carries no model " + name);
      }
      return read(ModelZip.of(in.readAllBytes(), words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Checkpoint read(ModelZip zip) throws IOException {
    String source = zip.source();
    try {
      JsonObject json = JsonObject.read(zip.card());
      int format = json.has("format") ? json.count("format") : 0;
      require(
          format == CardJson.FORMAT || format == FormatThree.FORMAT,
          "%s is a model of format %d, this mist4j reads formats %d and %d; train it again",
          source,
          format,
          FormatThree.FORMAT,
          CardJson.FORMAT);
      ModelCard card = card(json, source);
      boolean three = format == FormatThree.FORMAT;
      int count = card.architecture().weights() + (three ? FormatThree.more(card) : 0);
      require(
          json.count("weights") == count && count <= ModelZip.MOST_WEIGHTS,
          "%s is damaged: its network has %d weights, its card names %d, at most %d are read",
          source,
          count,
          json.count("weights"),
          ModelZip.MOST_WEIGHTS);
      float[] weights = zip.weights(count);
      return three ? FormatThree.upgraded(card, weights) : new Checkpoint(card, weights);
    } catch (FileSystemException e) {
      throw e;
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s is damaged: its network has more weights than there can be".formatted(source), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is damaged or truncated: %s".formatted(source, e.getMessage()), e);
    }
  }

  private static ModelCard card(JsonObject json, String source) throws IOException {
    try {
      return CardJson.read(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s cannot be opened: %s".formatted(source, e.getMessage()), e);
    }
  }

  /**
   * Saves to a file, which is written beside and moved into place.
   *
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older file is
   *     replaced; none: it is refused
   * @throws IllegalArgumentException if the file exists or cannot stand there
   */
  public void save(Path file, CopyOption... options) {
    AtomicFile.write(file, this::write, options);
  }

  /** What tells this model from all others: the SHA-256 of its weights, in hexadecimal digits. */
  public String fingerprint() {
    return new Fingerprint()
        .with(card.architecture().jsonWithKind().toString())
        .with(Floats.bytes(weights))
        .toString();
  }

  private void write(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(ModelZip.CARD));
    zip.write(CardJson.of(card).toPrettyString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.putNextEntry(new ZipEntry(ModelZip.WEIGHTS));
    Floats.write(zip, weights);
    zip.closeEntry();
    zip.finish(); // the stream is not ours to close
  }

  /** How the model was made and how good it is. */
  public ModelCard card() {
    return card;
  }

  /** The same with what was fitted to it after training, and the error that it has then. */
  public Checkpoint recalibrated(String name, Recalibration recalibration, HeldOutError error) {
    return new Checkpoint(card.recalibrated(name, recalibration, error), weights);
  }

  /** A copy of the network's weights. */
  public float[] weights() {
    return weights.clone();
  }

  /** The estimator that the model is. */
  public MutualInformationEstimator estimator() {
    return card.architecture()
        .estimator(weights, card.recalibration(), card.name(), card.provenance().range());
  }
}
