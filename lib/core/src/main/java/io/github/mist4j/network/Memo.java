package io.github.mist4j.network;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and once. Thread safe. */
final class Memo<T> {
  private Supplier<T> maker;
  private T value;

  Memo(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (maker != null) {
      value = maker.get();
      maker = null; // and what it holds
    }
    return value;
  }
}
