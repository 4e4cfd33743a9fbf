package io.github.mist4j.notebook;

import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.IMAGE_SVG;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;

import io.github.mist4j.plot.Picture;
import java.util.Optional;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** The renderer of a JJava kernel. */
record JJavaRegistry(Renderer renderer) implements CardRegistry {
  @Override
  public <T> void register(
      Class<T> type,
      Function<T, String> html,
      Function<T, String> text,
      Optional<Function<T, Picture>> picture) {
    var registration =
        renderer.createRegistration(type).preferring(TEXT_HTML).preferring(TEXT_PLAIN);
    picture.ifPresent(some -> registration.supporting(IMAGE_SVG));
    registration.register(
        (value, context) -> {
          context.renderIfRequested(TEXT_HTML, () -> html.apply(value));
          context.renderIfRequested(TEXT_PLAIN, () -> text.apply(value));
          picture.ifPresent(
              of -> context.renderIfRequested(IMAGE_SVG, () -> Html.svg(of.apply(value))));
        });
  }
}
