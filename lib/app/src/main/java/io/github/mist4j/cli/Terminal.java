package io.github.mist4j.cli;

import java.io.Console;

/** Whether a person sees the output as it is written. */
final class Terminal {
  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // newer versions have isTerminal, asked below
  static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // before Java 22 there is a console only if there is a terminal
    }
  }
}
