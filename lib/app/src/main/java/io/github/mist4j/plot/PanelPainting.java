package io.github.mist4j.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.function.Function;

/** Draws a panel. */
@FunctionalInterface
interface PanelPainting {
  /**
   * Draws it into a place of a size in pixels.
   *
   * @param colours those of the series, by their names
   */
  void paint(Graphics2D pen, int width, int height, Function<String, Color> colours);
}
