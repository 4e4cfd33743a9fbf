package io.github.mist4j.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "mist4j",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Mutual information of the columns of a table, with an interval.",
    footer = {
      "",
      "Example: mist4j estimate homes.csv --x rooms,age --y price",
      "Exit codes: 0 done, 2 wrong usage or input, 1 a fault."
    })
public final class Mist4j implements Runnable {
  /** Wrong usage or input. */
  static final int WRONG_INPUT = 2;

  /** A fault of the program or the machine. */
  static final int FAULT = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  Mist4j() {}

  /** Runs a command and ends the program with its exit code. */
  public static void main(String... args) {
    CommandLine line = commandLine(Methods::known);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(line.execute(args));
  }

  static CommandLine commandLine(Methods methods) {
    var main = new Mist4j();
    var line =
        new CommandLine(main)
            .addSubcommand(new EstimateCommand(methods))
            .addSubcommand(new TrainCommand())
            .addSubcommand(new GenerateCommand())
            .addSubcommand(new EvaluateCommand(methods))
            .addSubcommand(new BenchmarkCommand(methods))
            .addSubcommand(new InfoCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, args) -> Faults.usage(e));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> Faults.report(e, command.getErr(), main.debug));
    line.setExecutionStrategy(
        parsed -> {
          try {
            return new CommandLine.RunLast().execute(parsed);
          } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return Faults.report(e, line.getErr(), main.debug);
          }
        });
    return line;
  }

  /** Without a command: the help. */
  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().usage(out);
  }
}
