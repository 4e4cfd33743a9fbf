package io.github.mist4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was typed, so that nobody has to write its options down again. */
final class TypedCommand {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,+@%-]+");

  private TypedCommand() {}

  /** The line that goes on where a command was stopped: the same with {@code --resume}. */
  static String resuming(CommandSpec command) {
    List<String> words =
        new ArrayList<>(command.root().commandLine().getParseResult().originalArgs());
    if (!words.contains("--resume")) {
      words.add("--resume");
    }
    words.add(0, command.root().name());
    return words.stream().map(TypedCommand::quoted).collect(Collectors.joining(" "));
  }

  /** As a shell takes it for one word. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
