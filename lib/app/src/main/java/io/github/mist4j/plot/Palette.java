package io.github.mist4j.plot;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/** The colours of all pictures. */
final class Palette {
  // Okabe and Ito (2008): told apart by colour-blind readers.
  static final Color BLUE = new Color(0, 114, 178);
  static final Color VERMILION = new Color(213, 94, 0);
  static final Color GREY = new Color(150, 150, 150); // none of theirs: what is beside the point
  private static final List<Color> SERIES =
      List.of(
          BLUE,
          VERMILION,
          new Color(0, 158, 115),
          new Color(204, 121, 167),
          new Color(230, 159, 0),
          new Color(86, 180, 233),
          Color.BLACK,
          GREY);

  // Keep their contrast on white and on black: where the page's theme is not known.
  static final Color THEMELESS_BLUE = new Color(0x2D86C8);
  static final Color THEMELESS_GREY = new Color(0x7A7A7A);

  static final Color STRIPE = new Color(244, 244, 244);
  static final Color NO_VALUE = new Color(235, 235, 235);

  // From light to dark in one hue, so that more is more ink for every eye: ColorBrewer's.
  private static final Color[] INFORMATION = {
    new Color(247, 251, 255),
    new Color(158, 202, 225),
    new Color(49, 130, 189),
    new Color(8, 48, 107)
  };
  private static final Color[] ERROR = {
    new Color(255, 255, 229), new Color(254, 196, 79), new Color(217, 95, 14), new Color(90, 20, 10)
  };

  private Palette() {}

  /** The colour of a series, by its place among them; after eight they begin again. */
  static Color series(int place) {
    return SERIES.get(place % SERIES.size());
  }

  /** The same colour, so opaque: 0 not at all, 255 wholly. */
  static Color faint(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** The colours of errors, from little to much. */
  static Color[] errors() {
    return ERROR.clone();
  }

  /** The colour of an amount of information, by its share of the largest, in [0, 1]. */
  static Color information(double share) {
    return between(share, INFORMATION);
  }

  /** The colour at a share of the way through some colours. */
  static Color between(double share, Color... colours) {
    double place = Math.max(0, Math.min(1, share)) * (colours.length - 1);
    int k = Math.min(colours.length - 2, (int) place);
    Color from = colours[k];
    Color to = colours[k + 1];
    double rest = place - k;
    return new Color(
        (int) Math.round(from.getRed() + rest * (to.getRed() - from.getRed())),
        (int) Math.round(from.getGreen() + rest * (to.getGreen() - from.getGreen())),
        (int) Math.round(from.getBlue() + rest * (to.getBlue() - from.getBlue())));
  }

  /** From blue at −1 through white at 0 to vermilion at 1. */
  static Color diverging(double place) {
    return between(0.5 + place / 2, BLUE, Color.WHITE, VERMILION);
  }

  /** A colour as HTML and SVG write it: {@code Palette.hex(Palette.BLUE)} is #0072b2. */
  static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
