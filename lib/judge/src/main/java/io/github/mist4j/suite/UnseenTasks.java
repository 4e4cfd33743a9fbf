package io.github.mist4j.suite;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.List;

/**
 * Laws that no training distribution of this library holds, nor close relatives of them. Each was
 * written down before there was the model that is judged by it; used for no choice.
 */
final class UnseenTasks {
  private static final int NOISE_COLUMNS = 3; // of a side of the wide ones

  private UnseenTasks() {}

  static List<Task> all() {
    Distribution triangle = UniformFigures.triangle();
    return List.of(
        new Task("frank-1-1", Copulas.frank(8)),
        new Task("plackett-1-1", Copulas.plackett(15)),
        new Task("triangle-1-1", triangle),
        new Task("disk-1-1", UniformFigures.disk()),
        new Task("checkerboard-1-1", UniformFigures.checkerboard(4)),
        new Task("exponential-1-1", SharedCauses.exponential(2)),
        new Task("triangle-3-3", triangle.beside(triangle).beside(triangle)),
        new Task("ball-3-3", UniformFigures.ball(3, 3)),
        new Task("series-3-3", Series.series(0.3)),
        new Task("arch-3-1", Series.arch(0.5, 0.7)),
        new Task("censored-1-2", IncompleteData.censored(1.2)),
        new Task("hurdle-2-1", ReportedAmounts.hurdle(2, 0.5)),
        new Task("words-3-3", Shares.words(12, 0.6)),
        new Task("absent-3-1", IncompleteData.absent(3, 0.3, 0.5)),
        new Task("neighbours-3-3", Chains.neighbours(6, 0.5)),
        new Task("ranks-4-4", Orders.ranks(4, 0.7)),
        new Task("gumbel-1-1", Copulas.gumbel(2.5)),
        new Task("compass-1-1", Directions.compass(0.7)),
        new Task("directions-3-3", Directions.directions(6)),
        new Task("rotors-2-1", Directions.rotors(0.6)),
        new Task("order-3-4", Orders.order(3, 4)),
        new Task("hands-3-3", Shares.hands(5, 7)),
        new Task("selected-2-2", IncompleteData.selected(2, 2, 4, 1)),
        new Task("heaped-1-1", ReportedAmounts.heaped(0.5, 0.3)),
        new Task("inheritance-4-2", Codes.inheritance(2, 0.4)),
        new Task("apart-2-2", UniformFigures.apart(0.4)),
        new Task("close-2-2", UniformFigures.close(0.25)),
        new Task("capped-3-3", IncompleteData.capped(3, 0.3, 0.5)),
        new Task("chain-3-3", Chains.chain(0.1, 0.1)));
  }

  /** The same laws, each side among noise columns. */
  static List<Task> wide() {
    return all().stream().map(UnseenTasks::wide).toList();
  }

  /** A law of a task among noise columns, of its name with the new numbers of columns. */
  private static Task wide(Task task) {
    String[] parts = task.name().split("-", -1); // kind, dx, dy
    String name =
        "%s-%s-%s"
            .formatted(
                parts[0],
                Integer.parseInt(parts[1]) + NOISE_COLUMNS,
                Integer.parseInt(parts[2]) + NOISE_COLUMNS);
    return task.changed(name, law -> law.withNoiseColumns(NOISE_COLUMNS, NOISE_COLUMNS));
  }
}
