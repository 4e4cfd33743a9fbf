package io.github.mist4j.cli;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.table.Selection.Criterion;
import io.github.mist4j.training.TrainingOptions.Device;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line, for a terminal and for programs.
 *
 * <pre>{@code
 * String[] words = {"estimate", "homes.csv", "--x", "rooms,age", "--y", "price"};
 * Estimate estimate = (Estimate) Mist4j.answer(new PrintWriter(System.err, true), words);
 * }</pre>
 */
@Command(
    name = "mist4j",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Mutual information of the columns of a table, with an interval.",
    footer = {
      "",
      "Example: mist4j estimate homes.csv --x rooms,age --y price",
      "Each command has a help of its own: mist4j estimate --help",
      "Names are completed by bash and zsh after: source <(mist4j generate-completion)",
      "Exit codes: 0 done, 2 wrong usage or input, 1 a fault."
    })
public final class Mist4j implements Runnable {
  /** Wrong usage or input. */
  static final int WRONG_INPUT = 2;

  /** A fault of the program or the machine. */
  static final int FAULT = 1;

  /** The commands about a table, whose results are more than text. */
  private static final List<String> QUESTIONS =
      List.of("estimate", "compare", "screen", "pairwise", "select");

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
    int code = line.execute(args);
    boolean lost = line.getOut().checkError();
    System.exit(lost && code == 0 ? Faults.lostOutput(line.getErr()) : code);
  }

  /**
   * Runs a command inside a program that goes on whatever happens, a notebook for instance.
   *
   * @param progress where a long command says how far it is
   * @param words the command and its arguments; {@code help} or none for the help
   * @return the {@link Estimate} of an {@code estimate}, the result of a {@code compare}, {@code
   *     screen}, {@code pairwise} or {@code select}, unless another format than text is asked for;
   *     else the text that the command prints, or the one sentence that refuses it
   */
  public static Object answer(PrintWriter progress, String... words) {
    var text = new StringWriter();
    CommandLine line = commandLine(Methods::known, CommandLine::getOut);
    line.setOut(new PrintWriter(text, true));
    line.setErr(progress);
    List<CommandLine> questions = QUESTIONS.stream().map(line.getSubcommands()::get).toList();
    // A result has its warnings itself, and the program shows the progress.
    questions.forEach(question -> question.setErr(new PrintWriter(Writer.nullWriter())));
    line.execute(words);
    return questions.stream()
        .map(CommandLine::<Object>getExecutionResult)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> text.toString().stripTrailing());
  }

  static CommandLine commandLine(Methods methods) {
    return commandLine(methods, CommandLine::getErr);
  }

  /** The commands; their errors go to {@code faults}. */
  private static CommandLine commandLine(
      Methods methods, Function<CommandLine, PrintWriter> faults) {
    var main = new Mist4j();
    var line =
        new CommandLine(main)
            .addSubcommand(new EstimateCommand(methods))
            .addSubcommand(new CompareCommand(methods))
            .addSubcommand(new ScreenCommand())
            .addSubcommand(new PairwiseCommand())
            .addSubcommand(new SelectCommand())
            .addSubcommand(new TrainCommand())
            .addSubcommand(new CalibrateCommand())
            .addSubcommand(new RecipeCommand())
            .addSubcommand(new GenerateCommand())
            .addSubcommand(new EvaluateCommand(methods))
            .addSubcommand(new BenchmarkCommand(methods))
            .addSubcommand(new ReproduceCommand(methods))
            .addSubcommand(new MethodsCommand())
            .addSubcommand(new InfoCommand())
            .addSubcommand(new AutoComplete.GenerateCompletion())
            .addSubcommand(new CommandLine.HelpCommand());
    HelpLists.addTo(line);
    line.registerConverter(Criterion.class, new WordConverter<>(Criterion.class));
    line.registerConverter(Device.class, new WordConverter<>(Device.class));
    line.registerConverter(Scale.class, new WordConverter<>(Scale.class));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false); // a column may be called @at
    line.setParameterExceptionHandler((e, args) -> Faults.usage(e, faults.apply(line)));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> Faults.report(e, faults.apply(line), main.debug));
    line.setExecutionStrategy(
        parsed -> {
          try {
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
              return helped;
            }
            showAll(parsed);
            return new CommandLine.RunLast().execute(parsed);
          } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return Faults.report(e, faults.apply(line), main.debug);
          }
        });
    return line;
  }

  /** What a command prints, unlike the help, has names in it that come from others. */
  private static void showAll(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine command = commands.get(commands.size() - 1);
    if (command.getParent() != null) {
      command.setOut(VisibleText.writer(command.getOut()));
      command.setErr(VisibleText.writer(command.getErr()));
    }
  }

  /** Without a command: the help. */
  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().usage(out);
  }
}
