package io.github.mist4j.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mist4j.progress.Progress.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class WorkTest {
  private static final int MANY = 1_000_000_000; // never done within a test

  private final AtomicLong millis = new AtomicLong();
  private final List<Count> heard = new ArrayList<>();
  private final Thread thread = Thread.currentThread();

  private Work work(long total) {
    ProgressListener listener = progress -> heard.add(progress.count());
    return Work.of("parts", 0, total, listener, () -> 1_000_000 * millis.get());
  }

  @AfterEach
  void interruptsAreAnswered() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  @DisplayName("a listener is told twenty times a second at most, and when all is done")
  void tellsNotTooOftenAndAtTheEnd() {
    Work work = work(1000);
    for (int k = 0; k < 1000; k++) {
      millis.incrementAndGet();
      work.advance(1);
    }
    assertThat(heard)
        .extracting(Count::done)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).map(k -> 50 * k).boxed().toList());
  }

  @Test
  @DisplayName("whoever counts, the listener is told on the thread of the work, in order")
  void tellsOnItsOwnThread() {
    ProgressListener listener =
        progress -> {
          assertThat(Thread.currentThread()).isSameAs(thread);
          heard.add(progress.count());
        };
    Work work = Work.of("parts", 0, 5000, listener, () -> millis.addAndGet(60) * 1_000_000);
    double[] values =
        work.values(
            5000,
            k -> {
              work.advance(1);
              return k;
            });
    assertThat(values).isSorted().hasSize(5000).endsWith(4999);
    assertThat(heard).extracting(Count::done).isSorted().doesNotHaveDuplicates();
    assertThat(heard.get(heard.size() - 1).finished()).isTrue();
  }

  @Test
  @DisplayName("work that looks at no listener is left within a second, and told so when it looks")
  void workIsLeft() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var told = new CompletableFuture<Boolean>();
    ProgressListener listener = ProgressListener.NONE.stoppedBy(() -> begun.getCount() == 0);
    long start = System.nanoTime();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                Work.attended(
                    listener,
                    inner -> {
                      begun.countDown();
                      awaitQuietly(goOn);
                      return told.complete(inner.stopRequested());
                    }));
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L); // a busy machine's second
    goOn.countDown();
    assertThat(told.join()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("work that ends by itself after a stop keeps what it has, and fails as it fails")
  void attendedWorkEndsByItself() {
    thread.interrupt();
    String had =
        Work.attended(
            progress -> heard.add(progress.count()),
            inner -> {
              Work work = Work.of("parts", MANY, inner);
              while (!work.stopped()) {
                work.advance(1);
              }
              return "something";
            });
    assertThat(had).isEqualTo("something");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Work.attended(
                    ProgressListener.NONE,
                    inner -> {
                      throw new IllegalArgumentException("a fault");
                    }))
        .withMessage("a fault");
  }

  private long lastHeard() {
    return heard.get(heard.size() - 1).done();
  }

  @Test
  @DisplayName("an interrupt of its thread ends a loop, and the listener hears how far it came")
  void interruptEndsALoop() {
    Work work = work(MANY);
    var begun = new AtomicInteger();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                work.list(
                    1000,
                    k -> {
                      if (begun.incrementAndGet() == 10) {
                        thread.interrupt();
                      }
                      work.advance(7000);
                      return k;
                    }))
        .satisfies(
            e -> assertThat(e).hasMessage("stopped after %,d of 1,000,000,000 parts", lastHeard()));
    assertThat(lastHeard()).isBetween(1L, work.count().done()); // others end their parts
  }

  @Test
  @DisplayName("a listener that asks for it ends a loop before its first part")
  void listenerEndsALoop() {
    Work work = Work.of("parts", 3, ProgressListener.NONE.stoppedBy(() -> true));
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> work.values(3, k -> Double.NaN))
        .withMessage("stopped after 0 of 3 parts");
  }

  @Test
  @DisplayName("a loop that is interrupted does not wait for parts on other threads")
  void doesNotWaitForOthers() {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                work(2)
                    .list(
                        2,
                        k -> {
                          if (Thread.currentThread() == thread) {
                            await(begun);
                          } else {
                            begun.countDown();
                            thread.interrupt();
                            await(end);
                          }
                          return k;
                        }));
    end.countDown();
  }

  private static void await(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("an interrupt ends the waiting for another thread's part")
  void interruptEndsWaiting() {
    thread.interrupt();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> work(5).result(new CompletableFuture<String>()))
        .withMessage("stopped after 0 of 5 parts");
  }

  @Test
  @DisplayName("where parts fail, the work fails as the first of them does")
  void failsAsTheFirst() {
    for (int repeat = 0; repeat < 50; repeat++) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  work(100)
                      .list(
                          100,
                          k -> {
                            if (k >= 30) {
                              throw new IllegalArgumentException("part " + k);
                            }
                            return k;
                          }))
          .withMessage("part 30");
    }
  }

  @Test
  @DisplayName("a listener to one kind hears no other, and asks what the others ask")
  void listensToOneKind() {
    var counts = new ArrayList<Progress>();
    ProgressListener listener = ProgressListener.of(Count.class, counts::add);
    Count count = work(3).count();
    listener.progress(count);
    listener.progress(() -> count);
    assertThat(counts).containsExactly(count);
    assertThat(listener.stopRequested()).isFalse();
    assertThat(listener.stoppedBy(() -> true).told(p -> p).stopRequested()).isTrue();
  }
}
