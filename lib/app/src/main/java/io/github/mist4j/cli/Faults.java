package io.github.mist4j.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.ParameterException;

/** Errors as one line on stderr, and their exit codes. */
final class Faults {
  private static final int MOST_CHARACTERS =
      450; // 500 with its frame; more may be a file's content
  private static final int LAST_CHARACTERS = 100; // where a sentence says what to do

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
    boolean refused =
        fault instanceof IllegalArgumentException && !(fault instanceof NumberFormatException);
    err.printf("mist4j: %s%n", refused ? oneLine(refusal(fault)) : oneLine(sentence(fault)));
    if (debug) {
      fault.printStackTrace(err);
    }
    err.flush();
    return refused ? Mist4j.WRONG_INPUT : Mist4j.FAULT;
  }

  /** What was written to standard output is not there: the disk is full, or nobody reads it. */
  static int lostOutput(PrintWriter err) {
    err.println("mist4j: standard output cannot be written");
    err.flush();
    return Mist4j.FAULT;
  }

  private static String refusal(Throwable fault) {
    return fault instanceof InvalidPathException path
        ? "'%s' is no name of a file: %s".formatted(path.getInput(), path.getReason())
        : fault.getMessage();
  }

  private static String sentence(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return "out of memory; give Java more with JAVA_TOOL_OPTIONS=-Xmx8g";
    }
    String message = String.valueOf(fault.getMessage());
    if (fault instanceof UncheckedIOException) {
      return fault.getCause().toString().equals(fault.getMessage())
          ? reason(fault.getCause()) // the message of one that was given none
          : message + ": " + reason(fault.getCause());
    }
    return fault instanceof IllegalStateException && fault.getMessage() != null
        ? message
        : "unexpected %s: %s; a fault of mist4j, please report it with what --debug shows"
            .formatted(fault.getClass().getSimpleName(), message);
  }

  /** What the system says, which for some kinds is the name of a file alone. */
  private static String reason(Throwable fault) {
    if (fault instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    if (fault instanceof NoSuchFileException) {
      return "there is no " + fault.getMessage();
    }
    return fault instanceof AccessDeniedException
        ? "access to %s is denied".formatted(fault.getMessage())
        : String.valueOf(fault.getMessage());
  }

  /** On one line, of a length that is read, with nothing that a terminal obeys. */
  private static String oneLine(String message) {
    String line =
        VisibleText.of(
            message == null
                ? "wrong argument"
                : OptionNames.only(message.strip().replaceAll("\\s*\\R\\s*", " ")));
    if (line.length() <= MOST_CHARACTERS) {
      return line;
    }
    int first = MOST_CHARACTERS - LAST_CHARACTERS - 3;
    return line.substring(0, first) + " … " + line.substring(line.length() - LAST_CHARACTERS);
  }
}
