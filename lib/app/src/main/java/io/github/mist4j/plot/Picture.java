package io.github.mist4j.plot;

import static io.github.mist4j.sample.Checks.require;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import io.github.mist4j.file.AtomicFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A picture, drawn when it is asked for: as pixels, PNG or SVG.
 *
 * <pre>{@code
 * Pictures.of(Mist.estimate(x, y)).save(Path.of("estimate.svg"))
 * }</pre>
 */
public final class Picture {
  /** Pixels for one on a page. */
  private static final int SCALE = 2;

  private final String title;
  private final int width;
  private final int height;
  private final Consumer<Graphics2D> painting;
  private final Optional<Sketch> sketch;

  /** A picture of a size in pixels of a page. */
  Picture(String title, int width, int height, Consumer<Graphics2D> painting) {
    this(title, width, height, painting, Optional.empty());
  }

  private Picture(
      String title, int width, int height, Consumer<Graphics2D> painting, Optional<Sketch> sketch) {
    this.title = title;
    this.width = width;
    this.height = height;
    this.painting = painting;
    this.sketch = sketch;
  }

  /** This picture of a drawing, which can also be had without page and title. */
  Picture of(Sketch drawn) {
    return new Picture(title, width, height, painting, Optional.of(drawn));
  }

  /** What it shows, also written in it. */
  public String title() {
    return title;
  }

  /** What it shows, in a sentence, for those who do not see it. */
  public String description() {
    return sketch.map(Sketch::description).orElse(title);
  }

  /**
   * The drawing alone as an SVG document that takes the width of its place and suits light and dark
   * pages, as a card embeds it; empty where the picture has a size of its own.
   */
  public Optional<String> fluidSvg() {
    return sketch.map(Sketch::svg);
  }

  /** The height of {@link #fluidSvg}, in pixels; 0 where there is none. */
  public int fluidHeight() {
    return sketch.map(Sketch::height).orElse(0);
  }

  /** Its width, in pixels of a page. */
  public int width() {
    return width;
  }

  /** Its height, in pixels of a page. */
  public int height() {
    return height;
  }

  /** Its pixels, two for one on a page. */
  public BufferedImage image() {
    var image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.scale(SCALE, SCALE);
    painting.accept(pen);
    pen.dispose();
    return image;
  }

  /** The bytes of a PNG file. */
  public byte[] png() {
    ImageIO.setUseCache(false); // which would be a file in a folder that may not be there
    return bytes(stream -> ImageIO.write(image(), "png", stream));
  }

  /** The bytes of an SVG file. */
  public byte[] svg() {
    var pen = new VectorGraphics2D();
    painting.accept(pen);
    var page = new PageSize(0, 0, width, height);
    byte[] document = bytes(new SVGProcessor().getDocument(pen.getCommands(), page)::writeTo);
    String text = new String(document, StandardCharsets.UTF_8);
    return Xml.withoutControls(text).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(AtomicFile.Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      content.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Saves it to a file, which is written beside and moved into place.
   *
   * @param file its name ends in {@code .png} or {@code .svg}
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older file is
   *     replaced; none: it is refused
   * @throws IllegalArgumentException if the name ends otherwise, the file exists or cannot be
   *     written
   */
  public void save(Path file, CopyOption... options) {
    writable(file, options);
    byte[] bytes = isSvg(file) ? svg() : png();
    AtomicFile.write(file, stream -> stream.write(bytes), options);
  }

  /**
   * Checks that {@link #save} will have a name that says the format and a place to write.
   *
   * @throws IllegalArgumentException as {@link #save}
   */
  public static void writable(Path file, CopyOption... options) {
    isSvg(file);
    AtomicFile.writable(file, options);
  }

  private static boolean isSvg(Path file) {
    require(file != null, "file must be given, was null");
    String name = file.toString().toLowerCase(Locale.ROOT);
    require(
        name.endsWith(".svg") || name.endsWith(".png"),
        "a picture's name must end in .png or .svg, was %s",
        file);
    return name.endsWith(".svg");
  }

  /** The title. */
  @Override
  public String toString() {
    return title;
  }
}
