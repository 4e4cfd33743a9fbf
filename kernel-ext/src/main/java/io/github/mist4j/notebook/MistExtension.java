package io.github.mist4j.notebook;

import io.github.mist4j.Mist;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * What makes mist4j at home in a JJava notebook: results are shown as cards, the library's names
 * are imported, {@code %mist} is the command line, and an interrupt ends a training with its best
 * model.
 *
 * <p>The kernel finds it by itself when the jar is on its class path. A step that fails is reported
 * on the standard error stream and leaves the others and the kernel working.
 */
public final class MistExtension implements Extension {
  /** Called by the kernel's service loader. */
  public MistExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    attempt("interrupts", () -> InterruptSignal.install(System.getenv(), kernel::interrupt));
    attempt("the card of an estimate", () -> Renderers.registerEstimate(kernel.getRenderer()));
    attempt("the card of a comparison", () -> Renderers.registerComparison(kernel.getRenderer()));
    attempt("the card of an evaluation", () -> Renderers.registerEvaluation(kernel.getRenderer()));
    attempt("the cards of a table", () -> TableCards.register(kernel.getRenderer()));
    attempt("the card of a training", () -> TrainingCard.register(kernel.getRenderer()));
    attempt("the display of long work", () -> Mist.watch(new NotebookWatcher(kernel)));
    attempt("the card of a model", () -> Renderers.registerModelCard(kernel.getRenderer()));
    attempt("the picture of a distribution", () -> DistributionCard.register(kernel.getRenderer()));
    attempt("the view of a table", () -> TableView.register(kernel.getRenderer()));
    attempt("the magic %mist", () -> Magics.register(kernel.getMagicsRegistry()));
    attempt("imports", () -> StartupImports.evaluate(kernel::evalRaw));
  }

  /** An exception or a missing class that leaves here would end the kernel. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static void attempt(String part, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError e) {
      System.err.println("mist4j: could not install " + part + ": " + e);
    }
  }
}
