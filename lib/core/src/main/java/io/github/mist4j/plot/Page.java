package io.github.mist4j.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A white page with a title and a pen. */
final class Page {
  static final int MARGIN = 10;
  private static final int TITLE = 30;
  private static final int NOTE = 22;

  private final String title;
  private final BufferedImage image;
  private final Graphics2D pen;

  /**
   * A page.
   *
   * @param width in pixels of a page, margins included
   * @param height the same
   * @param note a line under the title, may be empty
   */
  Page(int width, int height, String title, String note) {
    this.title = title;
    image =
        new BufferedImage(
            Picture.SCALE * width, Picture.SCALE * height, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.scale(Picture.SCALE, Picture.SCALE);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    pen.drawString(title, MARGIN, 20);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    pen.setColor(Color.DARK_GRAY);
    pen.drawString(note, MARGIN, 20 + NOTE - 4);
  }

  /** Where the space under the title and the note begins. */
  static int top(String note) {
    return TITLE + (note.isEmpty() ? 0 : NOTE);
  }

  Graphics2D pen() {
    return pen;
  }

  /** The page as it is now, on which nothing more is drawn. */
  Picture picture() {
    pen.dispose();
    return new Picture(title, image);
  }
}
