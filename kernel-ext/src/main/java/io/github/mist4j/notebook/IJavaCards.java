package io.github.mist4j.notebook;

import io.github.spencerpark.jupyter.kernel.display.Renderer;

/**
 * Our cards in the original IJava kernel, which does not look for extensions by itself:
 *
 * <pre>{@code
 * io.github.mist4j.notebook.IJavaCards.register(getKernelInstance().getRenderer());
 * }</pre>
 *
 * <p>Cards only: imports, {@code %mist}, the moving chart of a training and its stop button are
 * those of {@link MistExtension}. Tried against the base library's renderer, not in a running
 * IJava.
 */
public final class IJavaCards {
  private IJavaCards() {}

  /** From now on, the kernel of this renderer shows our results as cards. */
  public static void register(Renderer renderer) {
    Cards.registerAll(new IJavaRegistry(renderer));
  }
}
