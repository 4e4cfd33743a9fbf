package io.github.mist4j.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A finished picture.
 *
 * @param title what it shows, also written in it
 * @param image its pixels, two for one on a page
 */
public record Picture(String title, BufferedImage image) {
  /** Pixels for one on a page. */
  public static final int SCALE = 2;

  /** The bytes of a PNG file. */
  public byte[] png() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The title. */
  @Override
  public String toString() {
    return title;
  }
}
