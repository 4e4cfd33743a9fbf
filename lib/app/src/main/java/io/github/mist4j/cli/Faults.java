package io.github.mist4j.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.ParameterException;

/** Errors as one line on stderr, and their exit codes. */
final class Faults {
  private Faults() {}

  /** Options or arguments that do not fit. */
  static int usage(ParameterException e, PrintWriter err) {
    err.printf(
        "mist4j: %s; see %s --help%n",
        oneLine(e.getMessage()).replaceFirst("^Error: ", ""),
        e.getCommandLine().getCommandSpec().qualifiedName());
    return Mist4j.WRONG_INPUT;
  }

  /** Anything thrown while a command ran: a refused argument is the user's, the rest is a fault. */
  static int report(Throwable fault, PrintWriter err, boolean debug) {
    boolean refused = fault instanceof IllegalArgumentException;
    err.printf("mist4j: %s%n", refused ? oneLine(fault.getMessage()) : sentence(fault));
    if (debug) {
      fault.printStackTrace(err);
    }
    err.flush();
    return refused ? Mist4j.WRONG_INPUT : Mist4j.FAULT;
  }

  private static String sentence(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return "out of memory; give Java more with JAVA_TOOL_OPTIONS=-Xmx8g";
    }
    String message = oneLine(String.valueOf(fault.getMessage()));
    if (fault instanceof UncheckedIOException) {
      return message + ": " + oneLine(String.valueOf(fault.getCause()));
    }
    return fault instanceof IllegalStateException && fault.getMessage() != null
        ? message
        : "unexpected %s: %s; --debug shows where"
            .formatted(fault.getClass().getSimpleName(), message);
  }

  private static String oneLine(String message) {
    return message == null ? "wrong argument" : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
