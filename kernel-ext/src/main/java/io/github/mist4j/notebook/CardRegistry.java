package io.github.mist4j.notebook;

import java.util.function.Function;

/** Where a kernel learns how values of a type are shown. */
interface CardRegistry {
  /** Shows values as HTML where the page can, else as text. */
  <T> void register(Class<T> type, Function<T, String> html, Function<T, String> text);

  /** The same with a picture that can be asked for alone. */
  <T> void register(
      Class<T> type, Function<T, String> html, Function<T, String> text, Function<T, Svg> picture);

  /** Shows values as HTML where the page can, else as they print themselves. */
  default <T> void register(Class<T> type, Function<T, String> html) {
    register(type, html, T::toString);
  }
}
