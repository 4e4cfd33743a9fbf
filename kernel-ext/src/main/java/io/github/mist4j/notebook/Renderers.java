package io.github.mist4j.notebook;

import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.IMAGE_SVG;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
import static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;

import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.training.ModelCard;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** Tells the kernel how our results are shown. */
final class Renderers {
  private Renderers() {}

  static void registerEstimate(Renderer renderer) {
    registerWithSvg(renderer, Estimate.class, EstimateCard::html, EstimatePicture::of);
  }

  static void registerModelCard(Renderer renderer) {
    register(renderer, ModelCard.class, ModelCardTable::html);
  }

  static void registerComparison(Renderer renderer) {
    registerWithSvg(renderer, Comparison.class, ComparisonCard::html, ComparisonCard::picture);
  }

  static void registerEvaluation(Renderer renderer) {
    register(renderer, Calibration.class, c -> Html.image(Pictures.of(c)));
    register(renderer, Evaluation.class, EvaluationCard::html);
  }

  /** Shows values of a type as HTML where the page can, else as they print themselves. */
  static <T> void register(Renderer renderer, Class<T> type, Function<T, String> html) {
    register(renderer, type, html, T::toString);
  }

  /** The same with other words where there is no HTML. */
  static <T> void register(
      Renderer renderer, Class<T> type, Function<T, String> html, Function<T, String> text) {
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

  /** The same with a picture that can be asked for alone. */
  private static <T> void registerWithSvg(
      Renderer renderer, Class<T> type, Function<T, String> html, Function<T, Svg> picture) {
    renderer
        .createRegistration(type)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .supporting(IMAGE_SVG)
        .register(
            (value, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> html.apply(value));
              context.renderIfRequested(TEXT_PLAIN, value::toString);
              context.renderIfRequested(IMAGE_SVG, () -> picture.apply(value).document());
            });
  }
}
