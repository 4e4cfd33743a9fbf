package io.github.mist4j.notebook;

import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressDisplay;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * Shows work that takes longer than a second under the cell that started it, updated in place at
 * most twice a second, and asks it to stop when the kernel is interrupted.
 *
 * <p>The library finds it by itself; it shows nothing until the extension is installed in a kernel.
 */
public final class NotebookDisplay implements ProgressDisplay {
  private static final long FIRST_NANOS = 1_000_000_000L; // shorter work would only flicker
  private static final long BETWEEN_NANOS = 500_000_000L;

  private static volatile BaseKernel kernel; // this process is that of one kernel

  /** Called by Java's service loader. */
  public NotebookDisplay() {}

  /** From now on, long work is shown in the cells of a kernel. */
  static void install(BaseKernel newKernel) {
    kernel = newKernel;
  }

  @Override
  public Shown begin() {
    BaseKernel installed = kernel;
    return installed == null ? progress -> {} : new InCell(installed);
  }

  private static final class InCell implements Shown {
    private final BaseKernel kernel;
    private final Interrupts.Watch interrupts = Interrupts.watch();
    private final String id = UUID.randomUUID().toString();
    private long next = System.nanoTime() + FIRST_NANOS;
    private boolean displayed;

    InCell(BaseKernel kernel) {
      this.kernel = kernel;
    }

    @Override
    public void progress(Progress progress) {
      long now = System.nanoTime();
      if (now - next < 0) {
        return;
      }
      next = now + BETWEEN_NANOS;
      put(kernel.getRenderer().render(progress));
    }

    @Override
    public boolean stopRequested() {
      return interrupts.asked();
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
