package io.github.mist4j.training;

import io.github.mist4j.progress.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of threads that do lists of tasks; results come in the order of the tasks. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;

  Workers(int count) {
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              var thread = new Thread(task, "mist4j-training");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * All results; counts so many for each as done.
   *
   * @throws java.util.concurrent.CancellationException if the work is stopped; what has begun goes
   *     on until this is closed
   */
  <T> List<T> all(List<? extends Callable<T>> tasks, Work work, int each) {
    List<Future<T>> futures = begin(tasks);
    var results = new ArrayList<T>();
    for (Future<T> future : futures) {
      results.add(work.result(future));
      work.advance(each);
    }
    return results;
  }

  /** All results; waits on even when interrupted, and leaves the interrupt set for the caller. */
  <T> List<T> all(List<? extends Callable<T>> tasks) {
    return results(begin(tasks));
  }

  /** Begins the tasks, of which {@link #results} waits for the results. */
  <T> List<Future<T>> begin(List<? extends Callable<T>> tasks) {
    return tasks.stream().map(t -> threads.submit((Callable<T>) t)).toList();
  }

  /** As {@link #all(List)}. */
  static <T> List<T> results(List<Future<T>> futures) {
    return futures.stream().map(Workers::result).toList();
  }

  private static <T> T result(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
