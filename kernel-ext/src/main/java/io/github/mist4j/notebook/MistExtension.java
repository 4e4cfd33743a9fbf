package io.github.mist4j.notebook;

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
    var cards = new JJavaRegistry(kernel.getRenderer());
    attempt("interrupts", () -> InterruptSignal.install(System.getenv(), kernel::interrupt));
    attempt("javadoc", () -> JavadocSources.install(System.getenv()));
    attempt("the watch on Jupyter", () -> ParentWatch.install(System.getenv()));
    attempt("the card of an estimate", () -> Cards.registerEstimate(cards));
    attempt("the card of a comparison", () -> Cards.registerComparison(cards));
    attempt("the card of an evaluation", () -> Cards.registerEvaluation(cards));
    attempt("the cards of a table", () -> Cards.registerTables(cards));
    attempt("the card of a training", () -> Cards.registerTraining(cards));
    attempt("the display of long work", () -> NotebookDisplay.install(kernel));
    attempt("the card of a model", () -> Cards.registerModelCard(cards));
    attempt("the picture of a distribution", () -> Cards.registerDistribution(cards));
    attempt("the view of a table", () -> Cards.registerTable(cards));
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
