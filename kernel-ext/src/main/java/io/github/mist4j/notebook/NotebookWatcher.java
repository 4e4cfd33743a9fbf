package io.github.mist4j.notebook;

import io.github.mist4j.Watcher;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * Shows long work under the cell that started it, updated in place at most twice a second, and asks
 * it to stop when the kernel is interrupted.
 */
final class NotebookWatcher implements Watcher {
  private static final long BETWEEN_NANOS = 500_000_000L;

  private final BaseKernel kernel;

  NotebookWatcher(BaseKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public Watch watch(Runnable stop) {
    return new Shown(Interrupts.askToStop(stop));
  }

  private final class Shown implements Watch {
    private final Interrupts.Watch interrupts;
    private final String id = UUID.randomUUID().toString();
    private long latest;
    private boolean displayed;

    Shown(Interrupts.Watch interrupts) {
      this.interrupts = interrupts;
    }

    @Override
    public void show(Object state) {
      long now = System.nanoTime();
      if (displayed && now - latest < BETWEEN_NANOS) {
        return;
      }
      latest = now;
      put(kernel.getRenderer().render(state));
    }

    private void put(DisplayData data) {
      data.putTransientData("display_id", id);
      if (displayed) {
        kernel.getIO().display.updateDisplay(id, data);
      } else {
        kernel.getIO().display.display(data);
        displayed = true;
      }
    }

    /** What is left is the result of the cell; the picture of the way there goes. */
    @Override
    public void close() {
      interrupts.close();
      if (displayed) {
        put(new DisplayData(""));
      }
    }
  }
}
