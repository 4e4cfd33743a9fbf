package io.github.mist4j.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.function.Consumer;

/** A white page with a title. */
final class Page {
  static final int MARGIN = 10;
  private static final int TITLE = 30;
  private static final int NOTE = 22;
  private static final double LEAST_FONT = 7; // pixels: what is smaller nobody reads

  private Page() {}

  /**
   * A drawing on a page.
   *
   * @param width in pixels of a page, margins included
   * @param note a line under the title, may be empty
   */
  static Picture of(int width, String title, String note, Sketch sketch) {
    int top = top(note);
    Consumer<Graphics2D> drawing =
        pen -> {
          var part = (Graphics2D) pen.create();
          part.translate(MARGIN, top);
          sketch.draw(part, width - 2 * MARGIN);
          part.dispose();
        };
    return of(width, top + sketch.height() + MARGIN, title, note, drawing).of(sketch);
  }

  /** Where the space under the title and the note begins. */
  static int top(String note) {
    return TITLE + (note.isEmpty() ? 0 : NOTE);
  }

  /**
   * A page.
   *
   * @param width in pixels of a page, margins included
   * @param height the same
   * @param note a line under the title, may be empty
   * @param rest draws what stands below
   */
  static Picture of(int width, int height, String title, String note, Consumer<Graphics2D> rest) {
    return new Picture(
        title,
        width,
        height,
        pen -> {
          pen.setColor(Color.WHITE);
          pen.fillRect(0, 0, width, height);
          pen.setColor(Color.BLACK);
          pen.setFont(fitting(pen, title, new Font(Font.SANS_SERIF, Font.BOLD, 14), width));
          pen.drawString(title, MARGIN, 20);
          pen.setFont(fitting(pen, note, new Font(Font.SANS_SERIF, Font.PLAIN, 11), width));
          pen.setColor(Color.DARK_GRAY);
          pen.drawString(note, MARGIN, 20 + NOTE - 4);
          rest.accept(pen);
        });
  }

  /** The font, smaller where words would not end within the margins of a width. */
  static Font fitting(Graphics2D pen, String words, Font font, int width) {
    double room = width - 2.0 * MARGIN;
    double wide = pen.getFontMetrics(font).stringWidth(words);
    return wide <= room
        ? font
        : font.deriveFont((float) Math.max(LEAST_FONT, font.getSize() * room / wide));
  }
}
