package io.github.mist4j.notebook;

import io.github.mist4j.cli.Mist4j;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/**
 * The command line in a notebook: {@code %mist} runs one command, {@code %%mist} one for each line
 * of the cell. Paths are relative to the notebook's folder.
 *
 * <pre>{@code
 * %%mist
 * estimate homes.csv --x rooms,age --y price
 * estimate homes.csv --x "living area" --y price --bits
 * }</pre>
 *
 * <p>An estimate is shown as its card, anything else as text, a refusal as the sentence that the
 * command line has for it. No command ends the kernel.
 */
final class Magics {
  static final String NAME = "mist";

  private Magics() {}

  static void register(MagicsRegistry magics) {
    magics.registerLineMagic(NAME, (kernel, words) -> answer(words, progress(kernel)));
    magics.registerCellMagic(
        NAME,
        (kernel, words, body) ->
            answers(
                words,
                body,
                progress(kernel),
                answer -> kernel.display(kernel.getRenderer().render(answer))));
  }

  /** What a command says; nothing for the text of a command that is silent. */
  static Object answer(List<String> words, PrintWriter progress) {
    Object answer = Mist4j.answer(progress, words.toArray(String[]::new));
    return "".equals(answer) ? null : answer;
  }

  /**
   * Runs all commands of a cell.
   *
   * @param words those behind the magic's name, a command if there are any
   * @param body a command on every line that is not blank
   * @param shown takes every answer but the last
   * @return the last answer; the help if there is no command
   */
  static Object answers(
      List<String> words, String body, PrintWriter progress, Consumer<Object> shown) {
    List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
    Object last = words.isEmpty() && !lines.isEmpty() ? null : answer(words, progress);
    for (String line : lines) {
      if (last != null) {
        shown.accept(last);
      }
      last = answer(line, progress);
    }
    return last;
  }

  private static Object answer(String line, PrintWriter progress) {
    List<String> words;
    try {
      words = CommandWords.of(line);
    } catch (IllegalArgumentException e) {
      return "mist4j: " + e.getMessage();
    }
    return answer(words, progress);
  }

  private static PrintWriter progress(BaseKernel kernel) {
    return new PrintWriter(kernel.getIO().err, true, StandardCharsets.UTF_8);
  }
}
