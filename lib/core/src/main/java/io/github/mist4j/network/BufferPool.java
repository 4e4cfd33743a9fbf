package io.github.mist4j.network;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Buffers that passes leave for later ones. Thread safe. */
final class BufferPool {
  private final long mostKept;
  private final Queue<Buffers> idle = new ConcurrentLinkedQueue<>();

  /**
   * A pool.
   *
   * @param mostKept the values above which buffers are left to the garbage collector
   */
  BufferPool(long mostKept) {
    this.mostKept = mostKept;
  }

  Buffers take() {
    return Objects.requireNonNullElseGet(idle.poll(), Buffers::new);
  }

  void giveBack(Buffers buffers) {
    buffers.release();
    if (buffers.values() <= mostKept) {
      idle.add(buffers);
    }
  }
}
