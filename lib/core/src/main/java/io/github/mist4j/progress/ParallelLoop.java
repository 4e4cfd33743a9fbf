package io.github.mist4j.progress;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Calls a function with 0, 1, …, count − 1, on this thread and those of the common pool.
 *
 * <p>Unlike a parallel stream it can be left while other threads are still at their parts, and it
 * does not swallow an interrupt while it waits for them. Whoever is free takes the next number, so
 * all numbers below one that was taken are taken.
 */
final class ParallelLoop {
  private final int count;
  private final IntConsumer part;
  private final BooleanSupplier stopped;
  private final AtomicInteger next = new AtomicInteger();
  private int running; // threads; guarded by this, as the rest
  private boolean closed; // no thread may join any more
  private int failedAt = Integer.MAX_VALUE;
  private Throwable failure;

  ParallelLoop(int count, IntConsumer part, BooleanSupplier stopped) {
    this.count = count;
    this.part = part;
    this.stopped = stopped;
  }

  /** Does parts, with others, until none is left to begin. */
  void begin() {
    int helpers = Math.min(ForkJoinPool.getCommonPoolParallelism(), count - 1);
    for (int k = 0; k < helpers; k++) {
      ForkJoinPool.commonPool().execute(this::join);
    }
    join();
    close();
  }

  /** Whether all parts that were begun have ended, at the latest after some time. */
  synchronized boolean ended(long nanos) throws InterruptedException {
    if (running > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    }
    return running == 0;
  }

  /** Fails as the first part that failed did. */
  synchronized void rethrow() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private void join() {
    if (!enter()) {
      return;
    }
    int i = -1;
    try {
      while (!stopped.getAsBoolean()) {
        i = next.getAndIncrement();
        if (i >= count) {
          return;
        }
        part.accept(i);
      }
    } catch (RuntimeException | Error e) {
      failed(i, e);
    } finally {
      leave();
    }
  }

  private synchronized boolean enter() {
    if (!closed) {
      running++;
    }
    return !closed;
  }

  private synchronized void leave() {
    running--;
    notifyAll();
  }

  private synchronized void close() {
    closed = true;
  }

  private synchronized void failed(int at, Throwable fault) {
    next.set(count); // no new parts
    if (at < failedAt) {
      failedAt = at;
      failure = fault;
    }
  }
}
