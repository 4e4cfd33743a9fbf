package io.github.mist4j.notebook;

import io.github.mist4j.plot.Picture;
import java.util.Optional;
import java.util.function.Function;

/** Where a kernel learns how values of a type are shown. */
interface CardRegistry {
  /** Shows values as HTML where the page can, else as text; a picture can be asked for alone. */
  <T> void register(
      Class<T> type,
      Function<T, String> html,
      Function<T, String> text,
      Optional<Function<T, Picture>> picture);

  /** The same with a picture. */
  default <T> void register(
      Class<T> type,
      Function<T, String> html,
      Function<T, String> text,
      Function<T, Picture> picture) {
    register(type, html, text, Optional.of(picture));
  }

  /** The same without a picture. */
  default <T> void register(Class<T> type, Function<T, String> html, Function<T, String> text) {
    register(type, html, text, Optional.empty());
  }

  /** Shows values as HTML where the page can, else as they print themselves. */
  default <T> void register(Class<T> type, Function<T, String> html) {
    register(type, html, T::toString);
  }
}
