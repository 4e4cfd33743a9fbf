package io.github.mist4j.progress;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Work on a thread of its own, which the thread that asked for it leaves alone some time after it
 * was to stop: sorting a million rows looks at no listener.
 */
final class LeftWork<T> {
  private static final long BETWEEN_NANOS = 50_000_000L; // as often as work tells
  private static final long GRACE_NANOS = 700_000_000L; // to end by itself, with what it has

  private final ProgressListener listener;
  private final ConcurrentLinkedQueue<Progress> news = new ConcurrentLinkedQueue<>();
  private final FutureTask<T> task;
  private volatile boolean stopped;
  private volatile boolean left;
  private long stoppedAt; // by the clock of the system

  LeftWork(ProgressListener listener, Function<ProgressListener, T> work) {
    this.listener = listener;
    ProgressListener told =
        progress -> {
          if (!left) {
            news.add(progress);
          }
        };
    task = new FutureTask<>(() -> work.apply(told.stoppedBy(this::isToStop)));
  }

  private boolean isToStop() {
    return stopped || listener.stopRequested();
  }

  /** Its result, as soon as there is one. */
  T result() {
    var thread = new Thread(task, "mist4j-work");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      tell();
      if (Thread.interrupted() || listener.stopRequested()) {
        stop();
      }
      if (stopped && System.nanoTime() - stoppedAt > GRACE_NANOS) {
        left = true; // it ends when it looks at its listener
        throw new CancellationException("stopped");
      }
      try {
        T result = task.get(BETWEEN_NANOS, TimeUnit.NANOSECONDS);
        tell();
        return result;
      } catch (TimeoutException e) {
        // once more: it is not done yet
      } catch (InterruptedException e) {
        stop();
      } catch (ExecutionException e) {
        tell();
        throw fault(e.getCause());
      }
    }
  }

  private void stop() {
    if (!stopped) {
      stoppedAt = System.nanoTime();
      stopped = true;
    }
  }

  private static RuntimeException fault(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
  }

  private void tell() {
    for (Progress next = news.poll(); next != null; next = news.poll()) {
      listener.progress(next);
    }
  }
}
