package io.github.mist4j.distribution;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, once. */
final class Cached<T> {
  private final Supplier<T> make;
  private T value;

  Cached(Supplier<T> make) {
    this.make = make;
  }

  synchronized T value() {
    if (value == null) {
      value = make.get();
    }
    return value;
  }
}
