package io.github.mist4j.notebook;

import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.IMAGE_SVG;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** The renderer of a JJava kernel. */
record JJavaRegistry(Renderer renderer) implements CardRegistry {
  @Override
  public <T> void register(Class<T> type, Function<T, String> html, Function<T, String> text) {
    renderer
        .createRegistration(type)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (value, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html.apply(value));
              context.renderIfRequested(TEXT_PLAIN, () -> text.apply(value));
            });
  }

  @Override
  public <T> void register(
      Class<T> type, Function<T, String> html, Function<T, String> text, Function<T, Svg> picture) {
    renderer
        .createRegistration(type)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .supporting(IMAGE_SVG)
        .register(
            (value, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html.apply(value));
              context.renderIfRequested(TEXT_PLAIN, () -> text.apply(value));
              context.renderIfRequested(IMAGE_SVG, () -> picture.apply(value).document());
            });
  }
}
