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
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** Tells the kernel how our results are shown. */
final class Renderers {
  private Renderers() {}

  static void registerEstimate(Renderer renderer) {
    renderer
        .createRegistration(Estimate.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .supporting(IMAGE_SVG)
        .register(
            (estimate, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> EstimateCard.html(estimate));
              context.renderIfRequested(TEXT_PLAIN, estimate::toString);
              context.renderIfRequested(IMAGE_SVG, () -> EstimatePicture.of(estimate).document());
            });
  }

  static void registerModelCard(Renderer renderer) {
    renderer
        .createRegistration(ModelCard.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (card, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> ModelCardTable.html(card));
              context.renderIfRequested(TEXT_PLAIN, card::toString);
            });
  }

  static void registerComparison(Renderer renderer) {
    renderer
        .createRegistration(Comparison.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .supporting(IMAGE_SVG)
        .register(
            (comparison, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> ComparisonCard.html(comparison));
              context.renderIfRequested(TEXT_PLAIN, comparison::toString);
              context.renderIfRequested(
                  IMAGE_SVG, () -> ComparisonCard.picture(comparison).document());
            });
  }

  static void registerEvaluation(Renderer renderer) {
    renderer
        .createRegistration(Calibration.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (calibration, context) -> {
              context.renderIfRequested(
                  TEXT_HTML, () -> DistributionCard.image(Pictures.of(calibration)));
              context.renderIfRequested(TEXT_PLAIN, calibration::toString);
            });
    renderer
        .createRegistration(Evaluation.class)
        .preferring(TEXT_HTML)
        .preferring(TEXT_PLAIN)
        .register(
            (evaluation, context) -> {
              context.renderIfRequested(TEXT_HTML, () -> EvaluationCard.html(evaluation));
              context.renderIfRequested(TEXT_PLAIN, evaluation::toString);
            });
  }
}
