package io.github.mist4j.progress;

import io.github.mist4j.progress.Progress.Count;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;

/**
 * Work that takes long: it counts what is done, tells a listener, and stops when the listener or an
 * interrupt of its thread asks for it.
 *
 * <p>It belongs to the thread that made it. Other threads may do parts of it and count them; the
 * listener is told on its own thread only.
 *
 * <pre>{@code
 * var work = Work.of("shuffles", 1000, listener);
 * double[] shuffled = work.values(1000, k -> {
 *   double value = statistic.of(shuffle(k));
 *   work.advance(1);
 *   return value;
 * });
 * }</pre>
 */
public final class Work {
  private static final long BETWEEN_NANOS = 50_000_000L; // 20 times a second: more is a flicker

  private final String task;
  private final long before;
  private final long total;
  private final ProgressListener listener;
  private final LongSupplier clock;
  private final Thread owner = Thread.currentThread();
  private final long start;
  private final AtomicLong done;
  private volatile boolean stopped;
  private long told; // this and the next on the owner's thread only
  private long toldAt;

  private Work(
      String task, long before, long total, ProgressListener listener, LongSupplier clock) {
    this.task = task;
    this.before = before;
    this.total = total;
    this.listener = listener;
    this.clock = clock;
    start = clock.getAsLong();
    done = new AtomicLong(before);
    told = before;
    toldAt = start;
  }

  /**
   * Work that begins now, on this thread.
   *
   * @param task what is counted, in the plural
   * @param total how many there are
   */
  public static Work of(String task, long total, ProgressListener listener) {
    return of(task, 0, total, listener, System::nanoTime);
  }

  /**
   * Work that goes on now, on this thread.
   *
   * @param before how many were done earlier, which do not count for the rate
   * @param clock the time in nanoseconds from anywhere, as {@link System#nanoTime} tells it
   */
  public static Work of(
      String task, long before, long total, ProgressListener listener, LongSupplier clock) {
    return new Work(task, before, total, listener, clock);
  }

  /**
   * The result of some work, on a thread of its own, that need not look at its listener often: when
   * the listener or an interrupt of this thread stops it, it has most of a second to end by itself,
   * with what it has; then it is left alone, and ends when it next looks.
   *
   * @param listener is told on this thread, as if the work were done here
   * @param work does it, telling the listener that it is given
   * @throws CancellationException if it is stopped and left alone, or does so itself
   */
  public static <T> T attended(ProgressListener listener, Function<ProgressListener, T> work) {
    return new LeftWork<>(listener, work).result();
  }

  /** Counts some more as done; from any thread. */
  public void advance(long count) {
    done.addAndGet(count);
    if (Thread.currentThread() == owner) {
      tell();
    }
  }

  /** How far it has come. */
  public Count count() {
    return Count.of(task, done.get(), before, total, Duration.ofNanos(clock.getAsLong() - start));
  }

  /** Whether it is to stop; from any thread. On its own thread this answers an interrupt. */
  public boolean stopped() {
    boolean interrupted = Thread.currentThread() == owner && Thread.interrupted();
    if (interrupted || listener.stopRequested()) {
      stopped = true;
    }
    return stopped;
  }

  /**
   * Goes on only if nobody has asked to stop; on its own thread.
   *
   * @throws CancellationException if somebody has; the listener has heard how far it came
   */
  public void check() {
    if (stopped()) {
      Count last = count();
      if (last.done() > told) {
        tell(last);
      }
      throw new CancellationException(
          String.format(Locale.ROOT, "stopped after %,d of %,d %s", last.done(), total, task));
    }
  }

  /**
   * The result of a part that another thread does.
   *
   * @throws CancellationException as {@link #check}; the part is left alone
   */
  public <T> T result(Future<T> part) {
    while (true) {
      check();
      tell();
      try {
        return part.get(BETWEEN_NANOS, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        // once more: it is not done yet
      } catch (InterruptedException e) {
        stopped = true;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof RuntimeException fault
            ? fault
            : new IllegalStateException(e.getCause());
      }
    }
  }

  /**
   * The values of a function at 0, 1, …, count − 1, on all processors; it counts by itself what it
   * has done. If it fails at several places, this fails as the first of them does.
   *
   * @throws CancellationException as {@link #check}
   */
  public double[] values(int count, IntToDoubleFunction at) {
    var values = new double[count];
    forEach(count, i -> values[i] = at.applyAsDouble(i));
    return values;
  }

  /** The same for a function that gives anything. */
  @SuppressWarnings("unchecked")
  public <T> List<T> list(int count, IntFunction<T> at) {
    var list = (T[]) new Object[count];
    forEach(count, i -> list[i] = at.apply(i));
    return Arrays.asList(list);
  }

  private void forEach(int count, IntConsumer part) {
    check();
    var loop = new ParallelLoop(count, part, this::stopped);
    loop.begin();
    boolean ended = false;
    while (!ended) {
      check();
      tell();
      try {
        ended = loop.ended(BETWEEN_NANOS);
      } catch (InterruptedException e) {
        stopped = true;
      }
    }
    loop.rethrow();
    tell();
  }

  /** Tells if there is news, and it is time to or all is done. */
  private void tell() {
    long now = done.get();
    if (now > told && (now == total || clock.getAsLong() - toldAt >= BETWEEN_NANOS)) {
      tell(count());
    }
  }

  private void tell(Count count) {
    told = count.done();
    toldAt = clock.getAsLong();
    listener.progress(count);
  }
}
