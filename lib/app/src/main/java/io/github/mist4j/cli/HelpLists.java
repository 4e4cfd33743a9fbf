package io.github.mist4j.cli;

import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Families;
import io.github.mist4j.training.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What stands below the options in the help of a command: names to choose from, an example. */
final class HelpLists {
  private static final int WIDTH = 76; // a line of a terminal, without its margin

  private HelpLists() {}

  /** Adds them; the lists are made when a help is asked for, as some have to be looked for. */
  static void addTo(CommandLine line) {
    add(line, "estimate", "homes.csv --x rooms,age --y price", HelpLists::methods);
    add(
        line,
        "compare",
        "homes.csv --x rooms,age --y price --picture compare.svg",
        HelpLists::methodsOrAll);
    add(line, "screen", "homes.csv --target price --out price.csv --picture price.svg", List::of);
    add(line, "pairwise", "homes.csv --out pairs.csv --picture map.png", List::of);
    add(line, "select", "homes.csv --target price --most 5 --picture path.svg", List::of);
    add(
        line,
        "evaluate",
        "FOLDER --method mist,ksg --out predictions.csv",
        HelpLists::methodsOrAll);
    add(line, "benchmark", "everyday --n 300 --seeds 5 --method mist,ksg", HelpLists::methodsOrAll);
    add(line, "reproduce", "fig3 --out paper", HelpLists::experiments);
    add(line, "train", "--preset full --minutes 30 --out mine.mist", HelpLists::presets);
    add(
        line,
        "generate",
        "--family multi_normal-dense --count 100 --out FOLDER",
        HelpLists::families);
    add(line, "calibrate", "mine.mist --out calibrated.mist", HelpLists::presets);
  }

  private static void add(
      CommandLine line, String name, String example, Supplier<List<String>> list) {
    CommandLine command = line.getSubcommands().get(name);
    command
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help ->
                help.footer()
                    + text(
                        Stream.concat(
                            list.get().stream(),
                            Stream.of("", "Example:", "  mist4j %s %s".formatted(name, example)))));
  }

  private static String text(Stream<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append(System.lineSeparator()));
    return text.toString();
  }

  private static List<String> methods() {
    var lines = new ArrayList<>(List.of("", "Methods:"));
    for (MutualInformationEstimator estimator : Estimators.all()) {
      lines.add("  %-20s%s".formatted(estimator.method(), estimator.description()));
      estimator
          .variants()
          .forEach(v -> lines.add("  %-20s%s".formatted(v.method(), v.description())));
    }
    Estimators.absent().ifPresent(where -> lines.addAll(wrapped(where, "  ")));
    return lines;
  }

  private static List<String> methodsOrAll() {
    var lines = new ArrayList<>(methods());
    lines.add(2, "  %-20s%s".formatted(Methods.ALL, "every one of these that suits the columns"));
    return lines;
  }

  private static List<String> experiments() {
    return Stream.concat(Stream.of("", "Experiments:"), ReproduceCommand.lines().stream()).toList();
  }

  private static List<String> presets() {
    var lines = new ArrayList<>(List.of("", "Presets:"));
    lines.addAll(wrapped(String.join(", ", Presets.names()), "  "));
    return lines;
  }

  private static List<String> families() {
    var lines = new ArrayList<>(List.of("", "Families:"));
    lines.addAll(wrapped(String.join(", ", Families.ids()), "  "));
    return lines;
  }

  private static List<String> wrapped(String words, String margin) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(margin);
    for (String word : words.split(" ", -1)) {
      if (line.length() + word.length() + 1 > WIDTH && line.length() > margin.length()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(margin);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
